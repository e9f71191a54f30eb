package org.wgan4j.report.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The range of the vertical axis of a chart, and the number of points outside it. */
record ValueRange(double minimum, double maximum, int outside) {
    private static final double RARE = 0.01;
    private static final double FLATTENING = 4;

    /**
     * All finite values with a margin of 5 %; or, where single spikes would take up more than three quarters of the axis, the middle 98 % of the
     * values with a margin of 30 %.
     *
     * @param curves at least one with a value
     */
    static ValueRange showing(List<LossCurve> curves) {
        double[] values = curves.stream()
                .flatMapToDouble(curve -> IntStream.range(0, curve.size()).mapToDouble(curve::y))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        ValueRange all = widened(values[0], values[values.length - 1], 0.05);
        double low = values[(int) (RARE * (values.length - 1))];
        double high = values[(int) Math.ceil((1 - RARE) * (values.length - 1))];
        ValueRange most = widened(low, high, 0.3);
        boolean spiked = high > low && all.maximum - all.minimum > FLATTENING * (most.maximum - most.minimum);
        if (!spiked) {
            return all;
        }
        int outside = (int) Arrays.stream(values)
                .filter(value -> value < most.minimum || value > most.maximum)
                .count();
        return new ValueRange(most.minimum, most.maximum, outside);
    }

    private static ValueRange widened(double low, double high, double share) {
        double margin = high > low ? (high - low) * share : Math.max(1e-3, Math.abs(low) * 0.1);
        return new ValueRange(low - margin, high + margin, 0);
    }
}
