package org.wgan4j.transport.approximate;

import java.util.Arrays;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.ShapeMismatchException;

/** The coordinates of a measure's points, stored axis by axis so that loops over points can be vectorised. */
final class CoordinateArrays {
    /** The number of points of a block that fits the first-level cache with its results. */
    private static final int BLOCK = 512;

    private final double[][] axes;
    private final int size;

    private CoordinateArrays(double[][] axes, int size) {
        this.axes = axes;
        this.size = size;
    }

    /** Copies the coordinates. */
    static CoordinateArrays of(Measure measure) {
        return of(measure, 1);
    }

    /** Copies the coordinates, divided by a power of two. */
    static CoordinateArrays of(Measure measure, double unit) {
        int size = measure.size();
        double[][] axes = new double[measure.dimension()][size];
        for (int start = 0; start < size; start += 32) {
            int end = Math.min(size, start + 32);
            for (int k = 0; k < axes.length; k++) {
                double[] axis = axes[k];
                for (int i = start; i < end; i++) {
                    axis[i] = measure.coordinate(i, k) / unit;
                }
            }
        }
        return new CoordinateArrays(axes, size);
    }

    /** Checks that the points of both measures have the same number of coordinates, at least one. */
    static void checkDimensions(Measure source, Measure target) {
        if (source.dimension() == 0 || source.dimension() != target.dimension()) {
            throw new ShapeMismatchException("the source's points have " + source.dimension()
                    + " coordinates and the target's have " + target.dimension()
                    + "; give points with the same number, at least one");
        }
    }

    /** A power of two near the largest coordinate of two measures, in which squares neither overflow nor underflow; 1 if all are 0. */
    static double unit(Measure source, Measure target) {
        double largest = Math.max(largest(source), largest(target));
        return largest == 0 ? 1 : Math.scalb(1.0, Math.max(-1000, Math.min(1000, Math.getExponent(largest))));
    }

    private static double largest(Measure measure) {
        double largest = 0;
        for (int i = 0; i < measure.size(); i++) {
            for (int k = 0; k < measure.dimension(); k++) {
                largest = Math.max(largest, Math.abs(measure.coordinate(i, k)));
            }
        }
        return largest;
    }

    int size() {
        return size;
    }

    double[] axis(int k) {
        return axes[k];
    }

    /** The coordinates point by point. */
    double[][] points() {
        return MatrixProduct.transposed(axes);
    }

    /**
     * The inner products of all points with some directions.
     *
     * @param directions {@code [any][dimension]}
     * @param from the first direction taken
     * @param into {@code [taken][size]}, filled with zeros
     */
    void project(double[][] directions, int from, double[][] into, Limits.Deadline deadline) {
        int dimension = axes.length;
        int fours = dimension & ~3;
        for (int start = 0; start < size; start += BLOCK) {
            int end = Math.min(size, start + BLOCK);
            deadline.check((long) (end - start) * dimension * into.length);
            for (int k = 0; k < fours; k += 4) {
                for (int l = 0; l < into.length; l++) {
                    addFourAxes(k, directions[from + l], into[l], start, end);
                }
            }
            for (int k = fours; k < dimension; k++) {
                for (int l = 0; l < into.length; l++) {
                    addAxis(axes[k], directions[from + l][k], into[l], start, end);
                }
            }
        }
    }

    private void addFourAxes(int k, double[] direction, double[] into, int start, int end) {
        double[] a = axes[k];
        double[] b = axes[k + 1];
        double[] c = axes[k + 2];
        double[] d = axes[k + 3];
        double s = direction[k];
        double t = direction[k + 1];
        double u = direction[k + 2];
        double v = direction[k + 3];
        for (int i = start; i < end; i++) {
            into[i] += (s * a[i] + t * b[i]) + (u * c[i] + v * d[i]);
        }
    }

    private static void addAxis(double[] axis, double factor, double[] into, int start, int end) {
        for (int i = start; i < end; i++) {
            into[i] += factor * axis[i];
        }
    }

    /** A copy of the points from {@code start} up to {@code end}, so that loops over them start at 0 and stay in the cache. */
    CoordinateArrays slice(int start, int end) {
        double[][] slices = new double[axes.length][];
        for (int k = 0; k < slices.length; k++) {
            slices[k] = Arrays.copyOfRange(axes[k], start, end);
        }
        return new CoordinateArrays(slices, end - start);
    }

    /** The squared distances from a point to all points. */
    void squaredDistances(double[] point, double[] into) {
        Arrays.fill(into, 0);
        int fours = axes.length & ~3;
        for (int k = 0; k < fours; k += 4) {
            addFourSquares(k, point, into);
        }
        for (int k = fours; k < axes.length; k++) {
            double[] axis = axes[k];
            double origin = point[k];
            for (int i = 0; i < into.length; i++) {
                double x = axis[i] - origin;
                into[i] += x * x;
            }
        }
    }

    private void addFourSquares(int k, double[] point, double[] into) {
        double[] a = axes[k];
        double[] b = axes[k + 1];
        double[] c = axes[k + 2];
        double[] d = axes[k + 3];
        double s = point[k];
        double t = point[k + 1];
        double u = point[k + 2];
        double v = point[k + 3];
        for (int i = 0; i < into.length; i++) {
            double w = a[i] - s;
            double x = b[i] - t;
            double y = c[i] - u;
            double z = d[i] - v;
            into[i] += (w * w + x * x) + (y * y + z * z);
        }
    }
}
