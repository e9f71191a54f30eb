package org.wgan4j.gan.metric.classes;

import org.wgan4j.gan.metric.statistics.HistogramStatistics;

/**
 * The modes of a mixture of equal Gaussians that samples cover, in any dimension (Lin, Khetan, Fanti and Oh, "PacGAN", 2018,
 * section 4.1; first used by Srivastava et al., "VEEGAN", 2017).
 *
 * <p>A sample is of high quality if it lies within {@link #DEVIATIONS} standard deviations of its nearest centre. A mode counts as found
 * with at least one such sample. Of samples from the mixture itself in the plane, 98.9 % are of high quality.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param found the number of modes found
 * @param modes the number of modes
 * @param highQualityShare the share of all samples that are of high quality, 0 to 1
 * @param reverseKl KL divergence in nats of the shares of the modes from equal shares, each sample, good or bad, counted for its nearest
 *     centre; 0 to log of the number of modes, and about (modes - 1) / (2 samples) for samples of the mixture itself
 * @param samples the number of samples
 */
public record MixtureModes(int found, int modes, double highQualityShare, double reverseKl, int samples) {
    /** How many standard deviations from its centre a sample may lie. */
    public static final double DEVIATIONS = 3;

    /**
     * Counts modes.
     *
     * @param samples {@code [n][d]}, at least one; a sample with a NaN or an infinity is of low quality and in no mode
     * @param centres {@code [modes][d]}, at least one
     * @param deviation the standard deviation of each Gaussian along each axis, above 0
     */
    public static MixtureModes of(double[][] samples, double[][] centres, double deviation) {
        if (samples.length == 0 || centres.length == 0 || !(deviation > 0)) {
            throw new IllegalArgumentException(samples.length + " samples, " + centres.length
                    + " centres and a standard deviation of " + deviation + "; all must be above 0");
        }
        int[] nearest = new int[centres.length];
        boolean[] found = new boolean[centres.length];
        int good = 0;
        double reach = DEVIATIONS * deviation;
        for (double[] sample : samples) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < centres.length; c++) {
                double square = squaredDistance(sample, centres[c]);
                if (square < least) {
                    least = square;
                    best = c;
                }
            }
            if (best >= 0) {
                nearest[best]++;
                if (least <= reach * reach) {
                    found[best] = true;
                    good++;
                }
            }
        }
        int modes = 0;
        for (boolean one : found) {
            modes += one ? 1 : 0;
        }
        return new MixtureModes(
                modes,
                centres.length,
                (double) good / samples.length,
                HistogramStatistics.klFromUniform(nearest),
                samples.length);
    }

    private static double squaredDistance(double[] sample, double[] centre) {
        if (sample.length != centre.length) {
            throw new IllegalArgumentException("a sample has " + sample.length + " coordinates and a centre "
                    + centre.length + "; they must agree");
        }
        double sum = 0;
        for (int k = 0; k < sample.length; k++) {
            sum += (sample[k] - centre[k]) * (sample[k] - centre[k]);
        }
        return sum;
    }
}
