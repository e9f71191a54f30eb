package org.wgan4j.app.cli.evaluate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.gan.classifier.ClassifierAccuracy;
import org.wgan4j.gan.classifier.ClassifierTraining;
import org.wgan4j.gan.classifier.DigitClassifier;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.torch.TorchRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wgan4j classifier train}: trains a digit classifier and writes its weights. */
@Command(
        name = "train",
        description = {
            "Trains a digit classifier on the training images of MNIST and writes its weights.",
            "The same seed, epochs and threads give the same bits on the same machine; another processor may round otherwise."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j classifier train --out mine.safetensors",
            "  wgan4j classifier train --epochs 2 --out short.safetensors"
        })
final class ClassifierTrainCommand implements Callable<Integer> {
    @Mixin
    private CommandOutput output = new CommandOutput();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the weights go, as safetensors.")
    private Path out = Path.of("");

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "12",
            description = "Passes over the data, 1 to 1000; without it, 12.")
    private int epochs = 12;

    @Option(names = "--seed", paramLabel = "N", description = "The start of all that is random; without it, 0.")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Threads of one operation; other numbers of threads round otherwise; without it, 2.")
    private int threads = 2;

    @Override
    public Integer call() {
        ClassifierTraining training = new ClassifierTraining(epochs, seed, threads);
        AtomicFile.requireWritable(out); // before minutes of training rather than after them
        training.run(
                Datasets.load(DataSource.named("mnist")),
                out,
                progress -> output.note(String.format(
                        Locale.ROOT, "epoch %d of %d, cross entropy %.4f", progress.epoch(), epochs, progress.loss())));
        try (DigitClassifier classifier = DigitClassifier.read(out, TorchRuntime.start(threads))) {
            ClassifierAccuracy accuracy =
                    ClassifierAccuracy.of(classifier, Datasets.load(DataSource.named("mnist-test")));
            output.line(String.format(
                    Locale.ROOT,
                    "wrote %s: %.2f %% right on the test images of MNIST, SHA-256 %s",
                    PrintableText.of(out.toString()),
                    100 * accuracy.share(),
                    classifier.sha256()));
        }
        return ExitCodes.OK;
    }
}
