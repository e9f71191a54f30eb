package org.wgan4j.transport;

import java.util.Arrays;

/**
 * Points of R^d, each with a weight: an empirical measure.
 *
 * <p>Immutable, with coordinates and masses of its own copied from those given, and safe for use by several threads.
 */
public final class Samples implements Measure {
    /** Point by point: coordinate k of point i is at {@code i * dimension + k}. */
    private final double[] coordinates;

    private final int dimension;
    private final double[] masses;

    private Samples(double[] coordinates, int dimension, double[] masses) {
        this.coordinates = coordinates;
        this.dimension = dimension;
        this.masses = masses;
    }

    /** Values on the line, of equal mass, 1 in all. */
    public static Samples onLine(double... values) {
        return flat(values.clone(), values.length, 1);
    }

    /** Points {@code [n][dimension]}, of equal mass, 1 in all. */
    public static Samples of(double[][] points) {
        int dimension = points.length == 0 ? 0 : points[0].length;
        double[] coordinates = new double[MassCheck.size(points.length, dimension)];
        for (int i = 0; i < points.length; i++) {
            if (points[i].length != dimension) {
                throw new ShapeMismatchException("point " + i + " has " + points[i].length
                        + " coordinates and point 0 has " + dimension + "; all points need the same number");
            }
            System.arraycopy(points[i], 0, coordinates, i * dimension, dimension);
        }
        return flat(coordinates, points.length, dimension);
    }

    /** Points {@code [n][dimension]}, of equal mass, 1 in all. */
    public static Samples of(float[][] points) {
        double[][] wide = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            wide[i] = new double[points[i].length];
            for (int k = 0; k < points[i].length; k++) {
                wide[i][k] = points[i][k];
            }
        }
        return of(wide);
    }

    private static Samples flat(double[] coordinates, int size, int dimension) {
        if (size == 0 || dimension == 0) {
            throw new ShapeMismatchException("there are " + size + " points of " + dimension
                    + " coordinates; a measure needs at least one point with at least one coordinate");
        }
        for (int k = 0; k < coordinates.length; k++) {
            if (!Double.isFinite(coordinates[k])) {
                throw InvalidMassException.ofCoordinate(k / dimension, coordinates[k]);
            }
        }
        double[] masses = new double[size];
        Arrays.fill(masses, 1.0 / size);
        return new Samples(coordinates, dimension, masses);
    }

    /** The same points with other weights, one a point, each finite and at least 0. */
    public Samples weighted(double... weights) {
        if (weights.length != size()) {
            throw new ShapeMismatchException(
                    "there are " + weights.length + " weights for " + size() + " points; give one a point");
        }
        return new Samples(coordinates, dimension, MassCheck.checked(weights));
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
        return dimension;
    }

    @Override
    public double coordinate(int point, int axis) {
        return coordinates[point * dimension + axis];
    }

    @Override
    public Samples normalized() {
        return new Samples(coordinates, dimension, MassCheck.normalized(masses));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples that
                && dimension == that.dimension
                && Arrays.equals(coordinates, that.coordinates)
                && Arrays.equals(masses, that.masses);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(coordinates) + Arrays.hashCode(masses);
    }
}
