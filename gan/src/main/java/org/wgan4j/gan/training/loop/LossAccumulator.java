package org.wgan4j.gan.training.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wgan4j.gan.objective.Loss;

/** The logged terms of one generator step: each is the mean over the critic steps or generator steps in which it occurred. For use by one thread. */
final class LossAccumulator {
    private final Map<String, Double> sums = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /**
     * Adds the terms of a loss.
     *
     * @throws NotFiniteException if one is not finite, before any weight changes
     */
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

    /** The means by name, in the order of first occurrence. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum / counts.getOrDefault(name, 1)));
        return means;
    }
}
