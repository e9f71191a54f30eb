package org.wgan4j.transport.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * A matrix of distances {@code [rows][columns]}, with NaN for pairs that were not computed because the computation was stopped.
 *
 * <p>Immutable, and safe for use by several threads; arrays are handed out as copies.
 */
public final class DistanceMatrix {
    private final double[][] distances;
    private final int columns;
    private final boolean symmetric;

    /** Takes over the array; NaN marks missing distances. */
    DistanceMatrix(double[][] distances, int columns, boolean symmetric) {
        this.distances = distances;
        this.columns = columns;
        this.symmetric = symmetric;
    }

    /**
     * The indices of a pair, from 0.
     *
     * @param row the row
     * @param column the column
     */
    public record IndexPair(int row, int column) {}

    /** The number of rows. */
    public int rows() {
        return distances.length;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** Whether it is the symmetric matrix of the distances within one list. */
    public boolean isSymmetric() {
        return symmetric;
    }

    /** The distance of a pair; NaN if it is missing. */
    public double distance(int row, int column) {
        return distances[row][column];
    }

    /** A copy of a row. */
    public double[] row(int row) {
        return distances[row].clone();
    }

    /** A copy of all distances. */
    public double[][] toArray() {
        double[][] copy = new double[distances.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = distances[i].clone();
        }
        return copy;
    }

    /** Whether no distance is missing. */
    public boolean isComplete() {
        for (double[] row : distances) {
            for (double distance : row) {
                if (Double.isNaN(distance)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The pairs whose distance is missing, row by row; of a symmetric matrix those above the diagonal. */
    public List<IndexPair> missing() {
        List<IndexPair> missing = new ArrayList<>();
        for (int i = 0; i < distances.length; i++) {
            for (int j = symmetric ? i + 1 : 0; j < columns; j++) {
                if (Double.isNaN(distances[i][j])) {
                    missing.add(new IndexPair(i, j));
                }
            }
        }
        return List.copyOf(missing);
    }
}
