package org.wgan4j.gan.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wgan4j.gan.data.SplitMix64;

/**
 * Judges samples of generators against the same real images, each beside its floor: what real images get that are judged as if they had
 * been generated.
 *
 * <p>The real images behind the floors are drawn at random from the training images, as many as there are generated ones, or all of them if
 * there are fewer. For {@link Memorisation} they are unseen images. Where the classifier was trained on the same images, it is a little
 * surer of them than of unseen ones, and so are the floors of what it says.
 *
 * <p>What depends on the real images alone is computed once and kept, so that judging again costs about half. One thread at a time can
 * judge; inside, all cores are used, and the numbers do not depend on how many there are.
 */
public final class QualityEvaluator {
    private static final long STREAM = 0x666c6f6f72L; // "floor"

    private final Sample reference;
    private final Sample training;
    private final List<MetricGroup> parts;
    private final Set<Metric> wanted;
    private final long seed;
    private final Map<Integer, Map<Metric, Measurement>> floors = new HashMap<>();

    /**
     * A judge that holds samples against these real images.
     *
     * @param reference real images that neither generator nor classifier was trained on
     * @param training what the generator was trained on; without features or classes, their metrics have no floor
     * @param wanted which metrics
     * @param seed the same seed gives the same numbers
     */
    public QualityEvaluator(Sample reference, Sample training, Set<Metric> wanted, long seed) {
        this.reference = reference;
        this.training = training;
        this.wanted = Set.copyOf(wanted);
        this.seed = seed;
        this.parts = new MetricGroups(reference, training, seed)
                .all().stream()
                        .filter(part -> part.metrics().stream().anyMatch(this.wanted::contains))
                        .toList();
    }

    /** Judges a sample; the floors are computed for the first sample of each size and kept. */
    public synchronized QualityReport judge(Sample generated, QualityReport.Listener listener) {
        boolean floorKnown = floors.containsKey(generated.count());
        int steps = parts.size() * (floorKnown ? 1 : 2);
        Map<Metric, Measurement> values = new EnumMap<>(Metric.class);
        Map<Metric, Measurement> floor = floors.getOrDefault(generated.count(), new EnumMap<>(Metric.class));
        List<NearPair> closest = new ArrayList<>();
        int done = 0;
        for (MetricGroup part : parts) {
            listener.at(part.words(), done++, steps);
            MetricGroup.Measured measured = part.measure(generated);
            values.putAll(measured.findings());
            closest.addAll(measured.closest());
        }
        if (!floorKnown) {
            Sample real = drawnFromTraining(generated.count());
            for (MetricGroup part : parts) {
                listener.at(part.words() + " of real images", done++, steps);
                floor.putAll(part.floor(real).findings());
            }
            floors.put(generated.count(), floor);
        }
        listener.at("done", steps, steps);
        return report(generated, values, floor, closest);
    }

    private Sample drawnFromTraining(int count) {
        int[] drawn =
                Rows.draw(training.count(), Math.min(count, training.count()), new SplitMix64(seed, STREAM, count));
        return training.select(drawn);
    }

    private QualityReport report(
            Sample generated, Map<Metric, Measurement> values, Map<Metric, Measurement> floor, List<NearPair> closest) {
        SortedMap<Metric, Score> scores = new TreeMap<>();
        values.forEach((metric, value) -> {
            Measurement ofReal = floor.get(metric);
            if (wanted.contains(metric) && ofReal != null) {
                scores.put(metric, new Score(metric, value, ofReal));
            }
        });
        return new QualityReport(
                scores,
                histogram(generated),
                histogram(reference),
                closest,
                generated.count(),
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
