package org.wgan4j.transport.entropic;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Rows cut into blocks that can be worked on at the same time.
 *
 * <p>The cut depends on the number of rows alone, and sums over blocks are taken in their order, so results do not depend on the
 * number of threads.
 *
 * @param rows how many rows there are
 * @param count how many blocks they are cut into
 * @param parallel whether there is enough work for a second thread
 */
record RowBlocks(int rows, int count, boolean parallel) {
    private static final int MOST = 16;
    private static final int ENTRIES_WORTH_A_SECOND_THREAD = 1 << 15;

    static RowBlocks of(int rows, int columns) {
        return new RowBlocks(rows, Math.min(MOST, rows), (long) rows * columns >= ENTRIES_WORTH_A_SECOND_THREAD);
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
