package org.wgan4j.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Limits of iterations and time, and a cancellation flag, at which a solver stops; it then returns its best answer, marked as not converged.
 *
 * <p>An interrupt of the calling thread stops a solver too, and the thread's interrupt flag stays set. Turning the work done so far into a
 * feasible answer may take one more second, or a quarter of the time spent. If there is no answer yet, or it takes longer than that, the
 * solver throws a {@link LimitReachedException}. The first few million operations are not limited, so that small problems get an answer
 * even with a time of 0.
 *
 * <p>Immutable, and safe for use by several threads if {@code cancelled} is.
 *
 * @param iterations the maximal number of iterations, at least 0; each solver says what an iteration is
 * @param time the maximal duration, at least 0
 * @param cancelled polled by the solver, from several threads; true stops it
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

    /** These limits with another number of iterations. */
    public Limits withIterations(long most) {
        return new Limits(most, time, cancelled);
    }

    /** These limits with another duration. */
    public Limits withTime(Duration most) {
        return new Limits(iterations, most, cancelled);
    }

    /** These limits with another cancellation flag. */
    public Limits withCancellation(BooleanSupplier newCancelled) {
        return new Limits(iterations, time, newCancelled);
    }

    /** Starts the clock of a solver. */
    public Deadline start() {
        return new Deadline(this, System.nanoTime());
    }

    /** Limits with a start time, which the steps of a solver poll. Safe for use by several threads. */
    public static final class Deadline {
        /** The number of operations before the first poll: some hundredths of a second. */
        private static final long FREE_WORK = 1 << 22;

        /** The clock is read once in 2^WORK_BITS operations. */
        private static final int WORK_BITS = 16;

        /** The time allowed after the limits for completing an answer, in nanoseconds, and as a share 1 / PATIENT_SHARE of the time spent. */
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

        /** Whether a solver that made so many iterations has to stop; reads the clock, so it is too slow to be called for every arc. */
        public boolean isOver(long iterations) {
            return iterations >= limits.iterations || isStopped();
        }

        /** Whether the time is over, the thread is interrupted or the cancellation flag is set. */
        private boolean isStopped() {
            return over
                    || System.nanoTime() - started >= nanoseconds
                    || owner.isInterrupted()
                    || limits.cancelled.getAsBoolean();
        }

        /**
         * Counts operations that are no iterations, and polls time, interrupt and cancellation once in 65,536 of them.
         *
         * @param amount the number of arithmetic operations since the last call
         * @throws LimitReachedException if the solver has to stop
         */
        public void check(long amount) {
            if (isToPoll(amount) && isStopped()) {
                throw reached();
            }
        }

        /**
         * The same for work that completes an answer: it may go on for a second, or a quarter of the time spent, after the limits.
         *
         * @throws LimitReachedException if that time is over too
         */
        public void checkPatiently(long amount) {
            if (isToPoll(amount) && isStopped()) {
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

        /** The exception for limits that stopped a solver without an answer. */
        public LimitReachedException reached() {
            return new LimitReachedException(elapsed());
        }

        private boolean isToPoll(long amount) {
            long after = work.addAndGet(amount);
            return after > FREE_WORK && after >>> WORK_BITS != (after - amount) >>> WORK_BITS;
        }

        /** The duration since the start. */
        public Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }
}
