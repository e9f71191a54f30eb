/** What generator and critic minimise: GAN, WGAN, WGAN-GP side by side, and others by name. */
@NullMarked
package org.wgan4j.gan.objective;

import org.jspecify.annotations.NullMarked;
