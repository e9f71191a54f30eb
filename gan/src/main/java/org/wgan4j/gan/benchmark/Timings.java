package org.wgan4j.gan.benchmark;

import java.util.List;

/**
 * How long the same piece of work took, each time it was done.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param milliseconds in the order in which it was done, at least one, none below 0
 */
public record Timings(List<Double> milliseconds) {
    public Timings {
        milliseconds = List.copyOf(milliseconds);
        if (milliseconds.isEmpty() || milliseconds.stream().anyMatch(time -> !(time >= 0))) {
            throw new IllegalArgumentException("timings are at least one, none below 0 ms, found " + milliseconds);
        }
    }

    /** The middle one in milliseconds, of an even number the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    /** The least in milliseconds: what other work on the machine disturbed least. */
    public double min() {
        return milliseconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
