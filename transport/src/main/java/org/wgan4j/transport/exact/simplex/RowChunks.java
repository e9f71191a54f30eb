package org.wgan4j.transport.exact.simplex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.wgan4j.transport.CostRows;

/** A partition of matrix rows into chunks that are processed in parallel if the matrix is large; it depends on the sizes only. */
final class RowChunks {
    private static final int MOST = 32;
    private static final long PARALLEL_PAIRS = 1 << 18;

    private final int rows;
    private final int chunks;
    private final boolean parallel;

    RowChunks(int rows, int columns) {
        this.rows = rows;
        this.parallel = (long) rows * columns >= PARALLEL_PAIRS;
        this.chunks = parallel ? Math.min(rows, MOST) : 1;
    }

    /** All rows of a matrix of costs. */
    static RowChunks of(CostRows costs) {
        return new RowChunks(costs.sources(), costs.targets());
    }

    /** The results of all chunks, in their order. */
    <T> List<T> map(IntFunction<T> ofChunk) {
        if (parallel) {
            return IntStream.range(0, chunks).parallel().mapToObj(ofChunk).toList();
        }
        List<T> results = new ArrayList<>();
        for (int chunk = 0; chunk < chunks; chunk++) {
            results.add(ofChunk.apply(chunk));
        }
        return results;
    }

    /** Runs an action for every chunk, in any order. */
    void forEach(IntConsumer ofChunk) {
        if (parallel) {
            IntStream.range(0, chunks).parallel().forEach(ofChunk);
            return;
        }
        for (int chunk = 0; chunk < chunks; chunk++) {
            ofChunk.accept(chunk);
        }
    }

    /** The first row of a chunk; for the chunk after the last, the number of rows. */
    int first(int chunk) {
        return (int) ((long) rows * chunk / chunks);
    }
}
