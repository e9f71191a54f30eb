package org.wgan4j.gan.metric.pixels;

import java.util.Arrays;

/** The nearest neighbour of each query row, updated row by row. For use by one thread at a time. */
final class NearestNeighbours {
    private final double[] squares;
    private final int[] indices;

    private NearestNeighbours(double[] squares, int[] indices) {
        this.squares = squares;
        this.indices = indices;
    }

    /** No neighbours yet, at infinite distances. */
    static NearestNeighbours none(int count) {
        double[] squares = new double[count];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        return new NearestNeighbours(squares, new int[count]);
    }

    /** Updates row {@code i} with its squared distances to the candidates from {@code from} on. */
    void update(int i, int from, double[] candidates) {
        double least = squares[i];
        for (int j = 0; j < candidates.length; j++) {
            if (candidates[j] < least) {
                least = candidates[j];
                indices[i] = from + j;
            }
        }
        squares[i] = least;
    }

    /** Updates all rows with the neighbours among later candidates. */
    void merge(NearestNeighbours later) {
        for (int i = 0; i < squares.length; i++) {
            if (later.squares[i] < squares[i]) {
                squares[i] = later.squares[i];
                indices[i] = later.indices[i];
            }
        }
    }

    /** The squared distance of row {@code i} to its nearest neighbour. */
    double square(int i) {
        return squares[i];
    }

    /** The index of the nearest neighbour of row {@code i}. */
    int index(int i) {
        return indices[i];
    }

    int count() {
        return squares.length;
    }

    /** A copy of the squared distances. */
    double[] squares() {
        return squares.clone();
    }
}
