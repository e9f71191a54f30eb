package org.wgan4j.gan.metric;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wgan4j.gan.metric.pixels.NearPair;
import org.wgan4j.gan.metric.sample.Sample;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * The metrics of a generated sample. Immutable and safe for use by several threads.
 *
 * @param scores the wanted metrics in their order, each with its floor
 * @param classHistogram how many generated samples have each class as their likeliest; empty without a classifier
 * @param referenceHistogram the same of the reference
 * @param closest the pairs of a generated and a training image with the smallest distances, nearest first; empty if memorisation was
 *     not measured
 * @param generated the number of generated samples
 * @param reference the number of reference images
 * @param training the number of training images
 * @param seed of all random choices
 */
public record QualityReport(
        Map<Metric, Score> scores,
        List<Integer> classHistogram,
        List<Integer> referenceHistogram,
        List<NearPair> closest,
        int generated,
        int reference,
        int training,
        long seed) {

    /** Copies what can change. */
    public QualityReport {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        classHistogram = List.copyOf(classHistogram);
        referenceHistogram = List.copyOf(referenceHistogram);
        closest = List.copyOf(closest);
    }

    /** Receives the progress of an evaluation. */
    @FunctionalInterface
    public interface Listener {
        /** Ignores it. */
        Listener NONE = (words, done, of) -> {};

        /**
         * Called as each part begins, and once at the end with {@code done == of}.
         *
         * @param words a description of the part that begins
         * @param done how many parts are done
         * @param of how many parts there are
         */
        void at(String words, int done, int of);
    }

    /**
     * Evaluates one sample; {@link QualityEvaluator} evaluates many and computes the floors once.
     *
     * @param generated the sample
     * @param reference real images that neither generator nor classifier was trained on
     * @param training what the generator was trained on
     * @param wanted which metrics
     * @param seed the same seed gives the same numbers, on any number of threads
     */
    public static QualityReport of(
            Sample generated,
            Sample reference,
            Sample training,
            Collection<? extends Metric> wanted,
            long seed,
            Listener listener) {
        return new QualityEvaluator(reference, training, wanted, seed).evaluate(generated, listener);
    }

    /** The score of a metric, if it was wanted. */
    public Optional<Score> score(Metric metric) {
        return Optional.ofNullable(scores.get(metric));
    }

    /** The values that could be computed, by the keys of their metrics. */
    public SortedMap<String, Double> values() {
        SortedMap<String, Double> values = new TreeMap<>();
        for (Map.Entry<Metric, Score> entry : scores.entrySet()) {
            if (entry.getValue().value() instanceof Measurement.Estimate estimate) {
                values.put(entry.getKey().key(), estimate.value());
            }
        }
        return values;
    }
}
