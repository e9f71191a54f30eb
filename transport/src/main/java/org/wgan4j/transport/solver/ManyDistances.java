package org.wgan4j.transport.solver;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;

/**
 * A parallel computation of many distances: within a list, between two lists, or from one item to many.
 *
 * <pre>{@code
 * DistanceMatrix d = ManyDistances.within(images, Cost.EUCLIDEAN).compute();
 * }</pre>
 *
 * <p>The results do not depend on the number of threads. A computation that is stopped, by the flag of {@link #stoppedBy} or by an interrupt
 * of the calling thread, returns the finished distances and NaN for the others. A pair that fails stops all others, and its exception is
 * the cause of a {@link PairFailedException} that names the pair.
 *
 * <p>Immutable, and safe for use by several threads, as far as the distance is.
 */
public final class ManyDistances {
    private final PairwiseDistance distance;
    private final int rows;
    private final int columns;
    private final boolean symmetric;
    private final int threads;
    private final DistanceProgress progress;
    private final BooleanSupplier stopped;

    private ManyDistances(
            PairwiseDistance distance,
            int rows,
            int columns,
            boolean symmetric,
            int threads,
            DistanceProgress progress,
            BooleanSupplier stopped) {
        if (rows < 0 || columns < 0 || threads < 1) {
            throw new InvalidParameterException("there are " + rows + " rows, " + columns + " columns and " + threads
                    + " threads; the first two must be at least 0 and the threads at least 1");
        }
        this.distance = distance;
        this.rows = rows;
        this.columns = columns;
        this.symmetric = symmetric;
        this.threads = threads;
        this.progress = progress;
        this.stopped = stopped;
    }

    /** A listener of the number of finished pairs. */
    @FunctionalInterface
    public interface DistanceProgress {
        /** Called from one thread at a time with increasing numbers, the last time with all pairs. */
        void at(long done, long total);
    }

    /** All distances within a list of items: each pair is computed once, with the lower index first, and the diagonal is 0. */
    public static ManyDistances within(int count, PairwiseDistance distance) {
        return of(count, count, true, distance);
    }

    /** All distances between two lists. */
    public static ManyDistances between(int rows, int columns, PairwiseDistance distance) {
        return of(rows, columns, false, distance);
    }

    /** The distances from one item to many: a matrix of one row; the first index of every pair is {@code 0}. */
    public static ManyDistances fromOne(int columns, PairwiseDistance distance) {
        return of(1, columns, false, distance);
    }

    /** All distances within a list of measures, each the p-th root of an exact transport cost. */
    public static ManyDistances within(List<? extends Measure> measures, Cost cost) {
        List<Measure> list = List.copyOf(measures);
        return within(list.size(), new ExactDistance(list, list, cost));
    }

    /** All distances between two lists of measures, each the p-th root of an exact transport cost. */
    public static ManyDistances between(List<? extends Measure> rows, List<? extends Measure> columns, Cost cost) {
        return between(rows.size(), columns.size(), new ExactDistance(List.copyOf(rows), List.copyOf(columns), cost));
    }

    /** The distances from one measure to many, each the p-th root of an exact transport cost. */
    public static ManyDistances fromOne(Measure one, List<? extends Measure> many, Cost cost) {
        return between(List.of(one), many, cost);
    }

    private static ManyDistances of(int rows, int columns, boolean symmetric, PairwiseDistance distance) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new ManyDistances(distance, rows, columns, symmetric, cores, (done, total) -> {}, () -> false);
    }

    /** The same computation on a number of threads, at least 1, including the calling one; the default is all cores. */
    public ManyDistances threads(int count) {
        return new ManyDistances(distance, rows, columns, symmetric, count, progress, stopped);
    }

    /** The same computation with a progress listener. */
    public ManyDistances progress(DistanceProgress listener) {
        return new ManyDistances(distance, rows, columns, symmetric, threads, listener, stopped);
    }

    /** The same computation with a cancellation flag, which is polled often and from several threads. */
    public ManyDistances stoppedBy(BooleanSupplier flag) {
        return new ManyDistances(distance, rows, columns, symmetric, threads, progress, flag);
    }

    /** Computes the distances. */
    public DistanceMatrix compute() {
        PairOrder order = new PairOrder(rows, columns, symmetric);
        double[][] distances = new PairWork(distance, order, progress, stopped).run(threads);
        if (symmetric) {
            for (int i = 0; i < rows; i++) {
                distances[i][i] = 0;
                for (int j = 0; j < i; j++) {
                    distances[i][j] = distances[j][i];
                }
            }
        }
        return new DistanceMatrix(distances, columns, symmetric);
    }
}
