package org.wgan4j.transport.solver;

/**
 * The numbering of the pairs of a matrix row by row, from 0.
 *
 * @param rows the number of rows
 * @param columns the number of columns
 * @param aboveDiagonal whether only the pairs above the diagonal are numbered
 */
record PairOrder(int rows, int columns, boolean aboveDiagonal) {
    /** The number of pairs. */
    long total() {
        return start(rows);
    }

    /** The row of a pair. */
    int row(long pair) {
        int low = 0;
        int high = rows - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (start(middle) <= pair) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The column of a pair in its row. */
    int column(long pair, int row) {
        return (int) (pair - start(row)) + (aboveDiagonal ? row + 1 : 0);
    }

    private long start(int row) {
        return (long) row * columns - (aboveDiagonal ? (long) row * (row + 1) / 2 : 0);
    }
}
