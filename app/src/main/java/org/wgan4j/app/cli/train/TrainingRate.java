package org.wgan4j.app.cli.train;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.run.StepRecord;

/** The speed of a run over its last seconds of training. Safe for use by several threads. */
final class TrainingRate {
    /** Long enough to be steady, short enough to follow the load of the machine. */
    private static final double WINDOW_SECONDS = 15;

    private record Moment(long step, long imagesSeen, double seconds) {}

    private final Deque<Moment> moments = new ArrayDeque<>();

    /** Adds a step. */
    synchronized void add(StepRecord record) {
        moments.addLast(new Moment(record.step(), record.imagesSeen(), record.seconds()));
        while (moments.size() > 2 && moments.peekFirst().seconds() < record.seconds() - WINDOW_SECONDS) {
            moments.removeFirst();
        }
    }

    /** Real images that the critic sees in a second; 0 before the second step. */
    synchronized double imagesPerSecond() {
        double seconds = span();
        return seconds <= 0
                ? 0
                : (moments.getLast().imagesSeen() - moments.getFirst().imagesSeen()) / seconds;
    }

    /** The time that the steps up to a total will take; empty before the second step. */
    synchronized Optional<Duration> timeLeft(long totalSteps) {
        double seconds = span();
        if (seconds <= 0) {
            return Optional.empty();
        }
        Moment last = moments.getLast();
        double perStep = seconds / (last.step() - moments.getFirst().step());
        return Optional.of(Duration.ofMillis(Math.round(1000 * perStep * Math.max(0, totalSteps - last.step()))));
    }

    private double span() {
        return moments.size() < 2
                ? 0
                : moments.getLast().seconds() - moments.getFirst().seconds();
    }

    /** A time as {@code 1:02} or {@code 3:01:02}. */
    static String clock(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        long hours = seconds / 3600;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
