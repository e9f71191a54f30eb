package org.wgan4j.gan.metric;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.pixels.Memorisation;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.sample.Sample;
import org.wgan4j.gan.metric.sample.TableRows;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * Computes metrics of generated samples against the same real images, each with its floor: the value for real images that are evaluated as
 * if they had been generated.
 *
 * <p>The real images of the floors are drawn at random from the training images, as many as there are generated ones, or all of them if
 * there are fewer. For {@link Memorisation} they are unseen images. A classifier that was trained on the same images gives them slightly
 * higher confidences than unseen ones, which shows in the floors of its metrics.
 *
 * <p>Results that depend on the real images alone are computed once and kept, so that the second evaluation costs about half. Safe for use by
 * several threads, which wait for each other; an evaluation uses all cores, and its values do not depend on their number.
 */
public final class QualityEvaluator {
    private static final long STREAM = 0x666c6f6f72L; // "floor"

    private final Sample reference;
    private final Sample training;
    private final List<Metric> wanted;
    private final long seed;
    private final Map<Class<?>, Object> resultsOfReal = new HashMap<>();
    private final Map<Integer, Map<Metric, Measurement>> floors = new HashMap<>();

    /**
     * An evaluator against these real images.
     *
     * @param reference real images that neither generator nor classifier was trained on
     * @param training what the generator was trained on; without features or classes, their metrics have no floor
     * @param wanted which metrics, in the order of the report; each key once
     * @param seed the same seed gives the same numbers
     */
    public QualityEvaluator(Sample reference, Sample training, Collection<? extends Metric> wanted, long seed) {
        this.reference = reference;
        this.training = training;
        this.wanted = List.copyOf(wanted);
        this.seed = seed;
        if (this.wanted.stream().map(Metric::key).distinct().count() < this.wanted.size()) {
            throw new IllegalArgumentException("the metrics "
                    + this.wanted.stream().map(Metric::key).toList() + " hold a key twice; each must have its own");
        }
    }

    /** Evaluates a sample; the floors are computed for the first sample of each size and kept. */
    public synchronized QualityReport evaluate(Sample generated, QualityReport.Listener listener) {
        boolean floorKnown = floors.containsKey(generated.count());
        int steps = wanted.size() * (floorKnown ? 1 : 2);
        int done = 0;
        MetricInput input = input(generated);
        Map<Metric, Measurement> values = new LinkedHashMap<>();
        for (Metric metric : wanted) {
            listener.at(metric.words(), done++, steps);
            values.put(metric, missing(metric, generated, "generated").orElseGet(() -> metric.measure(input)));
        }
        if (!floorKnown) {
            Map<Metric, Measurement> floor = new LinkedHashMap<>();
            MetricInput ofReal = input(drawnFromTraining(generated.count()));
            for (Metric metric : wanted) {
                listener.at(metric.words() + " of real images", done++, steps);
                floor.put(metric, missing(metric, training, "training").orElseGet(() -> metric.floor(ofReal)));
            }
            floors.put(generated.count(), floor);
        }
        listener.at("done", steps, steps);
        return report(input, values);
    }

    private MetricInput input(Sample sample) {
        return new MetricInput(sample, reference, training, seed, resultsOfReal);
    }

    /** The reason why a metric cannot be computed: a sample has no features or classes. */
    private Optional<Measurement> missing(Metric metric, Sample sample, String what) {
        String needed = switch (metric.basis()) {
            case PIXELS -> "";
            case FEATURES -> "features";
            case CLASSES -> "classes";
        };
        if (!has(sample, metric.basis())) {
            return Optional.of(new Measurement.InsufficientSamples(1, 0, what + " images with " + needed));
        }
        return has(reference, metric.basis())
                ? Optional.empty()
                : Optional.of(new Measurement.InsufficientSamples(1, 0, "reference images with " + needed));
    }

    private static boolean has(Sample sample, Metric.Basis basis) {
        return switch (basis) {
            case PIXELS -> true;
            case FEATURES -> sample.features().isPresent();
            case CLASSES -> sample.classes().isPresent();
        };
    }

    private Sample drawnFromTraining(int count) {
        int[] drawn = TableRows.draw(
                training.count(), Math.min(count, training.count()), new SplitMix64(seed, STREAM, count));
        return training.select(drawn);
    }

    private QualityReport report(MetricInput input, Map<Metric, Measurement> values) {
        Map<Metric, Measurement> floor = floors.getOrDefault(input.generated().count(), Map.of());
        Map<Metric, Score> scores = new LinkedHashMap<>();
        values.forEach((metric, value) -> {
            Measurement ofReal = floor.get(metric);
            if (ofReal != null) {
                scores.put(metric, new Score(metric, value, ofReal));
            }
        });
        return new QualityReport(
                scores,
                histogram(input.generated()),
                histogram(reference),
                input.known(Memorisation.class).map(Memorisation::closest).orElse(List.of()),
                input.generated().count(),
                reference.count(),
                training.count(),
                seed);
    }

    private static List<Integer> histogram(Sample sample) {
        return sample.classes()
                .map(classes -> Arrays.stream(classes.histogram()).boxed().toList())
                .orElse(List.of());
    }
}
