package org.wgan4j.gan.recipe;

/** The generator's architecture. */
public enum GeneratorKind {
    /** The DCGAN tutorial's: 7x7x256, then 5x5 transposed convolutions of 128, 64 and 1 channels; 2,330,944 parameters. */
    TUTORIAL,
    /** The digit tutorial's: 7x7x128, two 4x4 transposed convolutions of 128 channels, a 7x7 convolution; 851,713 parameters. */
    DIGIT,
    /** A small sub-pixel generator for two cores. */
    COMPACT,
    /** A multilayer perceptron of network.hiddenLayers layers of network.hiddenUnits units with rectifiers, for points or images. */
    MLP
}
