package org.wgan4j.app.cli.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.classifier.ClassifierAccuracy;
import org.wgan4j.gan.classifier.DigitClassifier;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.torch.TorchRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wgan4j classifier}: the digit classifier of the quality metrics, its hash and its accuracy. Used by one thread. */
@Command(
        name = "classifier",
        description = {
            "Prints the digit classifier of the quality metrics, the SHA-256 of its weights and its accuracy on the test images.",
            "wgan4j classifier train makes such a classifier anew."
        },
        subcommands = ClassifierTrainCommand.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j classifier                        the one that comes with wgan4j",
            "  wgan4j classifier mine.safetensors       one of your own",
            "  wgan4j classifier train --out mine.safetensors",
        })
public final class ClassifierCommand implements Callable<Integer> {
    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Weights that wgan4j classifier train wrote; without it, those that come with wgan4j.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        TorchRuntime runtime = TorchRuntime.start(0);
        Dataset test = Datasets.load(DataSource.named("mnist-test"));
        try (DigitClassifier classifier =
                file == null ? DigitClassifier.shipped(runtime) : DigitClassifier.read(file, runtime)) {
            ClassifierAccuracy accuracy = ClassifierAccuracy.of(classifier, test);
            output.answer(() -> object(classifier, accuracy), () -> lines(classifier, accuracy));
        }
        return ExitCodes.OK;
    }

    private static Map<String, Object> object(DigitClassifier classifier, ClassifierAccuracy accuracy) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("classifier", classifier.name());
        object.put("sha256", classifier.sha256());
        object.put("data", "mnist-test");
        object.put("images", accuracy.images());
        object.put("correct", accuracy.correct());
        object.put("accuracy", accuracy.share());
        object.put("confusion", accuracy.confusion());
        return object;
    }

    private static List<String> lines(DigitClassifier classifier, ClassifierAccuracy accuracy) {
        return List.of(
                "classifier  " + classifier.name(),
                "sha-256     " + classifier.sha256(),
                String.format(
                        Locale.ROOT,
                        "accuracy    %.2f %%: %d of the %d test images of MNIST",
                        100 * accuracy.share(),
                        accuracy.correct(),
                        accuracy.images()));
    }
}
