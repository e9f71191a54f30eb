package org.wgan4j.transport.approximate;

import java.util.SplittableRandom;
import org.wgan4j.transport.Samples;

/** Seeded points for tests. */
final class Clouds {
    private Clouds() {}

    /** A function of an axis and a coordinate. */
    @FunctionalInterface
    interface CoordinateFunction {
        double at(int axis, double value);
    }

    static Samples normal(int n, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[n][dimension];
        for (double[] point : points) {
            for (int k = 0; k < dimension; k++) {
                point[k] = random.nextGaussian();
            }
        }
        return Samples.of(points);
    }

    static Samples mapped(Samples samples, CoordinateFunction function) {
        double[][] points = new double[samples.size()][samples.dimension()];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < points[i].length; k++) {
                points[i][k] = function.at(k, samples.coordinate(i, k));
            }
        }
        return Samples.of(points).weighted(samples.masses());
    }

    /** Random weights, the first of them 0. */
    static double[] weights(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[n];
        for (int i = 1; i < n; i++) {
            weights[i] = random.nextDouble();
        }
        return weights;
    }

    /** A random matrix with entries from -1 to 1. */
    static double[][] matrix(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextDouble(-1, 1);
            }
        }
        return matrix;
    }

    /** M M' for a random M, which is a covariance of at most that rank. */
    static double[][] covariance(int dimension, int rank, long seed) {
        double[][] matrix = matrix(dimension, rank, seed);
        return MatrixProduct.symmetrized(MatrixProduct.of(matrix, MatrixProduct.transposed(matrix)));
    }
}
