package org.wgan4j.report.compare;

import java.nio.file.Path;

/**
 * One run of a comparison: an arm under one seed. Immutable.
 *
 * @param arm the recipe and its overrides
 * @param seed of all its randomness
 * @param budget how long it trains
 */
public record Trial(Arm arm, long seed, Budget budget) {
    /** Its run directory in the folder of the comparison. */
    public Path directory(Path comparison) {
        return comparison.resolve(arm.experiment().key()).resolve(arm.folder()).resolve("seed-" + seed);
    }

    /** Its name for messages, such as {@code gan, seed 0}. */
    public String label() {
        return arm.name() + ", seed " + seed;
    }
}
