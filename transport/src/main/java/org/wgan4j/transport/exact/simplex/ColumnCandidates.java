package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;

/** The cheapest rows of every column, in flat arrays, because each chunk of rows has one of these. */
final class ColumnCandidates {
    private static final int NONE = -1;

    private final int columns;
    private final int ofColumn;

    /** The keys of a column are contiguous, the smallest first. */
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

    /** Inserts a row; the key of a column is its cost less the row's potential. */
    void offer(int row, double[] costs, double potential) {
        if (ofColumn == 0) {
            return;
        }
        int last = ofColumn - 1;
        for (int j = 0; j < columns; j++, last += ofColumn) {
            double key = costs[j] - potential;
            if (key < keys[last]) {
                insert(j, row, key);
            }
        }
    }

    /** Merges the candidates of later rows. */
    void merge(ColumnCandidates later) {
        for (int slot = 0; slot < later.rows.length; slot++) {
            int column = slot / ofColumn;
            if (later.rows[slot] != NONE && later.keys[slot] < keys[column * ofColumn + ofColumn - 1]) {
                insert(column, later.rows[slot], later.keys[slot]);
            }
        }
    }

    private void insert(int column, int row, double key) {
        int first = column * ofColumn;
        int slot = first + ofColumn - 1;
        while (slot > first && keys[slot - 1] > key) {
            keys[slot] = keys[slot - 1];
            rows[slot] = rows[slot - 1];
            slot--;
        }
        keys[slot] = key;
        rows[slot] = row;
    }

    /** Adds the arcs to the candidates of their rows unless they are there; the cost of an arc is its key less the column's potential. */
    void addTo(SmallestKeys[] ofRows, double[] potentials) {
        for (int slot = 0; slot < rows.length; slot++) {
            int row = rows[slot];
            int column = slot / ofColumn;
            if (row != NONE && !ofRows[row].contains(column)) {
                ofRows[row] = ofRows[row].with(column, keys[slot] - potentials[column]);
            }
        }
    }
}
