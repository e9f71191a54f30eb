package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;

/**
 * Device, threads and precision of a run; none of them changes the mathematics. Immutable and safe for use by several threads.
 */
public record RuntimeSettings(
        @Setting(value = "auto", help = "where the tensors live")
        Device device,

        @Setting(value = "0", help = "threads of the processor, 0 = all cores", range = "[0, 1024]")
        int threads,

        @Setting(value = "auto", help = "floating-point type of the large products")
        Precision precision,

        @Setting(value = "auto", help = "time alternative kernels at the start and keep the fastest")
        Tuning tuning) {
    /** These settings with the given {@link #device()}. */
    public RuntimeSettings device(Device value) {
        return Declarations.with(this, "device", value);
    }

    /** These settings with the given {@link #threads()}. */
    public RuntimeSettings threads(int value) {
        return Declarations.with(this, "threads", value);
    }

    /** These settings with the given {@link #precision()}. */
    public RuntimeSettings precision(Precision value) {
        return Declarations.with(this, "precision", value);
    }

    /** These settings with the given {@link #tuning()}. */
    public RuntimeSettings tuning(Tuning value) {
        return Declarations.with(this, "tuning", value);
    }
}
