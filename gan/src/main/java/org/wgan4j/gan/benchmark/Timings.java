package org.wgan4j.gan.benchmark;

import java.util.List;

/**
 * The times of repeated runs of the same task.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param milliseconds in their order, at least one, none below 0
 */
public record Timings(List<Double> milliseconds) {
    public Timings {
        milliseconds = List.copyOf(milliseconds);
        if (milliseconds.isEmpty() || milliseconds.stream().anyMatch(time -> !(time >= 0))) {
            throw new IllegalArgumentException("timings are at least one, none below 0 ms, found " + milliseconds);
        }
    }

    /** The median in milliseconds. */
    public double median() {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }

    /** The least in milliseconds. */
    public double min() {
        return milliseconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
