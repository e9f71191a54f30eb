package org.wgan4j.gan.metric.sample;

import java.util.Objects;

/**
 * The features of images from a network: a table {@code [count, dimension]}, one row an image.
 *
 * <p>Immutable and safe for use by several threads: arrays are copied on their way in.
 */
public final class Features {
    private final int dimension;
    private final int count;
    private final double[] values;

    private Features(int dimension, double[] values) {
        if (dimension < 1 || values.length % dimension != 0) {
            throw new IllegalArgumentException(values.length + " values in rows of " + dimension
                    + "; the rows must have at least one value and all of them the same number");
        }
        this.dimension = dimension;
        this.count = values.length / dimension;
        this.values = values;
    }

    /**
     * A table from a copy of its values.
     *
     * @param dimension values in a row, at least 1
     * @param values {@code [count, dimension]}, row after row, all finite
     */
    public static Features of(int dimension, double[] values) {
        return new Features(dimension, checked(values.clone()));
    }

    /** As {@link #of(int, double[])}, from single precision, in which networks compute. */
    public static Features of(int dimension, float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return new Features(dimension, checked(copy));
    }

    private static double[] checked(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "value " + i + " of " + values.length + " is " + values[i] + "; features must be finite");
            }
        }
        return values;
    }

    /** How many rows there are; may be 0. */
    public int count() {
        return count;
    }

    /** How many values a row has, at least 1. */
    public int dimension() {
        return dimension;
    }

    /** Value {@code k} of row {@code i}. */
    public double value(int i, int k) {
        return values[Objects.checkIndex(i, count) * dimension + Objects.checkIndex(k, dimension)];
    }

    /** The rows with these indices, in this order; an index may come more than once. */
    public Features select(int[] indices) {
        return new Features(dimension, TableRows.select(values, dimension, count, indices));
    }

    /** All values row after row, in place: not to be changed. */
    public double[] inPlace() {
        return values;
    }

    /** Count and dimension: {@code 10000 rows of 64 features}. */
    @Override
    public String toString() {
        return count + " rows of " + dimension + " features";
    }
}
