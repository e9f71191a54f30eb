package org.wgan4j.transport.exact.grid;

import java.util.Arrays;
import org.wgan4j.transport.Histogram;

/** The cells of a regular grid, numbered with the last axis fastest. */
final class Grid {
    private final int[] shape;

    /** The grid whose axes have these lengths. */
    Grid(int... shape) {
        this.shape = shape;
    }

    static Grid of(Histogram histogram) {
        return new Grid(histogram.shape().stream().mapToInt(Integer::intValue).toArray());
    }

    /** The lengths of the axes, not a copy. */
    int[] shape() {
        return shape;
    }

    /** The number of axes. */
    int axes() {
        return shape.length;
    }

    /** The number of cells. */
    int cells() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    /** The length of the longest axis. */
    int longest() {
        return Arrays.stream(shape).max().orElse(1);
    }

    /** The distance between opposite corners. */
    double diameter() {
        return Math.sqrt(squaredDistance(0, cells() - 1));
    }

    /** The grid of half the resolution, rounded up. */
    Grid halved() {
        return new Grid(Arrays.stream(shape).map(length -> (length + 1) / 2).toArray());
    }

    /** The cell of the halved grid that contains each cell. */
    int[] cellsOfHalved() {
        int[] half = halved().shape;
        int[] coarse = new int[cells()];
        for (int cell = 0; cell < coarse.length; cell++) {
            int rest = cell;
            int stride = 1;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                coarse[cell] += rest % shape[axis] / 2 * stride;
                rest /= shape[axis];
                stride *= half[axis];
            }
        }
        return coarse;
    }

    /** The squared Euclidean distance of two cells, an integer. */
    double squaredDistance(int cell1, int cell2) {
        int rest1 = cell1;
        int rest2 = cell2;
        double sum = 0;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            double step = rest1 % shape[axis] - rest2 % shape[axis];
            sum += step * step;
            rest1 /= shape[axis];
            rest2 /= shape[axis];
        }
        return sum;
    }
}
