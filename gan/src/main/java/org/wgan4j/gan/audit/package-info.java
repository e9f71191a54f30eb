/** What a critic says about real and generated images, held against exact optimal transport between the same images. */
@NullMarked
package org.wgan4j.gan.audit;

import org.jspecify.annotations.NullMarked;
