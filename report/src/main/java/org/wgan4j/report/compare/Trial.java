package org.wgan4j.report.compare;

import java.nio.file.Path;

/**
 * One run of a comparison.
 *
 * @param arm how it is trained
 * @param seed the start of all that is random in it
 * @param budget how long
 */
public record Trial(Arm arm, long seed, Budget budget) {
    /** Its run directory in the folder of the comparison. */
    public Path directory(Path comparison) {
        return comparison.resolve(arm.experiment().key()).resolve(arm.folder()).resolve("seed-" + seed);
    }

    /** What it is called while it goes on. */
    public String words() {
        return arm.name() + ", seed " + seed;
    }
}
