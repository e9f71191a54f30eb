package org.wgan4j.gan.evaluation;

import java.util.Map;
import org.wgan4j.gan.run.EvaluationRecord;

/**
 * A measurement that is made at intervals during training, outside the timed steps.
 *
 * <p>It uses random streams of its own and changes no weight, so that a run with it equals a run without it to the bit. For use by the thread
 * that trains.
 */
public interface Evaluator extends AutoCloseable {
    /** The kind of its records. */
    EvaluationRecord.Kind kind();

    /** When it is made; it is also made once at the end of a complete run. */
    StepInterval interval();

    /** The values by name after the given step. */
    Map<String, Double> measure(long step);

    /** Frees its resources. */
    @Override
    default void close() {}
}
