package org.wgan4j.gan.metric;

import java.util.function.Function;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * A number that is measured of generated samples, with the name that it has in files.
 *
 * <p>Those that come with the library are {@link Metrics}. One of your own is made by {@link #of}, or implements this interface, and is
 * handed to {@link QualityEvaluator} beside or instead of them. Implementations are immutable and safe for use by several threads.
 */
public interface Metric {
    /** Which way is better. */
    enum Better {
        /** Larger values. */
        HIGHER,
        /** Smaller values. */
        LOWER,
        /** Neither: near its floor is good. */
        NEITHER
    }

    /** What of a sample is looked at. */
    enum Basis {
        /** Features of a network. */
        FEATURES,
        /** Class probabilities of a classifier. */
        CLASSES,
        /** The pixels themselves. */
        PIXELS
    }

    /** Its name in files and on the command line, small letters, digits and underscores: {@code frechet_distance}. */
    String key();

    /** What it is, in a few words. */
    String words();

    /** What its numbers count. */
    String unit();

    /** Whether larger or smaller values are better. */
    Better better();

    /** What of a sample it looks at; it is asked only about samples that have it. */
    Basis basis();

    /** Measures the generated sample of the input. */
    Measurement measure(MetricInput input);

    /**
     * What real images get: the value when the generator is perfect.
     *
     * @param input as for {@link #measure}, with training images, as many as were generated, in place of the generated ones
     */
    default Measurement floor(MetricInput input) {
        return measure(input);
    }

    /**
     * A metric from a function.
     *
     * @param key small letters, digits and underscores
     * @param measure called by one thread at a time; the same input must give the same finding
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
