package org.wgan4j.gan.run;

import java.util.Map;

/**
 * The metrics logged for one generator step.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param step generator steps since the run began, this one included
 * @param epoch true epochs: real images seen by the critic, over the size of the data set
 * @param criticSteps critic steps since the run began
 * @param imagesSeen real images seen by the critic since the run began
 * @param seconds training time since the run began, without pauses between resumed parts
 * @param terms every loss term by name, in the sign convention of wgan4j; NaN and infinities are kept
 * @param seedTerms the same in the sign convention of the text that a recipe reproduces; may be empty
 */
public record StepRecord(
        long step,
        double epoch,
        long criticSteps,
        long imagesSeen,
        double seconds,
        Map<String, Double> terms,
        Map<String, Double> seedTerms) {

    /** Checks that nothing is negative, and copies the maps. */
    public StepRecord {
        LogKeys.checkNotNegative("step", (double) step);
        LogKeys.checkNotNegative("epoch", epoch);
        LogKeys.checkNotNegative("criticSteps", (double) criticSteps);
        LogKeys.checkNotNegative("imagesSeen", (double) imagesSeen);
        LogKeys.checkNotNegative("seconds", seconds);
        terms = LogKeys.copy(terms);
        seedTerms = LogKeys.copy(seedTerms);
    }
}
