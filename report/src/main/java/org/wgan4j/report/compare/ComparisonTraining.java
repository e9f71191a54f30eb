package org.wgan4j.report.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.benchmark.TrainingSpeed;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.training.DivergedException;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.report.run.RunFilesWriter;

/**
 * Trains the runs of a comparison one after the other, each up to its budget; runs that were stopped, or whose budget has grown, are resumed.
 *
 * <pre>{@code
 * Path folder = Path.of("comparison");
 * ComparisonPlan plan = ComparisonPlan.of(List.of("gan", "wgan-gp"), 3, Budget.parse("10m"));
 * if (new ComparisonTraining(folder).complete(plan, () -> false)) {
 *     ComparisonPage.write(folder.resolve("comparison.html"), plan, folder);
 * }
 * }</pre>
 *
 * <p>Each run has its own run directory below the folder of the comparison, with the files of {@link RunFilesWriter}. Not safe for use by several
 * threads.
 */
public final class ComparisonTraining {
    /** How often a run is evaluated. */
    public static final int MEASURES = 12;

    private static final double PILOT_SECONDS = 3;

    private final Path folder;
    private final ComparisonListener listener;

    /** Trains into a folder, which need not exist, without reporting progress. */
    public ComparisonTraining(Path folder) {
        this(folder, ComparisonListener.SILENT);
    }

    /** Trains into a folder, which need not exist. */
    public ComparisonTraining(Path folder, ComparisonListener listener) {
        this.folder = folder;
        this.listener = listener;
    }

    /**
     * Trains the runs of a plan that are missing or below their budget.
     *
     * @param stop is asked after each step
     * @return false if it was stopped
     * @throws ActionableException if a recipe cannot be read, before anything is trained, or a folder holds a run of other settings
     */
    public boolean complete(ComparisonPlan plan, BooleanSupplier stop) {
        List<Trial> trials = plan.trials();
        for (Trial trial : trials) {
            Recipe recipe = recipe(trial);
            if (isBegun(trial)) {
                refuseOtherSettings(trial, recipe);
            }
        }
        for (Trial trial : trials) {
            if (!complete(trial, stop)) {
                return false;
            }
        }
        return true;
    }

    /** Trains a run up to its budget. Returns false if it was stopped. */
    private boolean complete(Trial trial, BooleanSupplier stop) {
        Path directory = trial.directory(folder);
        if (isBegun(trial) && (isSpent(trial, RunDirectory.open(directory)) || Files.exists(divergedFile(directory)))) {
            return true;
        }
        try (ComparisonListener.TrialListener progress = listener.begins(trial);
                RunFilesWriter files = new RunFilesWriter(failure -> progress.accept(new RunEvent.Noted(failure)));
                TrainingRun run = isBegun(trial) ? resume(trial, directory) : start(trial, directory)) {
            Recipe recipe = run.directory().recipe();
            boolean[] spent = {false};
            run.run(
                    event -> {
                        if (event instanceof RunEvent.Stepped stepped) {
                            spent[0] = isSpent(trial, recipe, stepped.record());
                        }
                        files.accept(event);
                        progress.accept(event);
                    },
                    () -> spent[0] || stop.getAsBoolean());
            return spent[0] || !stop.getAsBoolean();
        } catch (DivergedException diverged) {
            String reason = String.valueOf(diverged.getMessage());
            listener.diverged(trial, reason);
            AtomicFile.write(divergedFile(directory), reason + "\n");
            return true;
        }
    }

    private boolean isBegun(Trial trial) {
        return Files.exists(trial.directory(folder).resolve("recipe.yaml"));
    }

    private static Path divergedFile(Path directory) {
        return directory.resolve("diverged.txt");
    }

    private static boolean isSpent(Trial trial, RunDirectory run) {
        if (!Files.exists(run.metricsFile())) {
            return false;
        }
        List<StepRecord> steps = MetricsLog.read(run.metricsFile()).steps();
        return !steps.isEmpty() && isSpent(trial, run.recipe(), steps.get(steps.size() - 1));
    }

    private static boolean isSpent(Trial trial, Recipe recipe, StepRecord last) {
        Budget budget = trial.budget();
        return budget.by() == CostScale.SECONDS
                ? last.seconds() >= budget.amount()
                : last.step() >= budget.steps(recipe);
    }

    private static Recipe recipe(Trial trial) {
        List<String> settings = new ArrayList<>(trial.arm().overrides());
        settings.add("seed=" + trial.seed());
        return Recipes.load(trial.arm().recipe(), settings);
    }

    /** A folder of an earlier comparison may hold a run of the same name with other settings. */
    private void refuseOtherSettings(Trial trial, Recipe recipe) {
        Path directory = trial.directory(folder);
        Recipe absolute = Recipes.override(recipe, absolutePaths(recipe));
        List<String> changed = Recipes.changedKeys(RunDirectory.open(directory).recipe(), absolute).stream()
                .filter(key -> key.equals("seed") || !Arm.mayDiffer(key))
                .filter(key -> !key.startsWith("runtime."))
                .toList();
        if (!changed.isEmpty()) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s holds a run with another value of %s: compare in another folder, or with the settings of that run.",
                    directory,
                    String.join(", ", changed)));
        }
    }

    /** The paths of the data as a run directory stores them. */
    private static List<String> absolutePaths(Recipe recipe) {
        List<String> settings = new ArrayList<>();
        if (!recipe.data().images().isEmpty()) {
            settings.add("data.images=" + Path.of(recipe.data().images()).toAbsolutePath());
        }
        if (!recipe.data().labels().isEmpty()) {
            settings.add("data.labels=" + Path.of(recipe.data().labels()).toAbsolutePath());
        }
        return settings;
    }

    /** Resumes a run with the present budget as its length. */
    private static TrainingRun resume(Trial trial, Path directory) {
        Recipe before = RunDirectory.open(directory).recipe();
        long steps = trial.budget().steps(before);
        return TrainingRun.resume(
                directory,
                steps == before.steps()
                        ? ResumeOptions.none()
                        : new ResumeOptions(OptionalInt.empty(), OptionalInt.of(Math.toIntExact(steps)), List.of()));
    }

    private TrainingRun start(Trial trial, Path directory) {
        Recipe recipe = recipe(trial);
        long interval = interval(trial, recipe);
        List<String> settings = List.of(
                "steps=" + trial.budget().steps(recipe),
                "quality.everyEpochs=0",
                "quality.everySteps=" + interval,
                "samples.everyEpochs=0",
                "samples.everySteps=" + interval,
                "samples.rows=6",
                "samples.columns=6",
                "checkpoints.everyEpochs=0",
                "checkpoints.everySteps=" + interval,
                "checkpoints.keep=1");
        return TrainingRun.start(Recipes.override(recipe, settings), trial.arm().recipe(), directory);
    }

    /** Steps between two evaluations: those of the first seed, so that seeds can be averaged; else a share of the run's length. */
    private long interval(Trial trial, Recipe recipe) {
        Trial first = new Trial(trial.arm(), 0, trial.budget());
        if (trial.seed() != 0 && isBegun(first)) {
            return RunDirectory.open(first.directory(folder)).recipe().quality().everySteps();
        }
        double steps = trial.budget().by() == CostScale.SECONDS
                ? trial.budget().amount() / secondsPerStep(recipe)
                : trial.budget().steps(recipe);
        return Math.max(1, (long) Math.floor(steps / MEASURES));
    }

    private static double secondsPerStep(Recipe recipe) {
        try (TrainingSpeed speed = TrainingSpeed.of(recipe)) {
            return speed.measure(PILOT_SECONDS).iterations().median() * 1e-3;
        }
    }
}
