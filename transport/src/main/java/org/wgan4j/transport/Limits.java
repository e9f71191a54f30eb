package org.wgan4j.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * When a solver has to stop though it has not finished; it then returns its best answer, marked as not converged.
 *
 * <p>An interrupt of the thread stops it as well, and leaves the thread's interrupt flag set. What turns the work done so far into an
 * answer may take another second, or a quarter of the time spent. Where there is no answer yet, or it would take longer than that, the
 * solver throws a {@link LimitReachedException}. Problems of a few million pairs are read without asking, so that even a time of 0
 * gives an answer.
 *
 * <p>Immutable, and safe for use by several threads if the question is.
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
    public Deadline start() {
        return new Deadline(this, System.nanoTime());
    }

    /** Limits whose clock runs; several threads may ask one watch. */
    public static final class Deadline {
        /** So much work is done unasked: some hundredths of a second. */
        private static final long FREE_WORK = 1 << 22;

        /** The clock is read whenever so much more has been done. */
        private static final int WORK_BITS = 16;

        /** The least time for turning what was done into an answer, and the share of the time spent that it may take. */
        private static final long PATIENCE = 1_000_000_000;

        private static final int PATIENT_SHARE = 4;

        private final Limits limits;
        private final long started;
        private final long nanoseconds;
        private final Thread owner = Thread.currentThread();
        private final AtomicLong work = new AtomicLong();
        private volatile long patientUntil;
        private volatile boolean over;

        private Deadline(Limits limits, long started) {
            this.limits = limits;
            this.started = started;
            this.nanoseconds = limits.time.compareTo(NONE.time) >= 0 ? Long.MAX_VALUE : limits.time.toNanos();
        }

        /** Whether a solver that took so many steps has to stop; cheap, but not to be asked for every arc. */
        public boolean isOver(long iterations) {
            return iterations >= limits.iterations || isStopped();
        }

        /** Whether time is up, or somebody wants the solver to stop. */
        private boolean isStopped() {
            return over
                    || System.nanoTime() - started >= nanoseconds
                    || owner.isInterrupted()
                    || limits.cancelled.getAsBoolean();
        }

        /**
         * Counts work that is not a step, and asks now and then whether time is up or somebody wants the solver to stop.
         *
         * @param amount how much was done since the last call; the sum of two numbers, or its like, is 1
         * @throws LimitReachedException if the solver has to stop
         */
        public void check(long amount) {
            if (isToAsk(amount) && isStopped()) {
                throw reached();
            }
        }

        /** The same for work without which what was done so far is no answer: it may go on for a while. */
        public void checkPatiently(long amount) {
            if (isToAsk(amount) && isStopped()) {
                long now = System.nanoTime();
                if (!over) {
                    patientUntil = now + Math.max(PATIENCE, (now - started) / PATIENT_SHARE);
                    over = true;
                }
                if (now - patientUntil > 0) {
                    throw reached();
                }
            }
        }

        /** What says that the limits left time for no answer. */
        public LimitReachedException reached() {
            return new LimitReachedException(elapsed());
        }

        private boolean isToAsk(long amount) {
            long after = work.addAndGet(amount);
            return after > FREE_WORK && after >>> WORK_BITS != (after - amount) >>> WORK_BITS;
        }

        /** The time since the start. */
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }
}
