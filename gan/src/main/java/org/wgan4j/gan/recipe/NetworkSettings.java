package org.wgan4j.gan.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;

/**
 * The architectures of both networks and their numbers. Immutable and safe for use by several threads; the ranges are checked where a setting
 * is read or changed.
 */
public record NetworkSettings(
        @Setting(value = "tutorial", help = "the generator's architecture", named = ArchitectureDescription.class)
        String generator,

        @Setting(value = "tutorial", help = "the critic's architecture", named = ArchitectureDescription.class)
        String critic,

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
        OutputKind output,

        @Setting(value = "{}", help = "the numbers that an architecture declares for itself")
        Map<String, Double> options) {

    /** Completes the options of architectures on the class path. */
    public NetworkSettings {
        Optional<ArchitectureDescription> ofGenerator =
                ArchitectureDescription.installed().find(generator);
        Optional<ArchitectureDescription> ofCritic =
                ArchitectureDescription.installed().find(critic);
        if (ofGenerator.isPresent() && ofCritic.isPresent()) {
            options = resolved(ofGenerator.get(), ofCritic.get(), options);
        }
        options = Map.copyOf(new TreeMap<>(options));
    }

    private static Map<String, Double> resolved(
            ArchitectureDescription generator, ArchitectureDescription critic, Map<String, Double> options) {
        List<OptionDeclaration> declared = new ArrayList<>(generator.options());
        critic.options().stream().filter(option -> !declared.contains(option)).forEach(declared::add);
        String owner = generator.name().equals(critic.name())
                ? "the architecture " + critic.name()
                : "neither the architecture " + generator.name() + " nor " + critic.name();
        return OptionDeclaration.resolve(declared, options, owner);
    }

    /**
     * These settings for architectures that they name, with their options complete.
     *
     * @throws IllegalArgumentException if they have no such options
     */
    public NetworkSettings completedFor(ArchitectureDescription ofGenerator, ArchitectureDescription ofCritic) {
        return Declarations.withUnchecked(this, "options", resolved(ofGenerator, ofCritic, options));
    }

    /** The value of one of an architecture's own numbers. */
    public double option(String option) {
        return OptionDeclaration.value(options, option);
    }

    /** These settings with the given {@link #generator()}. */
    public NetworkSettings generator(String value) {
        return Declarations.with(this, "generator", value);
    }

    /** These settings with a generator whose architecture need not be on the class path. */
    public NetworkSettings generator(ArchitectureDescription architecture) {
        return Declarations.withUnchecked(this, "generator", architecture.name());
    }

    /** These settings with the given {@link #critic()}. */
    public NetworkSettings critic(String value) {
        return Declarations.with(this, "critic", value);
    }

    /** These settings with a critic whose architecture need not be on the class path. */
    public NetworkSettings critic(ArchitectureDescription architecture) {
        return Declarations.withUnchecked(this, "critic", architecture.name());
    }

    /** These settings with the given {@link #latentSize()}. */
    public NetworkSettings latentSize(int value) {
        return Declarations.with(this, "latentSize", value);
    }

    /** These settings with the given {@link #padding()}. */
    public NetworkSettings padding(PaddingStyle value) {
        return Declarations.with(this, "padding", value);
    }

    /** These settings with the given {@link #generatorBatchNorm()}. */
    public NetworkSettings generatorBatchNorm(boolean value) {
        return Declarations.with(this, "generatorBatchNorm", value);
    }

    /** These settings with the given {@link #criticBatchNorm()}. */
    public NetworkSettings criticBatchNorm(boolean value) {
        return Declarations.with(this, "criticBatchNorm", value);
    }

    /** These settings with the given {@link #criticDropout()}. */
    public NetworkSettings criticDropout(double value) {
        return Declarations.with(this, "criticDropout", value);
    }

    /** These settings with the given {@link #hiddenUnits()}. */
    public NetworkSettings hiddenUnits(int value) {
        return Declarations.with(this, "hiddenUnits", value);
    }

    /** These settings with the given {@link #hiddenLayers()}. */
    public NetworkSettings hiddenLayers(int value) {
        return Declarations.with(this, "hiddenLayers", value);
    }

    /** These settings with the given {@link #output()}. */
    public NetworkSettings output(OutputKind value) {
        return Declarations.with(this, "output", value);
    }

    /** These settings with the given {@link #options()}. */
    public NetworkSettings options(Map<String, Double> value) {
        return Declarations.with(this, "options", value);
    }
}
