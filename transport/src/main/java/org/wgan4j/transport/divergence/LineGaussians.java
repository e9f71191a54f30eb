package org.wgan4j.transport.divergence;

import java.util.Arrays;
import org.wgan4j.transport.approximate.Gaussian;

/**
 * Two Gaussians on the line, in the coordinate in which the narrower is standard normal.
 *
 * @param shift the mean of the wider
 * @param width its standard deviation, at least 1
 */
record LineGaussians(double shift, double width) {
    /** The integration range in standard deviations; the mass outside is below 1e-22. */
    private static final int DEVIATIONS = 10;

    /** Beyond this shift or width the densities are disjoint to 90 digits, and squares would overflow. */
    private static final double DISJOINT = 1e100;

    private static final GaussLegendre RULE = GaussLegendre.ofOrder(20);

    /** The two Gaussians in any order, for symmetric divergences. */
    static LineGaussians of(Gaussian p, Gaussian q) {
        Gaussian narrow = p.covariance(0, 0) <= q.covariance(0, 0) ? p : q;
        Gaussian wide = narrow == p ? q : p;
        double unit = Math.sqrt(narrow.covariance(0, 0));
        return new LineGaussians(
                Math.abs(wide.mean()[0] - narrow.mean()[0]) / unit,
                Math.sqrt(wide.covariance(0, 0) / narrow.covariance(0, 0)));
    }

    /** The mass of the narrower minus that of the wider between the two points where their densities are equal. */
    double totalVariation() {
        if (Math.max(shift, width) > DISJOINT) {
            return 1;
        }
        double excess = (width - 1) * (width + 1);
        double reach = width * Math.sqrt(shift * shift + 2 * excess * Math.log(width));
        if (reach == 0) {
            return 0;
        }
        // the roots of excess x^2 + 2 shift x - (shift^2 + 2 width^2 ln width), each without cancellation
        double low = -(shift + reach) / excess; // minus infinity at equal widths
        double high = (shift * shift + 2 * width * width * Math.log(width)) / (shift + reach);
        double narrow = ErrorFunction.normalBetween(low, high);
        double wide = ErrorFunction.normalBetween((low - shift) / width, (high - shift) / width);
        return Math.min(1, Math.max(0, narrow - wide));
    }

    /** The integral of the mean density times the entropy loss, over intervals of half a deviation of either. */
    double jensenShannon() {
        if (Math.max(shift, width) > DISJOINT) {
            return HistogramDivergence.JENSEN_SHANNON_BOUND;
        }
        double[] ends = new double[2 * (4 * DEVIATIONS + 1)];
        int count = 0;
        for (int k = -2 * DEVIATIONS; k <= 2 * DEVIATIONS; k++) {
            ends[count++] = k / 2.0;
            ends[count++] = shift + width * k / 2.0;
        }
        Arrays.sort(ends);
        double sum = 0;
        for (int k = 0; k + 1 < ends.length; k++) {
            if (ends[k + 1] > ends[k]) {
                sum += RULE.integral(this::integrand, ends[k], ends[k + 1]);
            }
        }
        return sum;
    }

    private double integrand(double x) {
        double z = (x - shift) / width;
        double narrow = Math.exp(-x * x / 2);
        double wide = Math.exp(-z * z / 2) / width;
        double less = (x * (1 - width) - shift) / width; // z - x
        double half = less * (z + x) / 4 + Math.log(width) / 2; // half the logarithm of narrow / wide
        return (narrow + wide) / 2 / Math.sqrt(2 * Math.PI) * entropyLoss(Math.tanh(half));
    }

    /** {@code ((1 + u) ln(1 + u) + (1 - u) ln(1 - u)) / 2}: ln 2 minus the entropy of a Bernoulli variable with probability (1 + u) / 2. */
    private static double entropyLoss(double u) {
        double square = u * u;
        if (square > 0.04) {
            double tails = square == 1 ? 0 : (1 - Math.abs(u)) * Math.log1p(-Math.abs(u));
            return ((1 + Math.abs(u)) * Math.log1p(Math.abs(u)) + tails) / 2;
        }
        double sum = 0;
        for (int k = 10; k >= 1; k--) { // the series of u^(2k) / (2k (2k - 1)), where the formula above would cancel
            sum = square * (sum + 1.0 / (2 * k * (2 * k - 1)));
        }
        return sum;
    }
}
