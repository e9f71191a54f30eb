package org.wgan4j.gan.run;

import java.util.Map;

/**
 * The metrics logged at the end of an epoch.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param epoch its number, from 1
 * @param step the last generator step in it
 * @param seconds training time of this epoch
 * @param means the mean of every loss term over the epoch's steps
 * @param seedMeans the same in the sign convention of the text that a recipe reproduces; may be empty
 */
public record EpochRecord(
        int epoch, long step, double seconds, Map<String, Double> means, Map<String, Double> seedMeans) {

    /** Checks that nothing is negative, and copies the maps. */
    public EpochRecord {
        LogKeys.checkNotNegative("epoch", epoch);
        LogKeys.checkNotNegative("step", (double) step);
        LogKeys.checkNotNegative("seconds", seconds);
        means = LogKeys.copy(means);
        seedMeans = LogKeys.copy(seedMeans);
    }
}
