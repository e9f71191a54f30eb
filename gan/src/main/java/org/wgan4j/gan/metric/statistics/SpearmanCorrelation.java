package org.wgan4j.gan.metric.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Spearman's rank correlation, in [-1, 1]. Equal values share the mean of their ranks.
 *
 * <p>The interval is Fisher's: atanh of the correlation plus and minus 1.96 sqrt((1 + r^2 / 2) / (n - 3)) (Bonett and Wright, "Sample size
 * requirements for estimating Pearson, Kendall and Spearman correlations", 2000). It assumes independent pairs: along one training run they
 * are dependent, and the interval is too narrow.
 *
 * <p>Safe for use by several threads; arrays are read and not kept.
 */
public final class SpearmanCorrelation {
    /** Fewer pairs give no interval. */
    public static final int MINIMUM = 4;

    private SpearmanCorrelation() {}

    /**
     * The correlation of pairs {@code (x[i], y[i])}, with no NaN among them.
     *
     * <p>Where one side has one value only there are no ranks to compare, and the correlation is {@link Measurement.Undefined}.
     */
    public static Measurement of(double[] x, double[] y) {
        int n = x.length;
        if (n != y.length) {
            throw new IllegalArgumentException(n + " and " + y.length + " values; there must be as many of both");
        }
        if (n < MINIMUM) {
            return new Measurement.InsufficientSamples(MINIMUM, n, "pairs");
        }
        if (isConstant(x) || isConstant(y)) {
            return new Measurement.Undefined("all values of one side are equal, so they have no ranks");
        }
        double correlation = pearson(ranks(x), ranks(y));
        if (Math.abs(correlation) == 1) {
            return Measurement.Estimate.without(correlation, "the ranks agree in full", n, 0);
        }
        double error = Math.sqrt((1 + correlation * correlation / 2) / (n - 3));
        double centre = Math.log((1 + correlation) / (1 - correlation)) / 2;
        return new Measurement.Estimate(
                correlation,
                Math.min(correlation, Math.tanh(centre - Bootstrap.NORMAL * error)),
                Math.max(correlation, Math.tanh(centre + Bootstrap.NORMAL * error)),
                error * (1 - correlation * correlation),
                n,
                0);
    }

    private static boolean isConstant(double[] values) {
        return Arrays.stream(values).map(SpearmanCorrelation::checked).allMatch(value -> value == values[0]);
    }

    /** Ranks from 1, those of equal values averaged. */
    static double[] ranks(double[] values) {
        int n = values.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> checked(values[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[n];
        int start = 0;
        while (start < n) {
            int end = start + 1;
            while (end < n && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    private static double checked(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a value is NaN; leave out the pairs that were not measured");
        }
        return value;
    }

    private static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double products = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            products += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return Math.max(-1, Math.min(1, products / Math.sqrt(squaresA * squaresB)));
    }
}
