package org.wgan4j.transport.solver;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.InvalidParameterException;

/** The threads of one computation of {@link ManyDistances}: each takes small batches of pairs until none are left, because problems differ in size. */
final class PairWork {
    private static final int LARGEST_BATCH = 256;
    private static final int BATCHES_A_THREAD = 64;

    private final PairwiseDistance distance;
    private final PairOrder order;
    private final ManyDistances.DistanceProgress progress;
    private final BooleanSupplier stopFlag;
    private final double[][] distances;
    private final AtomicLong next = new AtomicLong();
    private long done;
    private volatile boolean stopped;
    private @Nullable Throwable failure;

    PairWork(
            PairwiseDistance distance,
            PairOrder order,
            ManyDistances.DistanceProgress progress,
            BooleanSupplier stopFlag) {
        this.distance = distance;
        this.order = order;
        this.progress = progress;
        this.stopFlag = stopFlag;
        this.distances = new double[order.rows()][order.columns()];
        for (double[] row : distances) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /** The distances, NaN where it was stopped before. */
    double[][] run(int threads) {
        long total = order.total();
        int most = (int) Math.min(threads, Math.max(1, total));
        int batch = (int) Math.max(1, Math.min(LARGEST_BATCH, total / ((long) most * BATCHES_A_THREAD)));
        Thread[] others = new Thread[most - 1];
        for (int k = 0; k < others.length; k++) {
            others[k] = new Thread(() -> work(batch), "distances-" + (k + 1));
            others[k].setDaemon(true);
            others[k].start();
        }
        work(batch);
        awaitAll(others);
        throwFailure();
        return distances;
    }

    private void work(int batch) {
        try {
            while (!isStopped()) {
                long first = next.getAndAdd(batch);
                long end = Math.min(order.total(), first + batch);
                if (first >= end) {
                    return;
                }
                compute(first, end);
            }
        } catch (RuntimeException | Error thrown) {
            fail(thrown);
        }
    }

    private void compute(long first, long end) {
        int row = order.row(first);
        for (long pair = first; pair < end && !isStopped(); pair++) {
            int column = order.column(pair, row);
            while (column >= order.columns()) {
                row++;
                column = order.column(pair, row);
            }
            double value = one(row, column);
            if (Double.isNaN(value)) {
                return;
            }
            distances[row][column] = value;
        }
        if (!stopped) {
            report(end - first);
        }
    }

    /** The distance of a pair; NaN if it was stopped. */
    private double one(int row, int column) {
        try {
            double value = distance.between(row, column, this::isStopped);
            if (isStopped()) {
                return Double.NaN; // an interrupt may have stopped its solver
            }
            if (Double.isNaN(value)) {
                throw new InvalidParameterException("the distance is NaN; it must be a number");
            }
            return value;
        } catch (RuntimeException thrown) {
            throw new PairFailedException(row, column, thrown);
        }
    }

    private boolean isStopped() {
        if (!stopped && (Thread.currentThread().isInterrupted() || stopFlag.getAsBoolean())) {
            stopped = true;
        }
        return stopped;
    }

    private synchronized void report(long pairs) {
        done += pairs;
        progress.at(done, order.total());
    }

    private synchronized void fail(Throwable thrown) {
        stopped = true;
        if (failure == null) {
            failure = thrown;
        }
    }

    /** Waits for the others; an interrupt meanwhile stops them, and is kept for the caller. */
    private void awaitAll(Thread[] others) {
        boolean interrupted = false;
        for (Thread other : others) {
            while (other.isAlive()) {
                try {
                    other.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopped = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void throwFailure() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
