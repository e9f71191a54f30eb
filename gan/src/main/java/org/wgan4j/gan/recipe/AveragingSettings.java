package org.wgan4j.gan.recipe;

/** The exponential average of the generator's weights that pictures and samples are made with. */
public record AveragingSettings(
        @Setting(
                value = "0",
                help = "generator steps after which a weight counts half, 0 = no averaging",
                range = "[0, 1000000000]")
        int halfLifeSteps) {

    /** Checks every value against its declaration. */
    public AveragingSettings {
        Declarations.check(AveragingSettings.class, halfLifeSteps);
    }
}
