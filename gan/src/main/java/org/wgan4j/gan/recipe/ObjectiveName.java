package org.wgan4j.gan.recipe;

/** The game that the two networks play. */
public enum ObjectiveName {
    /** The non-saturating GAN: binary cross-entropy from logits (Goodfellow et al. 2014). */
    GAN,
    /** The Wasserstein GAN with weight clipping (Arjovsky et al. 2017). */
    WGAN,
    /** The Wasserstein GAN with gradient penalty (Gulrajani et al. 2017). */
    WGAN_GP
}
