package org.wgan4j.gan.metric;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wgan4j.gan.metric.Metric.Basis;
import org.wgan4j.gan.metric.Metric.Better;
import org.wgan4j.gan.metric.classes.ClassScores;
import org.wgan4j.gan.metric.classes.StackedModes;
import org.wgan4j.gan.metric.features.FrechetDistance;
import org.wgan4j.gan.metric.features.KernelDistance;
import org.wgan4j.gan.metric.features.Manifolds;
import org.wgan4j.gan.metric.pixels.Memorisation;
import org.wgan4j.gan.metric.pixels.PixelTransport;
import org.wgan4j.gan.metric.pixels.UnseenImages;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Measurement;

/** The metrics that come with the library. Safe for use by several threads. */
public final class Metrics {
    /** See {@link FrechetDistance}. */
    public static final Metric FRECHET_DISTANCE = Metric.of(
            "frechet_distance",
            "Fréchet distance of the features",
            "squared feature units",
            Better.LOWER,
            Basis.FEATURES,
            FrechetDistance::of);

    /** See {@link KernelDistance}. */
    public static final Metric KERNEL_DISTANCE = Metric.of(
            "kernel_distance",
            "kernel distance of the features",
            "squared, cubic kernel",
            Better.LOWER,
            Basis.FEATURES,
            KernelDistance::of);

    /** See {@link Manifolds}. */
    public static final Metric PRECISION =
            manifold("precision", "precision: generated samples among the real ones", "share", Manifolds::precision);

    /** See {@link Manifolds}. */
    public static final Metric RECALL =
            manifold("recall", "recall: real samples among the generated ones", "share", Manifolds::recall);

    /** See {@link Manifolds}. */
    public static final Metric DENSITY =
            manifold("density", "density of real samples around generated ones", "1 in real data", Manifolds::density);

    /** See {@link Manifolds}. */
    public static final Metric COVERAGE =
            manifold("coverage", "coverage: real samples with a generated one nearby", "share", Manifolds::coverage);

    /** See {@link ClassScores}. */
    public static final Metric CLASSIFIER_SCORE = classes(
            "classifier_score",
            "classifier score",
            "1 to the number of classes",
            Better.HIGHER,
            ClassScores::classifierScore);

    /** See {@link ClassScores}. */
    public static final Metric CLASS_ENTROPY =
            classes("class_entropy", "entropy of the class histogram", "nats", Better.HIGHER, ClassScores::entropy);

    /** See {@link ClassScores}. */
    public static final Metric CONFIDENT_SHARE = classes(
            "confident_share",
            "samples that the classifier is sure of",
            "share",
            Better.HIGHER,
            ClassScores::confidentShare);

    /** See {@link ClassScores}. */
    public static final Metric CLASSES_PRESENT =
            classes("classes_present", "classes present", "classes", Better.HIGHER, ClassScores::classesPresent);

    /** See {@link ClassScores}. */
    public static final Metric CLASS_VARIATION = classes(
            "class_variation",
            "total variation of the class histogram",
            "share",
            Better.LOWER,
            ClassScores::totalVariation);

    /** See {@link StackedModes}. */
    public static final Metric STACKED_MODES = Metric.of(
            "stacked_modes",
            "modes found among stacks of three",
            "modes",
            Better.HIGHER,
            Basis.CLASSES,
            input -> input.shared(StackedModes.class, StackedModes::of).modes());

    /** See {@link StackedModes}. */
    public static final Metric STACKED_KL = Metric.of(
            "stacked_kl",
            "KL divergence of stacks of three",
            "nats",
            Better.LOWER,
            Basis.CLASSES,
            input -> input.shared(StackedModes.class, StackedModes::of).kl());

    /** See {@link Memorisation}. */
    public static final Metric MEMORISED_SHARE = memorisation(
            "memorised_share",
            "samples nearer to training than to test images",
            "share, 0.5 is none",
            Better.NEITHER,
            Memorisation::memorisedShare);

    /** See {@link Memorisation}. */
    public static final Metric NEAR_COPIES = memorisation(
            "near_copies", "near copies of training images", "share", Better.LOWER, Memorisation::nearCopies);

    /** See {@link PixelTransport}. */
    public static final Metric SLICED_W = pixels("sliced_w", "sliced W1 in pixels", PixelTransport::sliced);

    /** See {@link PixelTransport}. */
    public static final Metric W1_PIXELS =
            pixels("w1_pixels", "exact W1 in pixels", input -> PixelTransport.exact(input, 1));

    /** See {@link PixelTransport}. */
    public static final Metric W2_PIXELS =
            pixels("w2_pixels", "exact W2 in pixels", input -> PixelTransport.exact(input, 2));

    private static final List<Metric> ALL = List.of(
            FRECHET_DISTANCE,
            KERNEL_DISTANCE,
            PRECISION,
            RECALL,
            DENSITY,
            COVERAGE,
            CLASSIFIER_SCORE,
            CLASS_ENTROPY,
            CONFIDENT_SHARE,
            CLASSES_PRESENT,
            CLASS_VARIATION,
            STACKED_MODES,
            STACKED_KL,
            MEMORISED_SHARE,
            NEAR_COPIES,
            SLICED_W,
            W1_PIXELS,
            W2_PIXELS);

    private Metrics() {}

    /** All of them, in the order in which they are shown. */
    public static List<Metric> all() {
        return ALL;
    }

    /** The metric with this {@link Metric#key}. */
    public static Optional<Metric> named(String key) {
        return ALL.stream().filter(metric -> metric.key().equals(key)).findFirst();
    }

    /** All keys, in the order of the metrics. */
    public static List<String> keys() {
        return ALL.stream().map(Metric::key).toList();
    }

    private static Metric manifold(String key, String words, String unit, Function<Manifolds, Measurement> part) {
        return Metric.of(
                key,
                words,
                unit,
                Better.HIGHER,
                Basis.FEATURES,
                input -> part.apply(input.shared(Manifolds.class, Manifolds::of)));
    }

    private static Metric classes(
            String key, String words, String unit, Better better, Function<ClassScores, Measurement> part) {
        return Metric.of(
                key,
                words,
                unit,
                better,
                Basis.CLASSES,
                input -> part.apply(input.shared(ClassScores.class, ClassScores::of)));
    }

    private static Metric memorisation(
            String key, String words, String unit, Better better, Function<Memorisation, Measurement> part) {
        return new FunctionMetric(
                key,
                words,
                unit,
                better,
                Basis.PIXELS,
                input -> part.apply(input.shared(Memorisation.class, Memorisation::of)),
                input -> part.apply(UnseenImages.of(input).floor()));
    }

    private static Metric pixels(String key, String words, Function<MetricInput, Measurement> measure) {
        return Metric.of(key, words, "pixels scaled to [-1, 1]", Better.LOWER, Basis.PIXELS, measure);
    }
}
