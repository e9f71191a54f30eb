package org.wgan4j.report.audit;

import java.util.Optional;
import java.util.stream.IntStream;
import org.wgan4j.gan.audit.Labels;
import org.wgan4j.gan.classifier.DigitClassifier;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.recipe.DataSettings;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.TorchRuntime;

/**
 * The classes that the shipped digit classifier assigns to generated images, for runs on MNIST's digits. Immutable.
 *
 * @param labels a class for each image; unknown for other data
 * @param classifier its name and the first 12 hexadecimal digits of its SHA-256; empty where the classes are unknown
 */
public record GeneratedClasses(Labels labels, String classifier) {
    private static final GeneratedClasses UNKNOWN = new GeneratedClasses(Labels.UNKNOWN, "");
    private static final int HASH = 12;

    /**
     * Classifies the images; unknown classes where the run was trained on other data than MNIST's digits.
     *
     * @param generated images of the generator of the run
     */
    public static GeneratedClasses of(Images generated, RunDirectory run) {
        DataSettings data = run.recipe().data();
        if (!data.images().isEmpty() || !DigitClassifier.knows(generated.shape())) {
            return UNKNOWN;
        }
        try (DigitClassifier classifier = DigitClassifier.shipped(
                TorchRuntime.start(run.recipe().runtime().threads()))) {
            Optional<ClassProbabilities> classes =
                    classifier.describe(generated).classes();
            String name = classifier.name() + ", sha256 " + classifier.sha256().substring(0, HASH);
            return classes.map(found -> new Labels(IntStream.range(0, found.count())
                            .mapToObj(found::likeliest)
                            .toList()))
                    .map(labels -> new GeneratedClasses(labels, name))
                    .orElse(UNKNOWN);
        }
    }
}
