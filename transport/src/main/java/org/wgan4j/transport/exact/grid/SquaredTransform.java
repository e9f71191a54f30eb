package org.wgan4j.transport.exact.grid;

import java.util.Arrays;
import org.wgan4j.transport.Limits;

/**
 * The transform {@code h(i) = min_j |i - j|^2 + w(j)} over all cells of a grid, one axis after the other (Felzenszwalb, Huttenlocher 2012).
 *
 * <p>A grid of N^d cells takes d N^(d + 1) operations, not N^(2 d). It is computed a slab at a time: all i of one first coordinate. For use
 * by one thread at a time.
 */
final class SquaredTransform {
    private final int[] shape;
    /** The number of cells of a slab. */
    private final int slabCells;
    /** The partial minima over the axes so far: that after axis k depends on i in the axes up to k, and on j in the others. */
    private final double[][] partial;

    private final double[] squares;

    /** For grids of a shape. */
    SquaredTransform(Grid grid) {
        shape = grid.shape();
        slabCells = grid.cells() / shape[0];
        partial = new double[shape.length][slabCells];
        int longest = grid.longest();
        squares = new double[2 * longest + 1];
        for (int k = -longest; k <= longest; k++) {
            squares[k + longest] = (double) k * k;
        }
    }

    /** The number of cells of a slab, which are contiguous. */
    int slabCells() {
        return slabCells;
    }

    /** The minima for all cells of a slab, in an array that the next call overwrites; w may be infinite. */
    double[] slab(int first, double[] w) {
        double[] minima = partial[0];
        Arrays.fill(minima, Double.POSITIVE_INFINITY);
        for (int j = 0; j < shape[0]; j++) {
            lower(minima, 0, w, j * slabCells, slabCells, square(first - j));
        }
        int inner = slabCells;
        for (int axis = 1; axis < shape.length; axis++) {
            inner /= shape[axis];
            Arrays.fill(partial[axis], Double.POSITIVE_INFINITY);
            along(axis, inner);
        }
        return partial[shape.length - 1];
    }

    private double square(int distance) {
        return squares[distance + squares.length / 2];
    }

    private void along(int axis, int inner) {
        double[] before = partial[axis - 1];
        double[] after = partial[axis];
        int length = shape[axis];
        for (int line = 0; line < slabCells; line += length * inner) {
            for (int j = 0; j < length; j++) {
                if (inner == 1) {
                    lowerLine(after, line, length, before[line + j], squares.length / 2 - j);
                } else {
                    for (int i = 0; i < length; i++) {
                        lower(after, line + i * inner, before, line + j * inner, inner, square(i - j));
                    }
                }
            }
        }
    }

    private static void lower(double[] into, int at, double[] from, int start, int count, double more) {
        for (int k = 0; k < count; k++) {
            into[at + k] = Math.min(into[at + k], from[start + k] + more);
        }
    }

    private void lowerLine(double[] into, int at, int count, double value, int squareStart) {
        for (int k = 0; k < count; k++) {
            into[at + k] = Math.min(into[at + k], value + squares[squareStart + k]);
        }
    }

    /** The minima for all cells. */
    double[] all(double[] w, Limits.Deadline deadline) {
        double[] minima = new double[w.length];
        for (int first = 0; first < shape[0]; first++) {
            deadline.checkPatiently((long) slabCells * shape[0]);
            System.arraycopy(slab(first, w), 0, minima, first * slabCells, slabCells);
        }
        return minima;
    }

    /** The cell j of the minimum of a cell of the slab that was computed last. */
    int minimiser(int first, int cellOfSlab, double[] w) {
        int at = cellOfSlab;
        int inner = 1;
        for (int axis = shape.length - 1; axis > 0; axis--) {
            int i = at / inner % shape[axis];
            int line = at - i * inner;
            int j = 0;
            while (partial[axis - 1][line + j * inner] + square(i - j) != partial[axis][at]) {
                j++;
            }
            at = line + j * inner;
            inner *= shape[axis];
        }
        int j = 0;
        while (w[j * slabCells + at] + square(first - j) != partial[0][at]) {
            j++;
        }
        return j * slabCells + at;
    }
}
