package org.wgan4j.gan.metric;

import java.util.function.Function;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * A quality metric of generated samples.
 *
 * <p>{@link Metrics} holds those that come with the library. Others are made by {@link #of} or implement this interface, and are passed to
 * {@link QualityEvaluator}. Implementations are immutable and safe for use by several threads.
 */
public interface Metric {
    /** The direction of better values. */
    enum Better {
        /** Larger values. */
        HIGHER,
        /** Smaller values. */
        LOWER,
        /** Neither: a value near the floor is good. */
        NEITHER
    }

    /** The part of a sample that a metric is computed from. */
    enum Basis {
        /** Features from a network. */
        FEATURES,
        /** Class probabilities from a classifier. */
        CLASSES,
        /** The pixels themselves. */
        PIXELS
    }

    /** Its name in files and on the command line, lower-case letters, digits and underscores: {@code frechet_distance}. */
    String key();

    /** A short description. */
    String words();

    /** The unit of its values. */
    String unit();

    /** Whether larger or smaller values are better. */
    Better better();

    /** The part of a sample that it is computed from; it is only computed for samples that have it. */
    Basis basis();

    /** The value for the generated sample of the input. */
    Measurement measure(MetricInput input);

    /**
     * The value for real images, which a perfect generator reaches.
     *
     * @param input as for {@link #measure}, with training images, as many as were generated, in place of the generated ones
     */
    default Measurement floor(MetricInput input) {
        return measure(input);
    }

    /**
     * A metric from a function.
     *
     * @param key lower-case letters, digits and underscores
     * @param measure called by one thread at a time; the same input must give the same measurement
     */
    static Metric of(
            String key,
            String words,
            String unit,
            Better better,
            Basis basis,
            Function<MetricInput, Measurement> measure) {
        return new FunctionMetric(key, words, unit, better, basis, measure, measure);
    }
}
