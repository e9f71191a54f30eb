package org.wgan4j.app.cli.audit;

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
 * The classes that the digit classifier predicts for generated images, where the run learnt from MNIST's digits. Immutable.
 *
 * @param labels a class for each image, or none: of other data the classifier knows nothing
 * @param classifier its name and the beginning of its SHA-256, or nothing
 */
record GeneratedClasses(Labels labels, String classifier) {
    private static final GeneratedClasses UNKNOWN = new GeneratedClasses(Labels.UNKNOWN, "");
    private static final int HASH = 12;

    static GeneratedClasses of(Images generated, RunDirectory run) {
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
