package org.wgan4j.gan.recipe;

/** The game that the two networks play, and its pace. */
public record ObjectiveSettings(
        @Setting(value = "wgan-gp", help = "the game") ObjectiveName name,

        @Setting(value = "10", help = "weight of the gradient penalty, for wgan-gp", range = "(0, 1000000]")
        double penalty,

        @Setting(
                value = "0.01",
                help = "bound of the critic's weights after each critic step, for wgan",
                range = "(0, 1000]")
        double clip,

        @Setting(value = "all", help = "which of the critic's tensors are clipped, for wgan")
        ClippedTensors clipped,

        @Setting(value = "1", help = "critic steps in each generator step", range = "[1, 1000]")
        int criticSteps,

        @Setting(value = "alternating", help = "the order of updates in one generator step")
        Schedule schedule,

        @Setting(value = "batch-statistics", help = "the generator's batch norm where it makes fakes for the critic")
        GeneratorMode criticFakes) {

    /** Checks every value against its declaration. */
    public ObjectiveSettings {
        Declarations.check(ObjectiveSettings.class, name, penalty, clip, clipped, criticSteps, schedule, criticFakes);
        if (schedule == Schedule.SIMULTANEOUS && criticSteps != 1) {
            throw new SettingException(
                    "criticSteps",
                    criticSteps,
                    "the simultaneous schedule updates both networks from one batch: use 1, or alternating");
        }
        if (schedule == Schedule.SIMULTANEOUS && criticFakes != GeneratorMode.BATCH_STATISTICS) {
            throw new SettingException(
                    "criticFakes",
                    criticFakes,
                    "the simultaneous schedule has one forward pass for both networks: use batch-statistics, or alternating");
        }
        if (schedule == Schedule.SPLIT && name == ObjectiveName.WGAN_GP) {
            throw new SettingException(
                    "schedule",
                    schedule,
                    "the gradient penalty needs real and fake images in one step: use alternating or simultaneous");
        }
    }
}
