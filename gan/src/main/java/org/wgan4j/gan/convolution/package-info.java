/**
 * Convolutions as maps between images, and the exact ways to compute them: directly, as sub-pixels, by their spectrum. Which is the fastest
 * depends on the shape and the machine, so the choice is data.
 */
@NullMarked
package org.wgan4j.gan.convolution;

import org.jspecify.annotations.NullMarked;
