@NullMarked
package org.wgan4j.gan.picture;

import org.jspecify.annotations.NullMarked;
