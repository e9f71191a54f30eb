package org.wgan4j.gan.training;

import java.util.List;

/** What a run measures beside its losses, and when. */
record Examinations(List<Examination> all) implements AutoCloseable {
    Examinations {
        all = List.copyOf(all);
    }

    /** Nothing is measured. */
    static Examinations none() {
        return new Examinations(List.of());
    }

    /** Those that a moment of the run calls for. */
    List<Examination> due(Interval.Moment moment) {
        return all.stream().filter(one -> one.interval().isDue(moment)).toList();
    }

    /** Those that recur and were not made at this moment. */
    List<Examination> missedAt(Interval.Moment moment) {
        return all.stream()
                .filter(one -> one.interval().recurs() && !one.interval().isDue(moment))
                .toList();
    }

    @Override
    public void close() {
        all.forEach(Examination::close);
    }
}
