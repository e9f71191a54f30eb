package org.wgan4j.gan.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.classifier.DigitClassifier;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.QualityEvaluator;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.sample.ImageClassifier;
import org.wgan4j.gan.metric.sample.Sample;
import org.wgan4j.gan.torch.TorchRuntime;

/**
 * Computes metrics of generated images against real ones: for MNIST's digits from the features and classes of the digit classifier and from
 * pixels, for other images from pixels, or from a classifier that the caller passes.
 *
 * <pre>{@code
 * QualityReport report = SampleEvaluator.evaluate(generated, EvaluationData.of(dataset));
 *
 * try (SampleEvaluator evaluator = SampleEvaluator.of(EvaluationData.of(dataset), List.of(Metrics.SLICED_W), 0)) {
 *     QualityReport first = evaluator.evaluate(generated);
 *     QualityReport second = evaluator.evaluate(others);
 * }
 * }</pre>
 *
 * <p>Close it to free the digit classifier; a classifier that was passed stays open. Use it on one thread.
 */
public final class SampleEvaluator implements AutoCloseable {
    private final EvaluationData evaluationData;
    private final Optional<ImageClassifier> classifier;
    private final Optional<DigitClassifier> owned;
    private final List<Metric> leftOut;
    private final QualityEvaluator evaluator;

    private SampleEvaluator(
            EvaluationData evaluationData,
            Collection<? extends Metric> wanted,
            Collection<? extends Metric> possible,
            long seed,
            Optional<ImageClassifier> classifier,
            Optional<DigitClassifier> owned) {
        this.evaluationData = evaluationData;
        this.classifier = classifier;
        this.owned = owned;
        List<Metric> others = new ArrayList<>(wanted);
        others.removeAll(possible);
        this.leftOut = List.copyOf(others);
        Sample reference = describe(evaluationData.reference().images());
        Sample training = describe(evaluationData.training().images());
        this.evaluator = new QualityEvaluator(reference, training, possible, seed);
    }

    /**
     * The wanted metrics that can be computed without another classifier: those of features and classes of MNIST's digits alone, the only
     * images that the digit classifier was trained on.
     */
    public static List<Metric> possible(EvaluationData evaluationData, Collection<? extends Metric> wanted) {
        boolean known = evaluationData.digits()
                && DigitClassifier.knows(evaluationData.training().shape());
        List<Metric> possible = new ArrayList<>();
        for (Metric metric : wanted) {
            if (known || metric.basis() == Metric.Basis.PIXELS) {
                possible.add(metric);
            }
        }
        return possible;
    }

    /**
     * An evaluator with the classifier that comes with wgan4j where the images are MNIST's digits, else one of pixels.
     *
     * @param wanted the metrics; those that are not {@linkplain #possible possible} are {@linkplain #leftOut left out}
     * @param seed the same seed gives the same numbers
     */
    public static SampleEvaluator of(EvaluationData evaluationData, Collection<? extends Metric> wanted, long seed) {
        return needsClassifier(possible(evaluationData, wanted))
                ? of(evaluationData, wanted, seed, TorchRuntime.load())
                : byPixels(evaluationData, wanted, seed);
    }

    /** The same where libtorch is set up already. */
    public static SampleEvaluator of(
            EvaluationData evaluationData, Collection<? extends Metric> wanted, long seed, TorchRuntime runtime) {
        List<Metric> possible = possible(evaluationData, wanted);
        if (!needsClassifier(possible)) {
            return byPixels(evaluationData, wanted, seed);
        }
        DigitClassifier digits = DigitClassifier.shipped(runtime);
        try {
            return new SampleEvaluator(
                    evaluationData, wanted, possible, seed, Optional.of(digits), Optional.of(digits));
        } catch (RuntimeException failure) {
            digits.close();
            throw failure;
        }
    }

    private static SampleEvaluator byPixels(
            EvaluationData evaluationData, Collection<? extends Metric> wanted, long seed) {
        return new SampleEvaluator(
                evaluationData, wanted, possible(evaluationData, wanted), seed, Optional.empty(), Optional.empty());
    }

    /**
     * An evaluator with a classifier that the caller passes and closes.
     *
     * @throws ActionableException if the classifier does not take images of this shape
     */
    public static SampleEvaluator of(
            EvaluationData evaluationData, Collection<? extends Metric> wanted, long seed, ImageClassifier classifier) {
        if (!classifier.takes(evaluationData.training().shape())) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The classifier %s does not take images of %s, such as those of %s.",
                    classifier.name(),
                    evaluationData.training().shape(),
                    evaluationData.training().name()));
        }
        return new SampleEvaluator(evaluationData, wanted, wanted, seed, Optional.of(classifier), Optional.empty());
    }

    private static boolean needsClassifier(Collection<? extends Metric> metrics) {
        return metrics.stream().anyMatch(metric -> metric.basis() != Metric.Basis.PIXELS);
    }

    /**
     * Evaluates generated images by all metrics that come with the library and are {@linkplain #possible possible}.
     *
     * @throws ActionableException if they have another shape than the real ones
     */
    public static QualityReport evaluate(Images generated, EvaluationData evaluationData) {
        try (SampleEvaluator evaluator = of(evaluationData, Metrics.all(), 0)) {
            return evaluator.evaluate(generated);
        }
    }

    /**
     * Evaluates generated images.
     *
     * @throws ActionableException if they have another shape than the real ones
     */
    public QualityReport evaluate(Images generated) {
        return evaluate(generated, QualityReport.Listener.NONE);
    }

    /**
     * The same, reporting progress to a listener.
     *
     * @throws ActionableException if they have another shape than the real ones
     */
    public QualityReport evaluate(Images generated, QualityReport.Listener listener) {
        if (!generated.shape().equals(evaluationData.training().shape())) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The samples are %s, but the real images of %s are %s: choose the data that the generator was trained on.",
                    generated.shape(),
                    evaluationData.training().name(),
                    evaluationData.training().shape()));
        }
        return evaluator.evaluate(describe(generated), listener);
    }

    /** Images with the classifier's features and classes; without a classifier, with their pixels alone. */
    public Sample describe(Images images) {
        return classifier.map(one -> one.describe(images)).orElseGet(() -> Sample.of(images));
    }

    /** The wanted metrics that cannot be computed without another classifier. */
    public List<Metric> leftOut() {
        return leftOut;
    }

    /** The real images. */
    public EvaluationData evaluationData() {
        return evaluationData;
    }

    /** The classifier of the features and classes, if there is one. */
    public Optional<ImageClassifier> classifier() {
        return classifier;
    }

    @Override
    public void close() {
        owned.ifPresent(DigitClassifier::close);
    }
}
