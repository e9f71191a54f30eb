package org.wgan4j.report.theory;

import java.util.function.DoubleUnaryOperator;
import org.wgan4j.transport.Histogram;

/**
 * Evenly spaced points on the line at which densities are evaluated.
 *
 * @param low the first point
 * @param high the last point, above the first
 * @param size how many there are, at least 2
 */
record LineGrid(double low, double high, int size) {
    /** The distance between neighbours. */
    double step() {
        return (high - low) / (size - 1);
    }

    /** All points, ascending. */
    double[] points() {
        return values(x -> x);
    }

    /** A function at all points. */
    double[] values(DoubleUnaryOperator function) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = function.applyAsDouble(low + (high - low) * i / (size - 1));
        }
        return values;
    }

    /** A density as a histogram of mass 1; a unit of its line is one {@link #step()}. */
    Histogram histogram(DoubleUnaryOperator density) {
        return Histogram.of(values(density)).normalized();
    }

    /** The density of a Gaussian. */
    static DoubleUnaryOperator gaussian(double mean, double deviation) {
        return x ->
                Math.exp(-(x - mean) * (x - mean) / (2 * deviation * deviation)) / (deviation * Math.sqrt(2 * Math.PI));
    }

    /** The midpoints between neighbours, ascending: where {@link #slopes} are taken. */
    double[] midpoints() {
        double[] midpoints = new double[size - 1];
        for (int i = 0; i < midpoints.length; i++) {
            midpoints[i] = low + (i + 0.5) * step();
        }
        return midpoints;
    }

    /** The slopes between neighbouring values. */
    double[] slopes(double[] values) {
        double[] slopes = new double[values.length - 1];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (values[i + 1] - values[i]) / step();
        }
        return slopes;
    }
}
