package org.wgan4j.gan.metric.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wgan4j.gan.metric.Metric;

/**
 * What a {@link Metric} is computed from: a generated sample, the real samples that it is held against, and the seed of all that is random.
 *
 * <p>Results that several metrics share are computed once, by {@link #shared} for the generated sample and by {@link #sharedOfReal} for the
 * real ones, where they serve every sample that is judged later. For use by one thread at a time.
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

    /** The sample that is judged. */
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

    /** The start of all that is random: the same seed gives the same number. */
    public long seed() {
        return seed;
    }

    /** The features of the generated sample; there for metrics of {@link Metric.Basis#FEATURES}. */
    public Features generatedFeatures() {
        return there(generated.features(), "features");
    }

    /** The features of the reference; there for metrics of {@link Metric.Basis#FEATURES}. */
    public Features referenceFeatures() {
        return there(reference.features(), "features");
    }

    /** The class probabilities of the generated sample; there for metrics of {@link Metric.Basis#CLASSES}. */
    public ClassProbabilities generatedClasses() {
        return there(generated.classes(), "class probabilities");
    }

    /** The class probabilities of the reference; there for metrics of {@link Metric.Basis#CLASSES}. */
    public ClassProbabilities referenceClasses() {
        return there(reference.classes(), "class probabilities");
    }

    private static <T> T there(Optional<T> found, String what) {
        return found.orElseThrow(() ->
                new IllegalStateException("the samples have no " + what + "; the metric's basis must ask for them"));
    }

    /**
     * A result about the generated sample, computed when it is first asked for.
     *
     * @param type what tells it from other results
     */
    public <T> T shared(Class<T> type, Function<MetricInput, T> compute) {
        return once(results, type, compute);
    }

    /**
     * A result about the real samples alone, computed when it is first asked for and kept for later samples.
     *
     * @param type what tells it from other results
     * @param compute must not look at the generated sample
     */
    public <T> T sharedOfReal(Class<T> type, Function<MetricInput, T> compute) {
        return once(resultsOfReal, type, compute);
    }

    /** A result of {@link #shared}, if it has been asked for. */
    public <T> Optional<T> known(Class<T> type) {
        return Optional.ofNullable(type.cast(results.get(type)));
    }

    private <T> T once(Map<Class<?>, Object> kept, Class<T> type, Function<MetricInput, T> compute) {
        Object known = kept.get(type);
        if (known == null) {
            known = compute.apply(this);
            kept.put(type, known);
        }
        return type.cast(known);
    }
}
