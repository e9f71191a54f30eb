package org.wgan4j.app.cli.evaluate;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.CountProgress;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.data.DataOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.classifier.DigitClassifier;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.PixelRange;
import org.wgan4j.gan.evaluation.EvaluationData;
import org.wgan4j.gan.evaluation.SampleEvaluator;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.recipe.Polarity;
import org.wgan4j.gan.torch.TorchRuntime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j evaluate}: quality metrics of samples with intervals, beside those of real images. Used by one thread. */
@Command(
        name = "evaluate",
        description = {
            "Evaluates samples: how near they are to real images that their generator never saw, how varied, and whether they are copies.",
            "Every number stands with its 95 %% interval and with what as many real images get. Features and classes are those of"
                    + " the digit classifier that the answer names; distances in pixels are between pixels scaled to [-1, 1]."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j evaluate runs/mine                         10000 samples of a run's latest generator",
            "  wgan4j evaluate runs/mine --best --json           of its best checkpoint, for a machine",
            "  wgan4j evaluate samples.npz                       images that any program made",
            "  wgan4j evaluate pictures/ --digits 3              against the threes of MNIST",
            "  wgan4j evaluate --real                            what real images get",
        })
public final class EvaluateCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(
            paramLabel = "RUN|FILE.npz|FOLDER",
            arity = "0..1",
            description = "A run directory, an npz file with images [n, height, width], or a folder of pictures.")
    private @Nullable Path samples;

    @Option(names = "--real", description = "Evaluates real training images as if they had been generated.")
    private boolean real;

    @Option(
            names = "--data",
            paramLabel = "NAME",
            description = "What the samples imitate; without it, what the run learnt from, or mnist.")
    private @Nullable String name;

    @Option(
            names = {"-n", "--count"},
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many samples of a run or of --real, 16 to 100000; without it, 10000.")
    private int count = 10_000;

    @Option(names = "--seed", paramLabel = "N", description = "The start of all that is random; without it, 0.")
    private long seed;

    @Option(names = "--best", description = "Takes a run's best checkpoint in place of its latest.")
    private boolean best;

    @Option(
            names = "--metrics",
            paramLabel = "NAME",
            split = ",",
            description = "What to measure, such as frechet_distance,coverage; without it, all.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--ink",
            paramLabel = "INK",
            defaultValue = "light-on-dark",
            description = "Whether pictures in a folder are light-on-dark, as without it, or dark-on-light.")
    private String ink = "light-on-dark";

    @Option(
            names = "--range",
            paramLabel = "LOW..HIGH",
            description =
                    "What is black and what is white in an npz file, such as 0..1, -1..1 or 0..255; without it, told from its numbers.")
    private @Nullable String range;

    @Option(
            names = "--classifier",
            paramLabel = "NAME|FILE",
            description =
                    "The classifier of features and classes of images that are not MNIST's: digits, the digit classifier, or weights that wgan4j"
                            + " classifier train wrote; without it, such images are evaluated by their pixels alone.")
    private @Nullable String classifier;

    @Option(
            names = "--closest",
            paramLabel = "FILE.png",
            description = "Draws the samples that are nearest to a training image, with that image below each.")
    private @Nullable Path closest;

    @Option(
            names = "--features",
            paramLabel = "FILE.npz",
            description = "Writes what the classifier finds in the samples: features [n, 64], probabilities [n, 10].")
    private @Nullable Path features;

    @Option(
            names = "--reference-features",
            paramLabel = "FILE.npz",
            description = "Writes the same of the real images that they are compared with.")
    private @Nullable Path referenceFeatures;

    @Option(names = "--quiet", description = "Prints no progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        check();
        List<Metric> wanted = wanted();
        Optional<PixelRange> numbers = range();
        Optional<EvaluatedImages> given =
                Optional.ofNullable(samples).map(path -> EvaluatedImages.read(path, draw(), ink(), numbers));
        EvaluationData all = EvaluationData.of(source(given));
        int[] taken = given.isPresent() ? new int[0] : all.someOfTraining(count, seed);
        EvaluatedImages evaluated = given.orElseGet(() -> realImages(all, taken));
        EvaluationData evaluationData = all.withoutTraining(taken);
        if (classifier == null) {
            refuseWhatCannotBeMeasured(evaluationData, wanted);
            try (SampleEvaluator evaluator = SampleEvaluator.of(evaluationData, wanted, seed)) {
                answer(evaluator, evaluated);
            }
        } else {
            try (DigitClassifier chosen = classifier(classifier);
                    SampleEvaluator evaluator = SampleEvaluator.of(evaluationData, wanted, seed, chosen)) {
                answer(evaluator, evaluated);
            }
        }
        return ExitCodes.OK;
    }

    private static DigitClassifier classifier(String chosen) {
        TorchRuntime runtime = TorchRuntime.start(0);
        return chosen.equals("digits")
                ? DigitClassifier.shipped(runtime)
                : DigitClassifier.read(Path.of(chosen), runtime);
    }

    private void refuseWhatCannotBeMeasured(EvaluationData evaluationData, List<Metric> wanted) {
        List<Metric> possible = SampleEvaluator.possible(evaluationData, wanted);
        if (possible.isEmpty()) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s takes features or classes, and the digit classifier knows MNIST's digits alone: choose among %s for %s, or name a"
                            + " classifier with --classifier.",
                    String.join(", ", wanted.stream().map(Metric::key).toList()),
                    String.join(
                            ", ",
                            SampleEvaluator.possible(evaluationData, Metrics.all()).stream()
                                    .map(Metric::key)
                                    .toList()),
                    evaluationData.training().name()));
        }
        if (possible.stream().allMatch(metric -> metric.basis() == Metric.Basis.PIXELS)
                && (features != null || referenceFeatures != null)) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "There are no features for %s: choose a metric of features or classes, and MNIST's digits or a --classifier.",
                    features == null ? referenceFeatures : features));
        }
    }

    private void answer(SampleEvaluator evaluator, EvaluatedImages evaluated) {
        QualityReport report = report(evaluator, evaluated.images());
        QualityAnswer answer = new QualityAnswer(evaluated.what(), evaluator, report);
        output.answer(answer::object, answer::lines);
        write(evaluator, evaluated.images(), report);
    }

    private Optional<PixelRange> range() {
        if (range == null) {
            return Optional.empty();
        }
        String[] ends = range.split("\\.\\.", -1);
        try {
            if (ends.length == 2) {
                return Optional.of(
                        new PixelRange(new BigDecimal(ends[0]).doubleValue(), new BigDecimal(ends[1]).doubleValue()));
            }
        } catch (IllegalArgumentException notNumbers) {
            throw notARange(notNumbers);
        }
        throw notARange(null);
    }

    private ActionableException notARange(@Nullable Throwable cause) {
        return new ActionableException(
                String.format(
                        Locale.ROOT,
                        "--range must be LOW..HIGH with LOW below HIGH, such as 0..1, -1..1 or 0..255, not '%s'",
                        range),
                cause);
    }

    private void write(SampleEvaluator evaluator, Images images, QualityReport report) {
        if (closest != null) {
            ClosestPairs.write(
                    closest, images, evaluator.evaluationData().training().images(), report.closest());
        }
        if (features != null) {
            FeatureFile.write(features, evaluator.describe(images));
        }
        if (referenceFeatures != null) {
            FeatureFile.write(
                    referenceFeatures,
                    evaluator.describe(evaluator.evaluationData().reference().images()));
        }
    }

    private void check() {
        if (real == (samples != null)) {
            throw new ActionableException(
                    real
                            ? String.format(
                                    Locale.ROOT, "--real and %s were both given: evaluate one of the two.", samples)
                            : "There is nothing to judge: give a run directory, an npz file, a folder of pictures, or --real.");
        }
        if (count < 16 || count > MOST) {
            throw new ActionableException("-n must be a whole number from 16 to " + MOST + ", not " + count);
        }
        Stream.of(closest, features, referenceFeatures).filter(Objects::nonNull).forEach(AtomicFile::requireWritable);
        if (closest != null) {
            ClosestPairs.check(closest);
        }
        if (features != null) {
            FeatureFile.check("--features", features);
        }
        if (referenceFeatures != null) {
            FeatureFile.check("--reference-features", referenceFeatures);
        }
    }

    private List<Metric> wanted() {
        Set<Metric> wanted = new LinkedHashSet<>();
        for (String key : metrics) {
            wanted.add(Metrics.named(key)
                    .orElseThrow(() -> new ActionableException(String.format(
                            Locale.ROOT,
                            "There is no metric '%s'; choose from %s.",
                            key,
                            String.join(", ", Metrics.keys())))));
        }
        if (wanted.isEmpty()) {
            return Metrics.all();
        }
        if (closest != null && !wanted.contains(Metrics.MEMORISED_SHARE)) {
            wanted.add(Metrics.NEAR_COPIES); // the closest pairs come with it
        }
        return Metrics.all().stream().filter(wanted::contains).toList();
    }

    private EvaluatedImages.Draw draw() {
        return new EvaluatedImages.Draw(count, seed, best);
    }

    private Polarity ink() {
        return switch (ink) {
            case "light-on-dark" -> Polarity.LIGHT_ON_DARK;
            case "dark-on-light" -> Polarity.DARK_ON_LIGHT;
            default -> throw new ActionableException("--ink must be light-on-dark or dark-on-light, not '" + ink + "'");
        };
    }

    /** What was said on the command line, else what the run says, else MNIST. */
    private DataSource source(Optional<EvaluatedImages> given) {
        if (data.fromFile() || name != null || given.isEmpty() || data.choosesDigits()) {
            return data.source(name == null ? "mnist" : name);
        }
        return given.get().source().orElseGet(() -> data.source("mnist"));
    }

    private static EvaluatedImages realImages(EvaluationData evaluationData, int[] indices) {
        String what = String.format(
                Locale.ROOT,
                "real images of %s, taken out of it",
                evaluationData.training().name());
        return new EvaluatedImages(evaluationData.training().select(indices).images(), what, Optional.empty());
    }

    private QualityReport report(SampleEvaluator evaluator, Images images) {
        try (CountProgress progress =
                new CountProgress("parts measured", quiet || output.isJson(), output.errors(), System::nanoTime)) {
            return evaluator.evaluate(images, (words, done, of) -> progress.reached(done, of));
        }
    }
}
