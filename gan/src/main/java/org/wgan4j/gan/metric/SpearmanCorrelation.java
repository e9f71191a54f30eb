package org.wgan4j.gan.metric;

/** TODO. */
public record SpearmanCorrelation(double value, double low, double high, int pairs) {
    /** TODO. */
    public static Finding of(double[] x, double[] y) {
        throw new UnsupportedOperationException(x.length + " " + y.length);
    }
}
