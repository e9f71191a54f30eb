/** Training objectives side by side: GAN, WGAN with weight clipping, WGAN with a gradient penalty. */
@NullMarked
package org.wgan4j.gan.objective;

import org.jspecify.annotations.NullMarked;
