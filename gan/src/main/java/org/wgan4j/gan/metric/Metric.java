package org.wgan4j.gan.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is measured of samples, each with the name that it has in files. */
public enum Metric {
    /** See {@link FrechetDistance}. */
    FRECHET_DISTANCE("Fréchet distance of the features", "squared feature units", Better.LOWER, Basis.FEATURES, 2),
    /** See {@link KernelDistance}. */
    KERNEL_DISTANCE("kernel distance of the features", "squared, cubic kernel", Better.LOWER, Basis.FEATURES, 3),
    /** See {@link Manifolds}. */
    PRECISION("precision: generated samples among the real ones", "share", Better.HIGHER, Basis.FEATURES, 6),
    /** See {@link Manifolds}. */
    RECALL("recall: real samples among the generated ones", "share", Better.HIGHER, Basis.FEATURES, 6),
    /** See {@link Manifolds}. */
    DENSITY("density of real samples around generated ones", "1 in real data", Better.HIGHER, Basis.FEATURES, 6),
    /** See {@link Manifolds}. */
    COVERAGE("coverage: real samples with a generated one nearby", "share", Better.HIGHER, Basis.FEATURES, 6),
    /** See {@link ClassScores}. */
    CLASSIFIER_SCORE("classifier score", "1 to the number of classes", Better.HIGHER, Basis.CLASSES, 100),
    /** See {@link ClassScores}. */
    CLASS_ENTROPY("entropy of the class histogram", "nats", Better.HIGHER, Basis.CLASSES, 100),
    /** See {@link ClassScores}. */
    CONFIDENT_SHARE("samples that the classifier is sure of", "share", Better.HIGHER, Basis.CLASSES, 100),
    /** See {@link ClassScores}. */
    CLASSES_PRESENT("classes present", "classes", Better.HIGHER, Basis.CLASSES, 100),
    /** See {@link ClassScores}. */
    CLASS_VARIATION("total variation of the class histogram", "share", Better.LOWER, Basis.CLASSES, 100),
    /** See {@link StackedModes}. */
    STACKED_MODES("modes found among stacks of three", "modes", Better.HIGHER, Basis.CLASSES, 1000),
    /** See {@link StackedModes}. */
    STACKED_KL("KL divergence of stacks of three", "nats", Better.LOWER, Basis.CLASSES, 1000),
    /** See {@link Memorisation}. */
    MEMORISED_SHARE(
            "samples nearer to training than to test images", "share, 0.5 is none", Better.NEITHER, Basis.PIXELS, 100),
    /** See {@link Memorisation}. */
    NEAR_COPIES("near copies of training images", "share", Better.LOWER, Basis.PIXELS, 100),
    /** See {@link PixelTransport}. */
    SLICED_W("sliced W1 in pixels", "pixels scaled to [-1, 1]", Better.LOWER, Basis.PIXELS, 1000),
    /** See {@link PixelTransport}. */
    W1_PIXELS("exact W1 in pixels", "pixels scaled to [-1, 1]", Better.LOWER, Basis.PIXELS, 1000),
    /** See {@link PixelTransport}. */
    W2_PIXELS("exact W2 in pixels", "pixels scaled to [-1, 1]", Better.LOWER, Basis.PIXELS, 1000);

    /** Which way is better. */
    public enum Better {
        /** Larger values. */
        HIGHER,
        /** Smaller values. */
        LOWER,
        /** Neither: near its floor is good. */
        NEITHER
    }

    /** What of a sample is looked at. */
    public enum Basis {
        /** Features of a network. */
        FEATURES,
        /** Probabilities of a classifier. */
        CLASSES,
        /** The pixels themselves. */
        PIXELS
    }

    private final String words;
    private final String unit;
    private final Better better;
    private final Basis basis;
    private final int minimum;

    Metric(String words, String unit, Better better, Basis basis, int minimum) {
        this.words = words;
        this.unit = unit;
        this.better = better;
        this.basis = basis;
        this.minimum = minimum;
    }

    /** Its name in files and on the command line: {@code frechet_distance}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is, in a few words. */
    public String words() {
        return words;
    }

    /** What its numbers count. */
    public String unit() {
        return unit;
    }

    /** Whether larger or smaller values are better. */
    public Better better() {
        return better;
    }

    /** What of a sample it looks at. */
    public Basis basis() {
        return basis;
    }

    /** How many samples it takes at least on either side; the Fréchet distance takes more than there are features besides. */
    public int minimum() {
        return minimum;
    }

    /** The metric with this {@link #key}. */
    public static Optional<Metric> of(String key) {
        return Arrays.stream(values())
                .filter(metric -> metric.key().equals(key))
                .findFirst();
    }

    /** All keys, in the order of the metrics. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Metric::key).toList();
    }
}
