package org.wgan4j.transport;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * When a solver has to stop though it has not finished; it then returns its best answer, marked as not converged.
 *
 * <p>An interrupt of the thread stops it as well, and leaves the thread's interrupt flag set.
 *
 * @param iterations the most steps, at least 0
 * @param time the most time, at least 0
 * @param cancelled asked now and then; true stops the solver
 */
public record Limits(long iterations, Duration time, BooleanSupplier cancelled) {
    /** No limits. */
    public static final Limits NONE = new Limits(Long.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE), () -> false);

    /** Checks both numbers. */
    public Limits {
        if (iterations < 0 || time.isNegative()) {
            throw new InvalidParameterException(
                    "the limits are " + iterations + " iterations and " + time + "; both must be at least 0");
        }
    }

    /** These limits with another number of steps. */
    public Limits withIterations(long most) {
        return new Limits(most, time, cancelled);
    }

    /** These limits with another time. */
    public Limits withTime(Duration most) {
        return new Limits(iterations, most, cancelled);
    }

    /** These limits with another question whether to stop. */
    public Limits withCancellation(BooleanSupplier stop) {
        return new Limits(iterations, time, stop);
    }

    /** Starts the clock. */
    public Watch start() {
        return new Watch(this, System.nanoTime());
    }

    /** Limits whose clock runs. */
    public static final class Watch {
        private final Limits limits;
        private final long started;
        private final long nanoseconds;

        private Watch(Limits limits, long started) {
            this.limits = limits;
            this.started = started;
            this.nanoseconds = limits.time.compareTo(NONE.time) >= 0 ? Long.MAX_VALUE : limits.time.toNanos();
        }

        /** Whether a solver that took so many steps has to stop; cheap, but not to be asked for every arc. */
        public boolean isOver(long iterations) {
            return iterations >= limits.iterations
                    || System.nanoTime() - started >= nanoseconds
                    || Thread.currentThread().isInterrupted()
                    || limits.cancelled.getAsBoolean();
        }

        /** The time since the start. */
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }
}
