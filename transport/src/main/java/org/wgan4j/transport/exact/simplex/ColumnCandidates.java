package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;

/** The few cheapest rows of every column, kept in flat arrays, since there is one of these for every run of rows. */
final class ColumnCandidates {
    private static final int NONE = -1;

    private final int columns;
    private final int ofColumn;

    /** The keys of a column lie together, the smallest first. */
    private final double[] keys;

    private final int[] rows;

    ColumnCandidates(int columns, int ofColumn) {
        this.columns = columns;
        this.ofColumn = ofColumn;
        this.keys = new double[columns * ofColumn];
        this.rows = new int[columns * ofColumn];
        Arrays.fill(keys, Double.POSITIVE_INFINITY);
        Arrays.fill(rows, NONE);
    }

    /** Looks at a whole row, the key of a column being its cost less the row's price. */
    void offer(int row, double[] costs, double price) {
        if (ofColumn == 0) {
            return;
        }
        int last = ofColumn - 1;
        for (int j = 0; j < columns; j++, last += ofColumn) {
            double key = costs[j] - price;
            if (key < keys[last]) {
                insert(j, row, key);
            }
        }
    }

    /** Takes over what another found in later rows. */
    void merge(ColumnCandidates later) {
        for (int place = 0; place < later.rows.length; place++) {
            int column = place / ofColumn;
            if (later.rows[place] != NONE && later.keys[place] < keys[column * ofColumn + ofColumn - 1]) {
                insert(column, later.rows[place], later.keys[place]);
            }
        }
    }

    private void insert(int column, int row, double key) {
        int first = column * ofColumn;
        int place = first + ofColumn - 1;
        while (place > first && keys[place - 1] > key) {
            keys[place] = keys[place - 1];
            rows[place] = rows[place - 1];
            place--;
        }
        keys[place] = key;
        rows[place] = row;
    }

    /** Adds to the candidates of the rows those arcs that are none of theirs yet; the cost of an arc is its key less the column's price. */
    void addTo(SmallestKeys[] ofRows, double[] prices) {
        for (int place = 0; place < rows.length; place++) {
            int row = rows[place];
            int column = place / ofColumn;
            if (row != NONE && !ofRows[row].contains(column)) {
                ofRows[row] = ofRows[row].with(column, keys[place] - prices[column]);
            }
        }
    }
}
