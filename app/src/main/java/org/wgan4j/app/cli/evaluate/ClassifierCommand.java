package org.wgan4j.app.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.gan.classifier.ClassifierAccuracy;
import org.wgan4j.gan.classifier.DigitClassifier;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.torch.TorchRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wgan4j classifier}: the classifier that judges samples, its hash and how often it is right. */
@Command(
        name = "classifier",
        description = {
            "Says which digit classifier judges samples, the SHA-256 of its weights, and how often it is right on the test images.",
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
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Weights that wgan4j classifier train wrote; without it, those that come with wgan4j.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        TorchRuntime runtime = TorchRuntime.start(0);
        Dataset test = Datasets.load(DataSource.named("mnist-test"));
        try (DigitClassifier classifier =
                file == null ? DigitClassifier.shipped(runtime) : DigitClassifier.read(file, runtime)) {
            ClassifierAccuracy accuracy = ClassifierAccuracy.of(classifier, test);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.text(object(classifier, accuracy)));
            } else {
                print(out, classifier, accuracy);
            }
            out.flush();
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

    private static void print(PrintWriter out, DigitClassifier classifier, ClassifierAccuracy accuracy) {
        out.printf(Locale.ROOT, "classifier  %s%n", classifier.name());
        out.printf(Locale.ROOT, "sha-256     %s%n", classifier.sha256());
        out.printf(
                Locale.ROOT,
                "accuracy    %.2f %%: %d of the %d test images of MNIST%n",
                100 * accuracy.share(),
                accuracy.correct(),
                accuracy.images());
    }
}
