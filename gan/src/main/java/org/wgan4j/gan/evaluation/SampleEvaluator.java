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
 * Judges samples against real images: MNIST's digits by the features and classes of the digit classifier and by their pixels, other images by
 * their pixels, or by a classifier of your own.
 *
 * <pre>{@code
 * try (SampleEvaluator judge = SampleEvaluator.of(EvaluationData.of(realImages), Metrics.all(), 0)) {
 *     QualityReport report = judge.judge(generatedImages);
 * }
 * }</pre>
 *
 * <p>Close it to free the digit classifier; a classifier that was supplied stays open. Use it on one thread.
 */
public final class SampleEvaluator implements AutoCloseable {
    private final EvaluationData evaluationData;
    private final Optional<ImageClassifier> classifier;
    private final Optional<DigitClassifier> owned;
    private final List<Metric> leftOut;
    private final QualityEvaluator judge;

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
        this.judge = new QualityEvaluator(reference, training, possible, seed);
    }

    /**
     * Which of the wanted metrics images can be judged by without a classifier of their own: features and classes of MNIST's digits alone, the
     * only images that the digit classifier was trained on.
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
     * A judge with the classifier that comes with wgan4j where the images are MNIST's digits, else by pixels.
     *
     * @param wanted the metrics; those that are not {@linkplain #possible possible} are {@linkplain #leftOut left out}
     * @param seed the same seed gives the same numbers
     */
    public static SampleEvaluator of(EvaluationData evaluationData, Collection<? extends Metric> wanted, long seed) {
        return needsClassifier(possible(evaluationData, wanted))
                ? of(evaluationData, wanted, seed, TorchRuntime.load())
                : byPixels(evaluationData, wanted, seed);
    }

    /** The same where libtorch has its threads already. */
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
     * A judge with a classifier that the caller chose and closes.
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

    /** Judges generated images by all metrics that come with the library; {@link #of} chooses among them. */
    public static QualityReport judge(Images generated, Images real) {
        try (SampleEvaluator judge = of(EvaluationData.of(real), Metrics.all(), 0)) {
            return judge.judge(generated);
        }
    }

    /**
     * Judges generated images.
     *
     * @throws ActionableException if they have another shape than the real ones
     */
    public QualityReport judge(Images generated) {
        return judge(generated, QualityReport.Listener.NONE);
    }

    /**
     * Judges generated images, telling a listener how far it is.
     *
     * @throws ActionableException if they have another shape than the real ones
     */
    public QualityReport judge(Images generated, QualityReport.Listener listener) {
        if (!generated.shape().equals(evaluationData.training().shape())) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The samples are %s, but the real images of %s are %s: choose the data they were learnt from.",
                    generated.shape(),
                    evaluationData.training().name(),
                    evaluationData.training().shape()));
        }
        return judge.judge(describe(generated), listener);
    }

    /** Images with what the classifier sees in them; without a classifier, with their pixels alone. */
    public Sample describe(Images images) {
        return classifier.map(eyes -> eyes.describe(images)).orElseGet(() -> Sample.of(images));
    }

    /** The wanted metrics that these images cannot be judged by without a classifier of their own. */
    public List<Metric> leftOut() {
        return leftOut;
    }

    /** What the samples are held against. */
    public EvaluationData evaluationData() {
        return evaluationData;
    }

    /** Whose features and classes the numbers rest on, if any do. */
    public Optional<ImageClassifier> classifier() {
        return classifier;
    }

    @Override
    public void close() {
        owned.ifPresent(DigitClassifier::close);
    }
}
