package org.wgan4j.gan.metric.features;

import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Bootstrap;
import org.wgan4j.gan.metric.statistics.HistogramStatistics;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * The kernel distance of two tables of features: the unbiased estimate of the squared maximum mean discrepancy under the kernel
 * {@code k(x, y) = (x.y / d + 1)^3}, over all pairs.
 *
 * <p>Its expectation between samples of one distribution is 0 for any number of them, so that it can be negative. With the features of
 * an Inception network it is known as KID.
 *
 * <p>The standard error is the delete-one jackknife over both sides. The row sums of the kernel matrices give all n + m leave-one-out
 * values at the cost of one. The published error, the standard deviation over random subsets, is that of a value from one subset. Where both
 * sides have one distribution the U-statistic is degenerate and the jackknife overestimates the error by a factor of up to 1.4.
 *
 * <p>Safe for use by several threads.
 *
 * <p>Source: Bińkowski, Sutherland, Arbel and Gretton, "Demystifying MMD GANs", 2018, section 4; Gretton et al., "A kernel two-sample
 * test", 2012, equation 3; jackknife: Efron and Stein, "The jackknife estimate of variance", 1981.
 */
public final class KernelDistance {
    /** Fewer rows on either side leave no pair once one of them is left out. */
    private static final int LEAST = 3;

    /** The row sums of the reference's kernel matrix without the diagonal. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record WithinReference(double[] sums) {}

    private KernelDistance() {}

    public static Measurement of(MetricInput input) {
        WithinReference reference = input.sharedOfReal(
                WithinReference.class, real -> new WithinReference(within(real.referenceFeatures())));
        return between(input.generatedFeatures(), input.referenceFeatures(), reference.sums);
    }

    /**
     * The distance with its jackknife error; three rows on each side at least.
     *
     * @param generated {@code [n, d]}
     * @param reference {@code [m, d]}
     */
    public static Measurement between(Features generated, Features reference) {
        return between(generated, reference, within(reference));
    }

    /** As {@link #between(Features, Features)} with the reference's {@link #within} sums, which many samples share. */
    static Measurement between(Features generated, Features reference, double[] withinReference) {
        FrechetDistance.checkDimensions(generated, reference);
        int needed = LEAST;
        if (generated.count() < needed) {
            return new Measurement.InsufficientSamples(needed, generated.count(), "generated images");
        }
        if (reference.count() < needed) {
            return new Measurement.InsufficientSamples(needed, reference.count(), "reference images");
        }
        int n = generated.count();
        int m = reference.count();
        double[] rowsX = within(generated);
        double[] crossX = new double[n];
        double[] crossY = new double[m];
        cross(generated, reference, crossX, crossY);
        double sumX = HistogramStatistics.sum(rowsX);
        double sumY = HistogramStatistics.sum(withinReference);
        double sumCross = HistogramStatistics.sum(crossX);
        double value = discrepancy(sumX, n, sumY, m, sumCross);
        double[] withoutX = new double[n];
        for (int i = 0; i < n; i++) {
            withoutX[i] = discrepancy(sumX - 2 * rowsX[i], n - 1, sumY, m, sumCross - crossX[i]);
        }
        double[] withoutY = new double[m];
        for (int j = 0; j < m; j++) {
            withoutY[j] = discrepancy(sumX, n, sumY - 2 * withinReference[j], m - 1, sumCross - crossY[j]);
        }
        double error = Math.sqrt(jackknife(withoutX) + jackknife(withoutY));
        return Measurement.ofError(value, error, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, n, m);
    }

    private static double discrepancy(double sumX, double n, double sumY, double m, double cross) {
        return sumX / (n * (n - 1)) + sumY / (m * (m - 1)) - 2 * cross / (n * m);
    }

    /** The jackknife's variance from the leave-one-out values: (n - 1) / n times the sum of their squared deviations. */
    private static double jackknife(double[] without) {
        double n = without.length;
        double deviation = Bootstrap.deviation(without);
        return (n - 1) / n * deviation * deviation * (n - 1);
    }

    /** For each row the sum of its kernel with all other rows. */
    static double[] within(Features rows) {
        double[] sums = new double[rows.count()];
        double dimension = rows.dimension();
        PairwiseTiles.over(rows, rows, PairwiseTiles.Operation.PRODUCT, block -> (i, from, products) -> {
            cube(products, dimension);
            double sum = sum(products);
            sums[i] += i >= from && i < from + products.length ? sum - products[i - from] : sum;
        });
        return sums;
    }

    /** Adds up the kernel between both tables by rows and by columns. */
    private static void cross(Features x, Features y, double[] byRow, double[] byColumn) {
        double[][] columns = new double[PairwiseTiles.blocks(x)][y.count()];
        double dimension = x.dimension();
        PairwiseTiles.over(x, y, PairwiseTiles.Operation.PRODUCT, block -> (i, from, products) -> {
            cube(products, dimension);
            byRow[i] += sum(products);
            double[] into = columns[block];
            for (int j = 0; j < products.length; j++) {
                into[from + j] += products[j];
            }
        });
        for (double[] part : columns) { // block after block: the same sum on any number of threads
            for (int j = 0; j < byColumn.length; j++) {
                byColumn[j] += part[j];
            }
        }
    }

    private static void cube(double[] products, double dimension) {
        for (int j = 0; j < products.length; j++) {
            double base = products[j] / dimension + 1;
            products[j] = base * base * base;
        }
    }

    /** A sum in four parts, which the processor can add at the same time. */
    private static double sum(double[] values) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < values.length; j += 4) {
            a += values[j];
            b += values[j + 1];
            c += values[j + 2];
            d += values[j + 3];
        }
        for (; j < values.length; j++) {
            a += values[j];
        }
        return (a + b) + (c + d);
    }
}
