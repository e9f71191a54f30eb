package org.wgan4j.gan.metric.pixels;

import java.util.Arrays;

/** For each of some rows the nearest so far among other rows. */
final class Nearest {
    private final double[] squares;
    private final int[] indices;

    private Nearest(double[] squares, int[] indices) {
        this.squares = squares;
        this.indices = indices;
    }

    /** Nothing seen yet: infinitely far. */
    static Nearest none(int count) {
        double[] squares = new double[count];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        return new Nearest(squares, new int[count]);
    }

    /** Looks at the squared distances of row {@code i} to the others from {@code from} on. */
    void take(int i, int from, double[] candidates) {
        double least = squares[i];
        for (int j = 0; j < candidates.length; j++) {
            if (candidates[j] < least) {
                least = candidates[j];
                indices[i] = from + j;
            }
        }
        squares[i] = least;
    }

    /** Takes what another found among later rows. */
    void merge(Nearest later) {
        for (int i = 0; i < squares.length; i++) {
            if (later.squares[i] < squares[i]) {
                squares[i] = later.squares[i];
                indices[i] = later.indices[i];
            }
        }
    }

    /** The squared distance of row {@code i} to its nearest. */
    double square(int i) {
        return squares[i];
    }

    /** Which one is nearest to row {@code i}. */
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
