package org.wgan4j.gan.metric.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wgan4j.gan.metric.Metric;

/**
 * The input of a {@link Metric}: a generated sample, the real samples, and the seed of all random choices.
 *
 * <p>Results that several metrics share are computed once, by {@link #shared} for the generated sample and by {@link #sharedOfReal} for the
 * real ones, where they are kept for later generated samples. For use by one thread at a time.
 */
public final class MetricInput {
    private final Sample generated;
    private final Sample reference;
    private final Sample training;
    private final long seed;
    private final Map<Class<?>, Object> results = new HashMap<>();
    private final Map<Class<?>, Object> resultsOfReal;

    public MetricInput(
            Sample generated, Sample reference, Sample training, long seed, Map<Class<?>, Object> resultsOfReal) {
        this.generated = generated;
        this.reference = reference;
        this.training = training;
        this.seed = seed;
        this.resultsOfReal = resultsOfReal;
    }

    /** The generated sample. */
    public Sample generated() {
        return generated;
    }

    /** Real samples that the generator was not trained on. */
    public Sample reference() {
        return reference;
    }

    /** What the generator was trained on. */
    public Sample training() {
        return training;
    }

    /** The seed of all random choices: the same seed gives the same value. */
    public long seed() {
        return seed;
    }

    /** The features of the generated sample; there for metrics of {@link Metric.Basis#FEATURES}. */
    public Features generatedFeatures() {
        return require(generated.features(), "features");
    }

    /** The features of the reference; there for metrics of {@link Metric.Basis#FEATURES}. */
    public Features referenceFeatures() {
        return require(reference.features(), "features");
    }

    /** The class probabilities of the generated sample; there for metrics of {@link Metric.Basis#CLASSES}. */
    public ClassProbabilities generatedClasses() {
        return require(generated.classes(), "class probabilities");
    }

    /** The class probabilities of the reference; there for metrics of {@link Metric.Basis#CLASSES}. */
    public ClassProbabilities referenceClasses() {
        return require(reference.classes(), "class probabilities");
    }

    private static <T> T require(Optional<T> found, String what) {
        return found.orElseThrow(() ->
                new IllegalStateException("the samples have no " + what + "; the basis of the metric must be theirs"));
    }

    /**
     * A result for the generated sample, computed by the first call.
     *
     * @param type the key of the result
     */
    public <T> T shared(Class<T> type, Function<MetricInput, T> compute) {
        return cached(results, type, compute);
    }

    /**
     * A result for the real samples alone, computed by the first call and kept for later generated samples.
     *
     * @param type the key of the result
     * @param compute must not use the generated sample
     */
    public <T> T sharedOfReal(Class<T> type, Function<MetricInput, T> compute) {
        return cached(resultsOfReal, type, compute);
    }

    /** A result of {@link #shared}, if it has been computed. */
    public <T> Optional<T> known(Class<T> type) {
        return Optional.ofNullable(type.cast(results.get(type)));
    }

    private <T> T cached(Map<Class<?>, Object> cache, Class<T> type, Function<MetricInput, T> compute) {
        Object known = cache.get(type);
        if (known == null) {
            known = compute.apply(this);
            cache.put(type, known);
        }
        return type.cast(known);
    }
}
