package org.wgan4j.gan.recipe;

/** The optimiser of one network. */
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

    /** Checks every value against its declaration. */
    public OptimizerSettings {
        Declarations.check(
                OptimizerSettings.class, name, learningRate, beta1, beta2, rho, epsilon, epsilonPlacement, decayFrom);
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
}
