package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;

/**
 * The exponential moving average of the generator's weights, which samples are drawn from. Immutable and safe for use by several threads.
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
