package org.wgan4j.gan.metric.features;

import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Bootstrap;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.transport.approximate.Gaussian;
import org.wgan4j.transport.approximate.GaussianTransport;

/**
 * The Fréchet distance of two tables of features: {@code |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^1/2)} with their means and their covariances
 * (which divide by n - 1), the squared W2 distance of the Gaussians fitted to them.
 *
 * <p>It is biased up, the more the fewer samples: compare values of equal counts, and with their floor. Its name with the features of an
 * Inception network is FID; with other features its values are on another scale.
 *
 * <p>Safe for use by several threads.
 *
 * <p>Source: Heusel et al., "GANs trained by a two time-scale update rule", 2017, equation 6.
 */
public final class FrechetDistance {
    private static final long STREAM = 0x66726563686574L; // "frechet"

    /** Products of covariances of larger features may overflow. */
    private static final double MOST = 1e70;

    private FrechetDistance() {}

    public static Measurement of(MetricInput input) {
        return between(input.generatedFeatures(), input.referenceFeatures(), input.seed());
    }

    /**
     * The distance with the standard error of a bootstrap that resamples both sides.
     *
     * <p>Each side needs more rows than there are features, or its covariance is singular. The interval does not account for the bias;
     * see {@link Bootstrap} on why it is centred on the value.
     *
     * @param generated {@code [n, d]}
     * @param reference {@code [m, d]}
     */
    public static Measurement between(Features generated, Features reference, long seed) {
        checkDimensions(generated, reference);
        int needed = generated.dimension() + 1;
        if (generated.count() < needed) {
            return new Measurement.InsufficientSamples(needed, generated.count(), "generated images");
        }
        if (reference.count() < needed) {
            return new Measurement.InsufficientSamples(needed, reference.count(), "reference images");
        }
        if (largest(generated) > MOST || largest(reference) > MOST) {
            return new Measurement.Undefined(
                    "has features above " + MOST + ", whose fourth powers are no finite numbers");
        }
        WeightedMoments ofGenerated = WeightedMoments.of(generated);
        WeightedMoments ofReference = WeightedMoments.of(reference);
        double value = distance(ofGenerated.gaussian(), ofReference.gaussian());
        double error = Bootstrap.standardError(draw -> {
            SplitMix64 random = new SplitMix64(seed, STREAM, draw);
            return distance(
                    ofGenerated.gaussian(Bootstrap.counts(generated.count(), random)),
                    ofReference.gaussian(Bootstrap.counts(reference.count(), random)));
        });
        return Measurement.ofError(value, error, 0, Double.POSITIVE_INFINITY, generated.count(), reference.count());
    }

    private static double largest(Features features) {
        double largest = 0;
        for (double value : features.inPlace()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double distance(Gaussian a, Gaussian b) {
        return GaussianTransport.between(a, b).cost();
    }

    /** Refuses features of different networks. */
    static void checkDimensions(Features generated, Features reference) {
        if (generated.dimension() != reference.dimension()) {
            throw new IllegalArgumentException("generated samples have " + generated.dimension()
                    + " features and reference samples " + reference.dimension() + "; take both from the same network");
        }
    }
}
