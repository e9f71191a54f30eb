package org.wgan4j.gan.evaluation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.classifier.DigitClassifier;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.QualityEvaluator;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.Sample;
import org.wgan4j.gan.torch.TorchRuntime;

/**
 * Judges samples against real images, with the digit classifier's eyes where the images have its shape.
 *
 * <p>Close it to free the classifier. Use it on one thread.
 */
public final class SampleEvaluator implements AutoCloseable {
    private final EvaluationData grounds;
    private final Optional<DigitClassifier> classifier;
    private final QualityEvaluator judge;

    private SampleEvaluator(EvaluationData grounds, Optional<DigitClassifier> classifier, QualityEvaluator judge) {
        this.grounds = grounds;
        this.classifier = classifier;
        this.judge = judge;
    }

    /** What of the wanted metrics images can be judged by: classes only of digits, features only of images that the classifier knows. */
    public static Set<Metric> possible(EvaluationData grounds, Set<Metric> wanted) {
        Set<Metric> possible = EnumSet.noneOf(Metric.class);
        boolean seen = DigitClassifier.knows(grounds.training().shape());
        for (Metric metric : wanted) {
            boolean can = switch (metric.basis()) {
                case PIXELS -> true;
                case FEATURES -> seen;
                case CLASSES -> seen && grounds.digits();
            };
            if (can) {
                possible.add(metric);
            }
        }
        return possible;
    }

    /**
     * A judge with the classifier that comes with wgan4j.
     *
     * @param wanted the metrics; those that are not {@linkplain #possible possible} are left out
     * @param seed the same seed gives the same numbers
     */
    public static SampleEvaluator of(EvaluationData grounds, Set<Metric> wanted, long seed) {
        return of(grounds, wanted, seed, TorchRuntime.load());
    }

    /** The same where libtorch has its threads already. */
    public static SampleEvaluator of(EvaluationData grounds, Set<Metric> wanted, long seed, TorchRuntime runtime) {
        Set<Metric> possible = possible(grounds, wanted);
        Optional<DigitClassifier> classifier =
                needsClassifier(possible) ? Optional.of(DigitClassifier.shipped(runtime)) : Optional.empty();
        Sample reference = sample(classifier, grounds.reference().images());
        Sample training = sample(classifier, grounds.training().images());
        return new SampleEvaluator(grounds, classifier, new QualityEvaluator(reference, training, possible, seed));
    }

    private static boolean needsClassifier(Set<Metric> metrics) {
        return metrics.stream().anyMatch(metric -> metric.basis() != Metric.Basis.PIXELS);
    }

    private static Sample sample(Optional<DigitClassifier> classifier, Images images) {
        return classifier.map(eyes -> eyes.describe(images)).orElseGet(() -> Sample.of(images));
    }

    /**
     * Judges generated images.
     *
     * @throws ActionableException if they have another shape than the real ones
     */
    public QualityReport judge(Images generated, QualityReport.Listener listener) {
        if (!generated.shape().equals(grounds.training().shape())) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The samples are %s, but the real images of %s are %s: choose the data they were learnt from.",
                    generated.shape(),
                    grounds.training().name(),
                    grounds.training().shape()));
        }
        return judge.judge(sample(classifier, generated), listener);
    }

    /** Images with what the classifier sees in them; without a classifier, with their pixels alone. */
    public Sample describe(Images images) {
        return sample(classifier, images);
    }

    /** What the samples are held against. */
    public EvaluationData grounds() {
        return grounds;
    }

    /** Whose features and classes the numbers rest on, if any do. */
    public Optional<DigitClassifier> classifier() {
        return classifier;
    }

    @Override
    public void close() {
        classifier.ifPresent(DigitClassifier::close);
    }
}
