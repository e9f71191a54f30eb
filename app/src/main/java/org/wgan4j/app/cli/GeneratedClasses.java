package org.wgan4j.app.cli;

import java.util.Optional;
import java.util.stream.IntStream;
import org.wgan4j.gan.audit.Labels;
import org.wgan4j.gan.classifier.DigitClassifier;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.ClassProbabilities;
import org.wgan4j.gan.recipe.DataSettings;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.TorchRuntime;

/** The classes that the digit classifier finds in generated images, where the run learnt from MNIST's digits. */
final class GeneratedClasses {
    private GeneratedClasses() {}

    /** A class for each image, or none: of other data the classifier knows nothing. */
    static Labels of(Images generated, RunDirectory run) {
        DataSettings data = run.recipe().data();
        if (!data.images().isEmpty() || !DigitClassifier.knows(generated.shape())) {
            return Labels.UNKNOWN;
        }
        try (DigitClassifier classifier = DigitClassifier.shipped(
                TorchRuntime.start(run.recipe().runtime().threads()))) {
            Optional<ClassProbabilities> classes =
                    classifier.describe(generated).classes();
            return classes.map(found -> new Labels(IntStream.range(0, found.count())
                            .mapToObj(found::likeliest)
                            .toList()))
                    .orElse(Labels.UNKNOWN);
        }
    }
}
