package org.wgan4j.app.cli.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.OutputPath;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.app.cli.console.SettingOptions;
import org.wgan4j.app.cli.console.StopSignal;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.compare.Budget;
import org.wgan4j.report.compare.ComparisonPage;
import org.wgan4j.report.compare.ComparisonPlan;
import org.wgan4j.report.compare.ComparisonTraining;
import org.wgan4j.report.compare.CostScale;
import org.wgan4j.report.compare.Experiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j compare}: compares runs on one page, with intervals over seeds. Used by one thread. */
@Command(
        name = "compare",
        description = {
            "Puts runs beside each other at equal generator steps, equal images and equal seconds, with intervals over seeds,"
                    + " and says which claims of the tutorials held.",
            "With --recipes it trains what is missing first; stopped and started again, it goes on where it was."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j compare runs/a runs/b runs/c                 runs that are there",
            "  wgan4j compare --recipes gan,wgan,wgan-gp --seeds 3 --budget 10m",
            "  wgan4j compare --recipes gan,wgan-gp --budget 500 --by steps --out duel",
            "  wgan4j compare --recipes gan,wgan,wgan-gp --budget 5m --experiments stability,as-written",
        })
public final class CompareCommand implements Callable<Integer> {
    @Mixin
    private CommandOutput output = new CommandOutput();

    @Parameters(paramLabel = "RUN", arity = "0..*", description = "Run directories whose recipes measure quality.")
    private List<Path> runs = new ArrayList<>();

    @Option(
            names = "--recipes",
            paramLabel = "NAME",
            split = ",",
            description = "Recipes to train, built-in ones or files.")
    private List<String> recipes = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many seeds of each recipe, 1 to 100; without it, 3.")
    private int seeds = 3;

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            defaultValue = "10m",
            description = "What each run gets: a time such as 10m, or a number of --by; without it, 10m.")
    private String budget = "10m";

    @Option(names = "--by", paramLabel = "WHAT", description = "What a plain number counts: steps, images or seconds.")
    private @Nullable String by;

    @Option(
            names = "--experiments",
            paramLabel = "NAME",
            split = ",",
            description = "What else to train: stability, optimal-critic, as-written.")
    private List<String> experiments = new ArrayList<>();

    @Option(
            names = "--extra-budget",
            paramLabel = "AMOUNT",
            description = "What each run of those gets; without it, a quarter of --budget.")
    private @Nullable String extraBudget;

    @Option(
            names = "--extra-seeds",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many seeds of each of those, 1 to 100; one decides nothing; without it, 1.")
    private int extraSeeds = 1;

    @Mixin
    private SettingOptions settings = new SettingOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "comparison",
            description = "Where runs and page go; without it, comparison.")
    private Path out = Path.of("comparison");

    @Option(names = "--quiet", description = "Prints the final line only.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (runs.isEmpty() == recipes.isEmpty()) {
            throw new ActionableException("Give either run directories to compare, or --recipes to train and compare.");
        }
        OutputPath.refuseEmpty("--out", out);
        Path page = out.resolve("comparison.html");
        AtomicFile.requireWritable(page);
        if (!runs.isEmpty()) {
            List<RunDirectory> opened = runs.stream().map(RunDirectory::open).toList();
            ComparisonPage.write(page, opened, output.call());
            return done(page);
        }
        ComparisonPlan plan = plan();
        ComparisonProgress progress = new ComparisonProgress(quiet, output);
        try (StopSignal stop = new StopSignal(() -> progress.note("stopping after this step; start again to go on"))) {
            if (!new ComparisonTraining(out, progress).complete(plan, stop::requested)) {
                return stop.exitCode();
            }
        }
        ComparisonPage.write(page, plan, out, output.call());
        return done(page);
    }

    private int done(Path page) {
        output.line("compared; open " + PrintableText.of(page.toString()));
        return ExitCodes.OK;
    }

    private ComparisonPlan plan() {
        checkSeeds("--seeds", seeds);
        checkSeeds("--extra-seeds", extraSeeds);
        Optional<CostScale> scale = Optional.ofNullable(by).map(CostScale::named);
        Budget each = Budget.parse(budget, scale);
        Budget extra = extraBudget == null ? each.times(0.25) : Budget.parse(extraBudget, scale);
        Set<Experiment> wanted = experiments.stream().map(Experiment::named).collect(Collectors.toSet());
        return new ComparisonPlan(
                List.copyOf(new LinkedHashSet<>(recipes)), settings.settings(), seeds, each, extraSeeds, extra, wanted);
    }

    private static void checkSeeds(String option, int count) {
        if (count < 1 || count > 100) {
            throw new ActionableException(option + " must be a whole number from 1 to 100, not " + count);
        }
    }
}
