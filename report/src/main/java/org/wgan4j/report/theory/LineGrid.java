package org.wgan4j.report.theory;

import java.util.function.DoubleUnaryOperator;
import org.wgan4j.transport.Histogram;

/**
 * Evenly spaced places on the line, at which densities are held.
 *
 * @param low the first place
 * @param high the last place, above the first
 * @param size how many there are, at least 2
 */
record LineGrid(double low, double high, int size) {
    /** The distance between neighbours. */
    double step() {
        return (high - low) / (size - 1);
    }

    /** All places, ascending. */
    double[] places() {
        return values(place -> place);
    }

    /** A function at all places. */
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
        return place -> Math.exp(-(place - mean) * (place - mean) / (2 * deviation * deviation))
                / (deviation * Math.sqrt(2 * Math.PI));
    }

    /** The places half-way between neighbours, ascending: where {@link #slopes} are taken. */
    double[] halfway() {
        double[] halfway = new double[size - 1];
        for (int i = 0; i < halfway.length; i++) {
            halfway[i] = low + (i + 0.5) * step();
        }
        return halfway;
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
