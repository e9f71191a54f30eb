package org.wgan4j.gan.benchmark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wgan4j.gan.training.loop.StepTimer;

/** A stopwatch for the steps of rounds. */
final class RecordingStepTimer implements StepTimer {
    private final SortedMap<Long, Long> critic = new TreeMap<>();
    private final SortedMap<Long, Long> generator = new TreeMap<>();
    private long mark;

    /** A round begins now. */
    void begin() {
        mark = System.nanoTime();
    }

    @Override
    public void criticStep(long number) {
        lap(critic, number);
    }

    @Override
    public void generatorStep(long number) {
        lap(generator, number);
    }

    private void lap(Map<Long, Long> nanoseconds, long number) {
        long now = System.nanoTime();
        nanoseconds.merge(number, now - mark, Long::sum);
        mark = now;
    }

    /** Forgets the steps that were made so far. */
    void clear() {
        critic.clear();
        generator.clear();
    }

    Timings criticSteps() {
        return timings(critic);
    }

    Timings generatorSteps() {
        return timings(generator);
    }

    private static Timings timings(SortedMap<Long, Long> nanoseconds) {
        List<Double> milliseconds =
                nanoseconds.values().stream().map(time -> time * 1e-6).toList();
        return new Timings(milliseconds);
    }
}
