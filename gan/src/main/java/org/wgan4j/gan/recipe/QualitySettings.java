package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;

/**
 * When the samples are judged during training, and by which measure the best checkpoint is kept. Immutable and safe for use by several threads.
 */
public record QualitySettings(
        @Setting(value = "0", help = "judge the samples after every so many epochs, 0 = not", range = "[0, 1000000000]")
        int everyEpochs,

        @Setting(
                value = "0",
                help = "judge them after every so many generator steps, 0 = not",
                range = "[0, 1000000000]")
        int everySteps,

        @Setting(value = "2000", help = "generated images that are judged", range = "[16, 100000]")
        int images,

        @Setting(value = "none", help = "the measure whose best checkpoint is kept besides the latest ones")
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
