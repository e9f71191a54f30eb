package org.wgan4j.gan.recipe;

/** The critic's architecture (for the GAN: the discriminator's). */
public enum CriticKind {
    /** The DCGAN tutorial's: 5x5 convolutions with stride 2 of 64 and 128 channels; 212,865 parameters. */
    TUTORIAL,
    /** The digit tutorial's: two 4x4 convolutions with stride 2 of 64 channels, with batch norm; 70,337 parameters. */
    DIGIT,
    /** Three convolutions of 32, 64 and 128 channels, for two cores. */
    COMPACT,
    /** A multilayer perceptron of network.hiddenLayers layers of network.hiddenUnits units with leaky rectifiers, for points or images. */
    MLP
}
