package org.wgan4j.app.cli.compare;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wgan4j.app.cli.console.StopSignal;
import org.wgan4j.app.cli.train.Progress;
import org.wgan4j.app.cli.train.RunFiles;
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
import org.wgan4j.report.compare.CostScale;
import org.wgan4j.report.compare.Trial;
import picocli.CommandLine;

/** Trains the runs of a comparison one after the other, each up to its budget, and takes up those that were stopped. */
final class TrialTraining {
    /** How often a run is measured. */
    private static final int MEASURES = 12;

    private static final double PILOT_SECONDS = 3;

    private final Path folder;
    private final boolean quiet;
    private final CommandLine command;

    TrialTraining(Path folder, boolean quiet, CommandLine command) {
        this.folder = folder;
        this.quiet = quiet;
        this.command = command;
    }

    /**
     * Trains a run as far as its budget goes; nothing is done where that is so already.
     *
     * @return false if Ctrl-C stopped it
     */
    boolean complete(Trial trial) {
        Path directory = trial.directory(folder);
        boolean begun = Files.exists(directory.resolve("recipe.yaml"));
        if (begun && (isSpent(trial, RunDirectory.open(directory)) || Files.exists(divergedMark(directory)))) {
            return true;
        }
        say(trial.words() + ": " + trial.budget().words());
        Progress progress = Progress.choose(quiet, command.getErr());
        try (StopSignal stop = new StopSignal(() -> progress.note("stopping after this step; start again to go on"));
                TrainingRun run =
                        begun ? TrainingRun.resume(directory, ResumeOptions.none()) : start(trial, directory);
                RunFiles files = new RunFiles(progress::note);
                progress) {
            double[] seconds = {0};
            run.run(
                    event -> {
                        if (event instanceof RunEvent.Stepped stepped) {
                            seconds[0] = stepped.record().seconds();
                        }
                        files.accept(event);
                        progress.accept(withLikelyLength(event, trial));
                    },
                    () -> stop.requested() || isOver(trial, seconds[0]));
            return !stop.requested();
        } catch (DivergedException diverged) {
            // That a setting makes training diverge is a result of a comparison, not the end of it.
            String reason = String.valueOf(diverged.getMessage());
            say(reason);
            AtomicFile.write(divergedMark(directory), reason + "\n");
            return true;
        }
    }

    /** Where time is counted, people are told the length that the measures, and then the pace, lead to. */
    private static RunEvent withLikelyLength(RunEvent event, Trial trial) {
        if (trial.budget().by() == CostScale.SECONDS && event instanceof RunEvent.Stepped stepped) {
            StepRecord record = stepped.record();
            double likely = record.step() * trial.budget().amount() / Math.max(record.seconds(), 1e-9);
            return new RunEvent.Stepped(record, Math.max(record.step(), Math.round(likely)));
        }
        if (trial.budget().by() == CostScale.SECONDS && event instanceof RunEvent.Started started) {
            long likely = (long) started.recipe().quality().everySteps() * MEASURES;
            return new RunEvent.Started(
                    started.directory(),
                    started.recipe(),
                    started.recipeName(),
                    started.step(),
                    Math.max(likely, started.step()),
                    started.stepsPerEpoch(),
                    started.device(),
                    started.threads(),
                    started.precision());
        }
        return event;
    }

    private static Path divergedMark(Path directory) {
        return directory.resolve("diverged.txt");
    }

    private static boolean isOver(Trial trial, double seconds) {
        return trial.budget().by() == CostScale.SECONDS
                && seconds >= trial.budget().amount();
    }

    private static boolean isSpent(Trial trial, RunDirectory run) {
        Optional<StepRecord> last = Files.exists(run.metricsFile())
                ? MetricsLog.read(run.metricsFile()).steps().stream().reduce((first, second) -> second)
                : Optional.empty();
        return last.isPresent()
                && (isOver(trial, last.get().seconds())
                        || last.get().step() >= trial.budget().steps(run.recipe()));
    }

    private TrainingRun start(Trial trial, Path directory) {
        String recipe = trial.arm().recipe();
        List<String> settings = new ArrayList<>(trial.arm().overrides());
        settings.add("seed=" + trial.seed());
        settings.add("steps=" + trial.budget().steps(Recipes.load(recipe, settings)));
        long interval = interval(trial, Recipes.load(recipe, settings));
        settings.addAll(List.of(
                "quality.everyEpochs=0",
                "quality.everySteps=" + interval,
                "samples.everyEpochs=0",
                "samples.everySteps=" + interval,
                "samples.rows=6",
                "samples.columns=6",
                "checkpoints.everyEpochs=0",
                "checkpoints.everySteps=" + interval,
                "checkpoints.keep=1"));
        return TrainingRun.start(Recipes.load(recipe, settings), recipe, directory);
    }

    /** Steps between two measures: those of the first seed, so that seeds can be averaged; else a share of the run's length. */
    private long interval(Trial trial, Recipe recipe) {
        Path first = new Trial(trial.arm(), 0, trial.budget()).directory(folder);
        if (trial.seed() != 0 && Files.exists(first.resolve("recipe.yaml"))) {
            return RunDirectory.open(first).recipe().quality().everySteps();
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

    private void say(String message) {
        if (!quiet) {
            PrintWriter err = command.getErr();
            err.println("wgan4j: " + message);
            err.flush();
        }
    }
}
