package org.wgan4j.transport.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * The distances of many pairs, {@code [rows][columns]}, and which of them are missing because the work was stopped.
 *
 * <p>Immutable, and safe for use by several threads; arrays are handed out as copies.
 */
public final class DistanceMatrix {
    private final double[][] distances;
    private final int columns;
    private final boolean symmetric;

    /** Takes over the array; NaN marks what is missing. */
    DistanceMatrix(double[][] distances, int columns, boolean symmetric) {
        this.distances = distances;
        this.columns = columns;
        this.symmetric = symmetric;
    }

    /**
     * The numbers of a pair, both counted from 0.
     *
     * @param row the first
     * @param column the second
     */
    public record Pair(int row, int column) {}

    /** The number of rows. */
    public int rows() {
        return distances.length;
    }

    /** The number of columns. */
    public int columns() {
        return columns;
    }

    /** Whether it holds the distances within one list, each computed once. */
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
    public List<Pair> missing() {
        List<Pair> missing = new ArrayList<>();
        for (int i = 0; i < distances.length; i++) {
            for (int j = symmetric ? i + 1 : 0; j < columns; j++) {
                if (Double.isNaN(distances[i][j])) {
                    missing.add(new Pair(i, j));
                }
            }
        }
        return List.copyOf(missing);
    }
}
