/** The games that generator and critic play, side by side: GAN, WGAN, WGAN-GP. */
@NullMarked
package org.wgan4j.gan.objective;

import org.jspecify.annotations.NullMarked;
