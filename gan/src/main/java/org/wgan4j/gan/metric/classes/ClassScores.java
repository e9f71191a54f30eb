package org.wgan4j.gan.metric.classes;

import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Bootstrap;
import org.wgan4j.gan.metric.statistics.HistogramStatistics;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * Metrics of the class probabilities of generated samples.
 *
 * <p>The classifier score is {@code exp(mean KL(p(y|x) || p(y)))} over all samples at once, from 1 to the number of classes: high where the
 * classifier is confident of each sample and all classes occur. With an Inception network it is known as the Inception score
 * (Salimans et al., "Improved techniques for training GANs", 2016, section 4); it ignores the variety within classes.
 *
 * <p>The class of a sample is the one with the highest probability. The interval of the confident share is Wilson's for a proportion; other standard errors
 * are those of {@link Bootstrap}, of the total variation over both sides.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param classifierScore 1 to the number of classes
 * @param entropy of the class histogram in nats, 0 to the log of the number of classes
 * @param confidentShare share of samples with a class of probability {@link #CONFIDENT} or more
 * @param classesPresent how many classes have at least one confident sample
 * @param totalVariation between the class histograms of both sides, 0 to 1: the share of samples that would have to change class
 */
public record ClassScores(
        Measurement classifierScore,
        Measurement entropy,
        Measurement confidentShare,
        Measurement classesPresent,
        Measurement totalVariation) {

    /** The least probability of a class for which a sample is confident. */
    public static final double CONFIDENT = 0.9;

    /** The least number of samples on each side. */
    private static final int LEAST = 100;

    private static final long STREAM = 0x636c617373L; // "class"

    public static ClassScores of(MetricInput input) {
        return of(input.generatedClasses(), input.referenceClasses(), input.seed());
    }

    /**
     * Scores a sample; it takes 100 of them, and for the total variation 100 of the reference.
     *
     * @param generated {@code [n, classes]}
     * @param reference {@code [m, classes]}
     */
    public static ClassScores of(ClassProbabilities generated, ClassProbabilities reference, long seed) {
        if (generated.classes() != reference.classes()) {
            throw new IllegalArgumentException("generated samples have " + generated.classes()
                    + " classes and reference samples " + reference.classes() + "; take both from the same classifier");
        }
        int n = generated.count();
        if (n < LEAST) {
            Measurement few = new Measurement.InsufficientSamples(LEAST, n, "generated images");
            return new ClassScores(few, few, few, few, few);
        }
        WeightedClasses sample = WeightedClasses.of(generated, CONFIDENT);
        int classes = generated.classes();
        return new ClassScores(
                estimate(sample, WeightedClasses::score, 1, classes, seed),
                estimate(sample, WeightedClasses::entropy, 0, Math.log(classes), seed),
                Measurement.Estimate.ofProportion(sample.confidentCount(), n, 0),
                estimate(sample, WeightedClasses::present, 0, classes, seed),
                totalVariation(sample, reference, seed));
    }

    private static Measurement estimate(
            WeightedClasses sample, ToDoubleFunction<WeightedClasses> statistic, double least, double most, long seed) {
        double error = Bootstrap.standardError(
                draw -> statistic.applyAsDouble(sample.drawn(new SplitMix64(seed, STREAM, draw))));
        return Measurement.ofError(statistic.applyAsDouble(sample), error, least, most, sample.count(), 0);
    }

    private static Measurement totalVariation(WeightedClasses sample, ClassProbabilities reference, long seed) {
        int m = reference.count();
        if (m < LEAST) {
            return new Measurement.InsufficientSamples(LEAST, m, "reference images");
        }
        WeightedClasses real = WeightedClasses.of(reference, CONFIDENT);
        double error = Bootstrap.standardError(draw -> {
            SplitMix64 random = new SplitMix64(seed, STREAM, draw);
            return HistogramStatistics.totalVariation(
                    sample.drawn(random).histogram(), real.drawn(random).histogram());
        });
        double value = HistogramStatistics.totalVariation(sample.histogram(), real.histogram());
        return Measurement.ofError(value, error, 0, 1, sample.count(), m);
    }
}
