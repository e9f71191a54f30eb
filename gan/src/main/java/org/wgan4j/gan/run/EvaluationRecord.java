package org.wgan4j.gan.run;

import java.util.Map;

/**
 * An evaluation logged at one step of a run: sample quality, an audit of the critic, or a mode count.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param kind of evaluation
 * @param step generator steps made before it
 * @param epoch true epochs then: real images seen by the critic, over the size of the data set
 * @param imagesSeen real images seen by the critic then
 * @param seconds training time then, without that of evaluations
 * @param values the numbers by name; NaN and infinities are kept
 */
public record EvaluationRecord(
        Kind kind, long step, double epoch, long imagesSeen, double seconds, Map<String, Double> values) {

    /** The kinds of evaluations. */
    public enum Kind {
        /** Sample quality. */
        QUALITY,
        /** The critic's estimate compared with exact transport. */
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
