package org.wgan4j.transport.entropic;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A partition of matrix rows into blocks that are processed in parallel if the matrix is large.
 *
 * <p>The partition depends on the number of rows only, and sums over blocks are made in their order, so results do not depend on the number
 * of threads.
 *
 * @param rows the number of rows
 * @param count the number of blocks
 * @param parallel whether the blocks are processed in parallel
 */
record RowBlocks(int rows, int count, boolean parallel) {
    private static final int MOST = 16;
    private static final int PARALLEL_ENTRIES = 1 << 15;

    static RowBlocks of(int rows, int columns) {
        return new RowBlocks(rows, Math.min(MOST, rows), (long) rows * columns >= PARALLEL_ENTRIES);
    }

    /** The first row of a block; that of the block after it is its end. */
    int start(int block) {
        return (int) ((long) rows * block / count);
    }

    /** Runs the body for every block. */
    void forEach(IntConsumer body) {
        IntStream blocks = IntStream.range(0, count);
        if (parallel) {
            blocks.parallel().forEach(body);
        } else {
            blocks.forEach(body);
        }
    }
}
