package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;

/**
 * The schedule of audits, which compare the critic's estimate with exact transport during training. Immutable and safe for use by several threads.
 */
public record AuditSettings(
        @Setting(value = "0", help = "audit the critic after every so many epochs, 0 = not", range = "[0, 1000000000]")
        int everyEpochs,

        @Setting(value = "0", help = "audit it after every so many generator steps, 0 = not", range = "[0, 1000000000]")
        int everySteps,

        @Setting(value = "1000", help = "real images, and as many generated ones, of an audit", range = "[16, 5000]")
        int images) {
    /** These settings with the given {@link #everyEpochs()}. */
    public AuditSettings everyEpochs(int value) {
        return Declarations.with(this, "everyEpochs", value);
    }

    /** These settings with the given {@link #everySteps()}. */
    public AuditSettings everySteps(int value) {
        return Declarations.with(this, "everySteps", value);
    }

    /** These settings with the given {@link #images()}. */
    public AuditSettings images(int value) {
        return Declarations.with(this, "images", value);
    }
}
