package org.wgan4j.gan.benchmark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wgan4j.gan.training.loop.StepTimer;

/** Records the time of each critic and generator step. For use by one thread. */
final class RecordingStepTimer implements StepTimer {
    private final SortedMap<Long, Long> critic = new TreeMap<>();
    private final SortedMap<Long, Long> generator = new TreeMap<>();
    private long start;

    /** Starts an iteration. */
    void begin() {
        start = System.nanoTime();
    }

    @Override
    public void criticStep(long number) {
        record(critic, number);
    }

    @Override
    public void generatorStep(long number) {
        record(generator, number);
    }

    private void record(Map<Long, Long> nanoseconds, long number) {
        long now = System.nanoTime();
        nanoseconds.merge(number, now - start, Long::sum);
        start = now;
    }

    /** Removes the recorded steps. */
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
