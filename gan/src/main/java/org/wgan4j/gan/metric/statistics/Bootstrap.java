package org.wgan4j.gan.metric.statistics;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.wgan4j.gan.data.SplitMix64;

/**
 * Standard errors by Efron's bootstrap: the standard deviation of a statistic over samples that are drawn with replacement from the sample.
 *
 * <p>Percentiles are not used: distances are biased upwards by noise, and those of resampled samples twice, so that their percentiles can
 * exclude the value. The interval is the value plus and minus 1.96 standard errors.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, algorithm 6.1. Safe for use by several threads.
 */
public final class Bootstrap {
    /** The number of draws; the relative error of the standard error is then about 7 %. */
    public static final int DRAWS = 100;

    /** The 97.5 % quantile of the standard normal distribution. */
    static final double NORMAL = 1.959963984540054;

    private Bootstrap() {}

    /** How often each of {@code count} rows comes in {@code count} draws with replacement. */
    public static int[] counts(int count, SplitMix64 random) {
        int[] counts = new int[count];
        for (int i = 0; i < count; i++) {
            counts[random.below(count)]++;
        }
        return counts;
    }

    /**
     * The standard deviation of a statistic over the draws.
     *
     * @param statistic the statistic of draw number 0, 1, ...; called by several threads
     */
    public static double standardError(IntToDoubleFunction statistic) {
        return deviation(
                IntStream.range(0, DRAWS).parallel().mapToDouble(statistic).toArray());
    }

    /** The standard deviation (n - 1) of numbers, added in their order. */
    public static double deviation(double[] values) {
        double mean = HistogramStatistics.sum(values) / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
