package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;

/**
 * The schedule of checkpoints; training always saves one at the end. Immutable and safe for use by several threads.
 */
public record CheckpointSettings(
        @Setting(value = "1", help = "save after every so many epochs, 0 = not", range = "[0, 1000000000]")
        int everyEpochs,

        @Setting(value = "0", help = "save after every so many generator steps, 0 = not", range = "[0, 1000000000]")
        int everySteps,

        @Setting(value = "3", help = "how many of the latest checkpoints stay, 0 = all", range = "[0, 1000000000]")
        int keep) {
    /** These settings with the given {@link #everyEpochs()}. */
    public CheckpointSettings everyEpochs(int value) {
        return Declarations.with(this, "everyEpochs", value);
    }

    /** These settings with the given {@link #everySteps()}. */
    public CheckpointSettings everySteps(int value) {
        return Declarations.with(this, "everySteps", value);
    }

    /** These settings with the given {@link #keep()}. */
    public CheckpointSettings keep(int value) {
        return Declarations.with(this, "keep", value);
    }
}
