package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;

/**
 * The schedule of evaluations of sample quality during training, and the metric of the best checkpoint. Immutable and safe for use by several threads.
 */
public record QualitySettings(
        @Setting(
                value = "0",
                help = "evaluate sample quality after every so many epochs, 0 = not",
                range = "[0, 1000000000]")
        int everyEpochs,

        @Setting(
                value = "0",
                help = "evaluate it after every so many generator steps, 0 = not",
                range = "[0, 1000000000]")
        int everySteps,

        @Setting(value = "2000", help = "generated images of an evaluation", range = "[16, 100000]")
        int images,

        @Setting(value = "none", help = "the metric whose best checkpoint is kept in addition to the latest ones")
        BestCheckpointMetric best) {
    /** These settings with the given {@link #everyEpochs()}. */
    public QualitySettings everyEpochs(int value) {
        return Declarations.with(this, "everyEpochs", value);
    }

    /** These settings with the given {@link #everySteps()}. */
    public QualitySettings everySteps(int value) {
        return Declarations.with(this, "everySteps", value);
    }

    /** These settings with the given {@link #images()}. */
    public QualitySettings images(int value) {
        return Declarations.with(this, "images", value);
    }

    /** These settings with the given {@link #best()}. */
    public QualitySettings best(BestCheckpointMetric value) {
        return Declarations.with(this, "best", value);
    }
}
