/** Audits of critics: their estimates compared with exact optimal transport between the same images. */
@NullMarked
package org.wgan4j.gan.audit;

import org.jspecify.annotations.NullMarked;
