package org.wgan4j.gan.metric.statistics;

/**
 * Student's t distribution with a whole number of degrees of freedom.
 *
 * <p>The probability within (-t, t) is a finite sum in the angle atan(t / sqrt(freedom)): Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 26.7.3 (odd) and 26.7.4 (even). Its inverse is found by bisection of the angle. Safe for use by several threads.
 */
public final class StudentT {
    /** With more degrees of freedom the quantile differs from the normal one by less than 3e-6. */
    private static final int NEARLY_NORMAL = 1_000_000;

    private StudentT() {}

    /** The t for which a share of the distribution lies within (-t, t). */
    public static double central(double share, int freedom) {
        if (!(share > 0 && share < 1) || freedom < 1) {
            throw new IllegalArgumentException("share " + share + " with " + freedom
                    + " degrees of freedom; the share must be between 0 and 1 and the freedom at least 1");
        }
        int terms = Math.min(freedom, NEARLY_NORMAL);
        double low = 0;
        double high = Math.PI / 2;
        for (int halving = 0; halving < 100; halving++) {
            double middle = (low + high) / 2;
            if (within(middle, terms) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(terms) * Math.tan((low + high) / 2);
    }

    /** The probability within (-t, t) for t = sqrt(freedom) tan(angle). */
    static double within(double angle, int freedom) {
        double cosine = Math.cos(angle);
        double squared = cosine * cosine;
        boolean odd = freedom % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= freedom - 2 && term > 1e-18 * sum; k += 2) {
            term *= squared * (k - 1) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }
}
