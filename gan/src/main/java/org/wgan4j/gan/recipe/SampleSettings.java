package org.wgan4j.gan.recipe;

import org.wgan4j.gan.recipe.setting.Declarations;
import org.wgan4j.gan.recipe.setting.Setting;
import org.wgan4j.gan.recipe.setting.SettingException;

/**
 * The grids of generated images that are drawn during training. Immutable and safe for use by several threads.
 */
public record SampleSettings(
        @Setting(value = "1", help = "a grid after every so many epochs, 0 = not", range = "[0, 1000000000]")
        int everyEpochs,

        @Setting(value = "0", help = "a grid after every so many generator steps, 0 = not", range = "[0, 1000000000]")
        int everySteps,

        @Setting(value = "8", help = "rows of a grid", range = "[1, 100]")
        int rows,

        @Setting(value = "8", help = "columns of a grid", range = "[1, 100]")
        int columns,

        @Setting(value = "light-on-dark", help = "light on dark or dark on light")
        Polarity ink,

        @Setting(value = "true", help = "write the epoch or step above the grid")
        boolean title,

        @Setting(value = "moving-statistics", help = "the generator's batch norm in these grids")
        GeneratorMode mode,

        @Setting(value = "false", help = "new noise for each grid, so that grids cannot be compared")
        boolean freshNoise) {

    private static final int MAXIMUM_IMAGES = 2500;

    /** Refuses values that exclude each other. */
    public SampleSettings {
        long images = (long) rows * columns;
        if (images > MAXIMUM_IMAGES) {
            throw new SettingException(
                    "rows",
                    rows,
                    "with " + columns + " columns that is " + images + " images a grid: use at most " + MAXIMUM_IMAGES);
        }
    }

    /** These settings with the given {@link #everyEpochs()}. */
    public SampleSettings everyEpochs(int value) {
        return Declarations.with(this, "everyEpochs", value);
    }

    /** These settings with the given {@link #everySteps()}. */
    public SampleSettings everySteps(int value) {
        return Declarations.with(this, "everySteps", value);
    }

    /** These settings with the given {@link #rows()}. */
    public SampleSettings rows(int value) {
        return Declarations.with(this, "rows", value);
    }

    /** These settings with the given {@link #columns()}. */
    public SampleSettings columns(int value) {
        return Declarations.with(this, "columns", value);
    }

    /** These settings with the given {@link #ink()}. */
    public SampleSettings ink(Polarity value) {
        return Declarations.with(this, "ink", value);
    }

    /** These settings with the given {@link #title()}. */
    public SampleSettings title(boolean value) {
        return Declarations.with(this, "title", value);
    }

    /** These settings with the given {@link #mode()}. */
    public SampleSettings mode(GeneratorMode value) {
        return Declarations.with(this, "mode", value);
    }

    /** These settings with the given {@link #freshNoise()}. */
    public SampleSettings freshNoise(boolean value) {
        return Declarations.with(this, "freshNoise", value);
    }
}
