package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;

/**
 * The exponential average of the generator's weights that pictures and samples are made with. Immutable and safe for use by several threads.
 */
public record AveragingSettings(
        @Setting(
                value = "0",
                help = "generator steps after which a weight counts half, 0 = no averaging",
                range = "[0, 1000000000]")
        int halfLifeSteps) {
    /** These settings with the given {@link #halfLifeSteps()}. */
    public AveragingSettings halfLifeSteps(int value) {
        return Declarations.with(this, "halfLifeSteps", value);
    }
}
