package org.wgan4j.gan.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wgan4j.gan.objective.Loss;

/** The logged terms of one generator step: each is the mean over the critic steps or generator steps in which it occurred. */
public final class LossAccumulator {
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /** Reads a loss's terms; a term that is not finite stops the run before any weight is touched. */
    void add(Loss loss) {
        loss.terms().forEach((name, term) -> add(name, term.item_double()));
    }

    void add(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new NotFiniteException(name, value);
        }
        sums.merge(name, value, Double::sum);
        counts.merge(name, 1, Integer::sum);
    }

    /** Stops the run if any of the values is not finite. */
    public static void checkFinite(String name, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new NotFiniteException(name, value);
            }
        }
    }

    /** The means by name, in the order of first occurrence. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / counts.getOrDefault(name, 1)));
        return means;
    }

    /** A term that is NaN or infinite. */
    public static final class NotFiniteException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFiniteException(String term, double value) {
            super(term + " is " + value);
        }
    }
}
