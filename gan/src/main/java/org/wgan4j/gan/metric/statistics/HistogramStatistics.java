package org.wgan4j.gan.metric.statistics;

/** Entropy and divergences of histograms: counts or weights of at least 0, normalised by their sum. Safe for use by several threads. */
public final class HistogramStatistics {
    private HistogramStatistics() {}

    /** The KL divergence in nats of a histogram from the uniform distribution; 0 for an empty one. */
    public static double klFromUniform(int[] counts) {
        double[] weights = new double[counts.length];
        double total = 0;
        for (int i = 0; i < counts.length; i++) {
            weights[i] = counts[i];
            total += counts[i];
        }
        return total == 0 ? 0 : Math.log(counts.length) - entropy(weights);
    }

    /** Shannon's entropy in nats. */
    public static double entropy(double[] weights) {
        double total = sum(weights);
        double entropy = 0;
        for (double weight : weights) {
            if (weight > 0) {
                double share = weight / total;
                entropy -= share * Math.log(share);
            }
        }
        return entropy;
    }

    /** Half the sum of the differences of the shares, 0 to 1. */
    public static double totalVariation(double[] a, double[] b) {
        double ofA = sum(a);
        double ofB = sum(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] / ofA - b[i] / ofB);
        }
        return sum / 2;
    }

    public static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
