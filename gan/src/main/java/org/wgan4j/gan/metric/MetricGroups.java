package org.wgan4j.gan.metric;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All {@link MetricGroup parts} against the same real images; what depends on the real images alone is computed once. */
final class MetricGroups {
    private final Sample reference;
    private final Sample training;
    private final long seed;
    private double @Nullable [] kernelSums;
    private double @Nullable [] radii;

    MetricGroups(Sample reference, Sample training, long seed) {
        this.reference = reference;
        this.training = training;
        this.seed = seed;
    }

    /** Every part, in the order of the metrics. */
    List<MetricGroup> all() {
        return List.of(
                part("Fréchet distance", this::frechet, Metric.FRECHET_DISTANCE),
                part("kernel distance", this::kernel, Metric.KERNEL_DISTANCE),
                part(
                        "precision, recall, density, coverage",
                        this::manifolds,
                        Metric.PRECISION,
                        Metric.RECALL,
                        Metric.DENSITY,
                        Metric.COVERAGE),
                part(
                        "classes",
                        this::classes,
                        Metric.CLASSIFIER_SCORE,
                        Metric.CLASS_ENTROPY,
                        Metric.CONFIDENT_SHARE,
                        Metric.CLASSES_PRESENT,
                        Metric.CLASS_VARIATION),
                part("stacked modes", this::stacks, Metric.STACKED_MODES, Metric.STACKED_KL),
                new Copies(reference, training, seed),
                part(
                        "sliced W1",
                        sample -> List.of(PixelTransport.sliced(sample.images(), reference.images(), seed)),
                        Metric.SLICED_W),
                part(
                        "exact W1",
                        sample -> List.of(PixelTransport.exact(sample.images(), reference.images(), 1, seed)),
                        Metric.W1_PIXELS),
                part(
                        "exact W2",
                        sample -> List.of(PixelTransport.exact(sample.images(), reference.images(), 2, seed)),
                        Metric.W2_PIXELS));
    }

    private List<Measurement> frechet(Sample sample) {
        return withFeatures(sample, 1, (generated, real) -> List.of(FrechetDistance.between(generated, real, seed)));
    }

    private List<Measurement> kernel(Sample sample) {
        return withFeatures(sample, 1, (generated, real) -> {
            double[] sums = kernelSums == null ? KernelDistance.within(real) : kernelSums;
            kernelSums = sums;
            return List.of(KernelDistance.between(generated, real, sums));
        });
    }

    private List<Measurement> manifolds(Sample sample) {
        return withFeatures(sample, 4, (generated, real) -> {
            int k = Manifolds.NEIGHBOURS;
            double[] known = radii == null ? Manifolds.squaredRadii(real, k) : radii;
            radii = known;
            Manifolds found = Manifolds.between(generated, real, known, k);
            return List.of(found.precision(), found.recall(), found.density(), found.coverage());
        });
    }

    private List<Measurement> classes(Sample sample) {
        return withClasses(sample, 5, (generated, real) -> {
            ClassScores found = ClassScores.of(generated, real, seed);
            return List.of(
                    found.classifierScore(),
                    found.entropy(),
                    found.confidentShare(),
                    found.classesPresent(),
                    found.totalVariation());
        });
    }

    private List<Measurement> stacks(Sample sample) {
        return withClasses(sample, 2, (generated, real) -> {
            StackedModes found = StackedModes.ofSingles(generated, real, seed);
            return List.of(found.modes(), found.kl());
        });
    }

    /** Measures what a network made of both sides. */
    private interface Comparison<T> {
        List<Measurement> between(T generated, T real);
    }

    private List<Measurement> withFeatures(Sample sample, int metrics, Comparison<Features> comparison) {
        return with(sample.features(), reference.features(), metrics, "features", comparison);
    }

    private List<Measurement> withClasses(Sample sample, int metrics, Comparison<ClassProbabilities> comparison) {
        return with(sample.classes(), reference.classes(), metrics, "classes", comparison);
    }

    private static <T> List<Measurement> with(
            Optional<T> generated, Optional<T> real, int metrics, String what, Comparison<T> comparison) {
        if (generated.isPresent() && real.isPresent()) {
            return comparison.between(generated.get(), real.get());
        }
        String missing = (generated.isPresent() ? "reference" : "generated") + " images with " + what;
        Measurement[] findings = new Measurement[metrics];
        Arrays.fill(findings, new Measurement.TooFew(1, 0, missing));
        return List.of(findings);
    }

    private static MetricGroup part(String words, Function<Sample, List<Measurement>> measure, Metric... metrics) {
        return new Listed(words, List.of(metrics), measure);
    }

    /** A part whose findings come in the order of its metrics. */
    private record Listed(String words, List<Metric> listed, Function<Sample, List<Measurement>> measure)
            implements MetricGroup {
        @Override
        public Set<Metric> metrics() {
            return Set.copyOf(listed);
        }

        @Override
        public Measured measure(Sample generated) {
            List<Measurement> found = measure.apply(generated);
            Map<Metric, Measurement> findings = new EnumMap<>(Metric.class);
            for (int i = 0; i < found.size(); i++) {
                findings.put(listed.get(i), found.get(i));
            }
            return Measured.of(findings);
        }
    }

    /** Memorisation, whose floor is made of unseen images. */
    private static final class Copies implements MetricGroup {
        private final Sample reference;
        private final Sample training;
        private final long seed;
        private @Nullable UnseenImages unseen;

        Copies(Sample reference, Sample training, long seed) {
            this.reference = reference;
            this.training = training;
            this.seed = seed;
        }

        @Override
        public String words() {
            return "copies of training images";
        }

        @Override
        public Set<Metric> metrics() {
            return Set.of(Metric.MEMORISED_SHARE, Metric.NEAR_COPIES);
        }

        @Override
        public Measured measure(Sample generated) {
            return measured(unseen().compare(generated.images()));
        }

        @Override
        public Measured floor(Sample real) {
            return measured(unseen().floor());
        }

        private UnseenImages unseen() {
            if (unseen == null) {
                unseen = new UnseenImages(
                        PixelTable.of(reference.images()),
                        PixelTable.of(training.images()),
                        Memorisation.LOOKED_AT,
                        seed);
            }
            return requireNonNull(unseen);
        }

        private static Measured measured(Memorisation found) {
            return new Measured(
                    Map.of(Metric.MEMORISED_SHARE, found.memorisedShare(), Metric.NEAR_COPIES, found.nearCopies()),
                    found.closest());
        }
    }
}
