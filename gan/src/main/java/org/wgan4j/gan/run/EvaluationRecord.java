package org.wgan4j.gan.run;

import java.util.Map;

/**
 * What was measured of a run at one step, beside its losses: the quality of its samples, an audit of its critic.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param kind what was measured
 * @param step generator steps made when it was measured
 * @param epoch true epochs then: real images seen by the critic, over the size of the data set
 * @param imagesSeen real images seen by the critic then
 * @param seconds training time then; measuring itself is not counted
 * @param values the numbers by name; NaN and infinities are kept
 */
public record EvaluationRecord(
        Kind kind, long step, double epoch, long imagesSeen, double seconds, Map<String, Double> values) {

    /** What can be measured. */
    public enum Kind {
        /** The quality of generated images. */
        QUALITY,
        /** The critic's estimate beside exact transport. */
        AUDIT,
        /** The modes of a known mixture that generated points reach. */
        MODES
    }

    /** Checks that nothing is negative, and copies the map. */
    public EvaluationRecord {
        LogKeys.checkNotNegative("step", (double) step);
        LogKeys.checkNotNegative("epoch", epoch);
        LogKeys.checkNotNegative("imagesSeen", (double) imagesSeen);
        LogKeys.checkNotNegative("seconds", seconds);
        values = LogKeys.copy(values);
    }
}
