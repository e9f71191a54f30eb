package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;
import org.wgan4j.gan.recipe.setting.SettingException;

/**
 * The optimiser of one network and its hyperparameters. Immutable and safe for use by several threads.
 */
public record OptimizerSettings(
        @Setting(value = "adam", help = "the rule") OptimizerName name,

        @Setting(value = "0.0001", help = "size of a step", range = "(0, 10]")
        double learningRate,

        @Setting(value = "0.9", help = "decay of the mean gradient a step, for adam", range = "[0, 1)")
        double beta1,

        @Setting(value = "0.999", help = "decay of the mean square gradient a step, for adam", range = "[0, 1)")
        double beta2,

        @Setting(value = "0.9", help = "decay of the mean square gradient a step, for rmsprop", range = "[0, 1)")
        double rho,

        @Setting(value = "1e-8", help = "small number that keeps the quotient finite", range = "(0, 1]")
        double epsilon,

        @Setting(value = "outside-root", help = "where epsilon is added")
        EpsilonPlacement epsilonPlacement,

        @Setting(
                value = "1",
                help = "share of the run after which the learning rate falls linearly to 0, 1 = never",
                range = "[0, 1]")
        double decayFrom) {

    /** Refuses values that exclude each other. */
    public OptimizerSettings {
        EpsilonPlacement misplaced =
                name == OptimizerName.ADAM ? EpsilonPlacement.INSIDE_ROOT : EpsilonPlacement.BEFORE_CORRECTION;
        if (epsilonPlacement == misplaced) {
            throw new SettingException(
                    "epsilonPlacement",
                    epsilonPlacement,
                    name == OptimizerName.ADAM
                            ? "adam adds epsilon outside-root or before-correction"
                            : "rmsprop has no correction: use inside-root or outside-root");
        }
    }

    /** These settings with the given {@link #name()}. */
    public OptimizerSettings name(OptimizerName value) {
        return Declarations.with(this, "name", value);
    }

    /** These settings with the given {@link #learningRate()}. */
    public OptimizerSettings learningRate(double value) {
        return Declarations.with(this, "learningRate", value);
    }

    /** These settings with the given {@link #beta1()}. */
    public OptimizerSettings beta1(double value) {
        return Declarations.with(this, "beta1", value);
    }

    /** These settings with the given {@link #beta2()}. */
    public OptimizerSettings beta2(double value) {
        return Declarations.with(this, "beta2", value);
    }

    /** These settings with the given {@link #rho()}. */
    public OptimizerSettings rho(double value) {
        return Declarations.with(this, "rho", value);
    }

    /** These settings with the given {@link #epsilon()}. */
    public OptimizerSettings epsilon(double value) {
        return Declarations.with(this, "epsilon", value);
    }

    /** These settings with the given {@link #epsilonPlacement()}. */
    public OptimizerSettings epsilonPlacement(EpsilonPlacement value) {
        return Declarations.with(this, "epsilonPlacement", value);
    }

    /** These settings with the given {@link #decayFrom()}. */
    public OptimizerSettings decayFrom(double value) {
        return Declarations.with(this, "decayFrom", value);
    }
}
