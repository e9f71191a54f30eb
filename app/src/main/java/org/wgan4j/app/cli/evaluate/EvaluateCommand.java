package org.wgan4j.app.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CountProgress;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.app.cli.data.DataOptions;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.evaluation.EvaluationData;
import org.wgan4j.gan.evaluation.SampleEvaluator;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.recipe.Polarity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wgan4j evaluate}: how good samples are, in numbers with intervals, beside what real images get. */
@Command(
        name = "evaluate",
        description = {
            "Judges samples: how near they are to real images that their generator never saw, how varied, and whether they are copies.",
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
final class EvaluateCommand implements Callable<Integer> {
    private static final int MOST = 100_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Mixin
    private DataOptions data = new DataOptions();

    @Parameters(
            paramLabel = "RUN|FILE.npz|FOLDER",
            arity = "0..1",
            description = "A run directory, an npz file with images [n, height, width], or a folder of pictures.")
    private @Nullable Path samples;

    @Option(names = "--real", description = "Judges real training images as if they had been generated.")
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
            names = "--closest",
            paramLabel = "FILE.png",
            description = "Draws the samples that are nearest to a training image, with that image below each.")
    private @Nullable Path closest;

    @Option(
            names = "--features",
            paramLabel = "FILE.npz",
            description = "Writes what the classifier saw in the samples: features [n, 64], probabilities [n, 10].")
    private @Nullable Path features;

    @Option(
            names = "--reference-features",
            paramLabel = "FILE.npz",
            description = "Writes the same of the real images that they are held against.")
    private @Nullable Path referenceFeatures;

    @Option(names = "--quiet", description = "Prints no progress.")
    private boolean quiet;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        check();
        Set<Metric> wanted = wanted();
        Optional<EvaluatedImages> given =
                Optional.ofNullable(samples).map(path -> EvaluatedImages.read(path, draw(), ink()));
        EvaluationData all = EvaluationData.of(source(given));
        int[] taken = given.isPresent() ? new int[0] : all.someOfTraining(count, seed);
        EvaluatedImages judged = given.orElseGet(() -> realImages(all, taken));
        EvaluationData grounds = all.withoutTraining(taken);
        try (SampleEvaluator judge = SampleEvaluator.of(grounds, wanted, seed)) {
            QualityReport report = report(judge, judged.images());
            QualityAnswer answer = new QualityAnswer(judged.what(), judge, report);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.text(answer.object()));
            } else {
                answer.lines().forEach(out::println);
            }
            out.flush();
            write(judge, judged.images(), report);
        }
        return ExitCodes.OK;
    }

    private void write(SampleEvaluator judge, Images images, QualityReport report) {
        if (closest != null) {
            ClosestPairs.write(closest, images, judge.grounds().training().images(), report.closest());
        }
        if (features != null) {
            FeatureFile.write(features, judge.describe(images));
        }
        if (referenceFeatures != null) {
            FeatureFile.write(
                    referenceFeatures,
                    judge.describe(judge.grounds().reference().images()));
        }
    }

    private void check() {
        if (real == (samples != null)) {
            throw new ActionableException(
                    real
                            ? "--real and %s were both given: judge one of the two.".formatted(samples)
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

    private Set<Metric> wanted() {
        Set<Metric> wanted = EnumSet.noneOf(Metric.class);
        for (String key : metrics) {
            wanted.add(Metric.of(key)
                    .orElseThrow(() -> new ActionableException("There is no metric '%s'; choose from %s."
                            .formatted(key, String.join(", ", Metric.keys())))));
        }
        if (wanted.isEmpty()) {
            return EnumSet.allOf(Metric.class);
        }
        if (closest != null && !wanted.contains(Metric.MEMORISED_SHARE)) {
            wanted.add(Metric.NEAR_COPIES); // the closest pairs come with it
        }
        return wanted;
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

    private static EvaluatedImages realImages(EvaluationData grounds, int[] indices) {
        String what = "real images of %s, taken out of it"
                .formatted(grounds.training().name());
        return new EvaluatedImages(grounds.training().select(indices).images(), what, Optional.empty());
    }

    private QualityReport report(SampleEvaluator judge, Images images) {
        try (CountProgress progress = new CountProgress(
                "parts measured", quiet || json, spec.commandLine().getErr(), System::nanoTime)) {
            return judge.judge(images, (words, done, of) -> progress.reached(done, of));
        }
    }
}
