package org.wgan4j.transport;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Masses on a regular grid with unit spacing: cell (k_1, ..., k_d) is the point with those coordinates.
 *
 * <p>Cells are counted row by row, the last axis fastest, as images are.
 *
 * <p>Immutable, with masses of its own copied from those given, and safe for use by several threads.
 */
public final class Histogram implements Measure {
    private final int[] shape;
    private final double[] masses;

    private Histogram(int[] shape, double[] masses) {
        this.shape = shape;
        this.masses = masses;
    }

    /** Masses at the positions 0, 1, 2, ... of a line. */
    public static Histogram of(double... masses) {
        return new Histogram(new int[] {masses.length}, MassCheck.checked(masses));
    }

    /** Masses {@code [height][width]} at the pixels of an image. */
    public static Histogram image(double[][] masses) {
        int width = masses.length == 0 ? 0 : masses[0].length;
        double[] flat = new double[MassCheck.size(masses.length, width)];
        for (int row = 0; row < masses.length; row++) {
            if (masses[row].length != width) {
                throw new ShapeMismatchException("row " + row + " has " + masses[row].length + " cells and row 0 has "
                        + width + "; all rows need the same number");
            }
            System.arraycopy(masses[row], 0, flat, row * width, width);
        }
        return new Histogram(new int[] {masses.length, width}, MassCheck.checked(flat));
    }

    /** Masses on a grid of any number of axes, the last axis fastest; the product of the axes is the number of masses. */
    public static Histogram grid(List<Integer> shape, double... masses) {
        if (shape.isEmpty() || shape.stream().anyMatch(axis -> axis < 1) || cells(shape) != masses.length) {
            throw new ShapeMismatchException("there are " + masses.length + " masses for a grid of shape " + shape
                    + "; every axis must be at least 1 and their product the number of masses");
        }
        return new Histogram(shape.stream().mapToInt(Integer::intValue).toArray(), MassCheck.checked(masses));
    }

    /** The number of cells, as a double because it may overflow an int. */
    private static double cells(List<Integer> shape) {
        return shape.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    }

    /** The lengths of the axes. */
    public List<Integer> shape() {
        return IntStream.of(shape).boxed().toList();
    }

    /** Whether both are masses on the same cells. */
    public boolean sameGrid(Histogram other) {
        return Arrays.equals(shape, other.shape);
    }

    @Override
    public int size() {
        return masses.length;
    }

    @Override
    public double mass(int point) {
        return masses[point];
    }

    @Override
    public int dimension() {
        return shape.length;
    }

    @Override
    public double coordinate(int point, int axis) {
        int rest = point;
        for (int k = shape.length - 1; k > axis; k--) {
            rest /= shape[k];
        }
        return rest % shape[axis];
    }

    @Override
    public Histogram normalized() {
        return new Histogram(shape, MassCheck.normalized(masses));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that && sameGrid(that) && Arrays.equals(masses, that.masses);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(masses);
    }
}
