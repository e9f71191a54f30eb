package org.wgan4j.gan.evaluation;

import java.util.Map;
import org.wgan4j.gan.run.EvaluationRecord;

/**
 * Something that is measured of the players at intervals, outside the timed steps.
 *
 * <p>It draws from random streams of its own and changes nothing that is learnt, so that a run with it equals a run without it to the bit.
 */
public interface Evaluator extends AutoCloseable {
    /** What it measures. */
    EvaluationRecord.Kind kind();

    /** When; it is also made once at the end of a complete run. */
    StepInterval interval();

    /** The numbers by name, of the players as they are after the given step. */
    Map<String, Double> measure(long step);

    /** Frees what it holds. */
    @Override
    default void close() {}
}
