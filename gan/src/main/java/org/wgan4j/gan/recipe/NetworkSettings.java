package org.wgan4j.gan.recipe;

/** The two networks. */
public record NetworkSettings(
        @Setting(value = "tutorial", help = "the generator's architecture")
        GeneratorKind generator,

        @Setting(value = "tutorial", help = "the critic's architecture")
        CriticKind critic,

        @Setting(value = "100", help = "numbers of noise that make one image", range = "[1, 4096]")
        int latentSize,

        @Setting(value = "symmetric", help = "how strided and transposed convolutions pad")
        PaddingStyle padding,

        @Setting(value = "true", help = "batch norm in the generator")
        boolean generatorBatchNorm,

        @Setting(value = "false", help = "batch norm in the critic, not to be had under a gradient penalty")
        boolean criticBatchNorm,

        @Setting(value = "0", help = "share of the critic's activations that dropout sets to 0", range = "[0, 1)")
        double criticDropout,

        @Setting(value = "512", help = "units in a hidden layer of an mlp", range = "[1, 16384]")
        int hiddenUnits,

        @Setting(value = "3", help = "hidden layers of an mlp", range = "[1, 64]")
        int hiddenLayers,

        @Setting(value = "tanh", help = "the last layer of an mlp generator: tanh for images, linear for points")
        OutputKind output) {

    /** Checks every value against its declaration. */
    public NetworkSettings {
        Declarations.check(
                NetworkSettings.class,
                generator,
                critic,
                latentSize,
                padding,
                generatorBatchNorm,
                criticBatchNorm,
                criticDropout,
                hiddenUnits,
                hiddenLayers,
                output);
    }
}
