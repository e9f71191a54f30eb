/** Objectives: the losses of GAN, WGAN, WGAN-GP and WGAN-LP, and others by name. */
@NullMarked
package org.wgan4j.gan.objective;

import org.jspecify.annotations.NullMarked;
