package org.wgan4j.app.cli.compare;

import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.train.TrainingProgress;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.report.compare.ComparisonListener;
import org.wgan4j.report.compare.ComparisonTraining;
import org.wgan4j.report.compare.CostScale;
import org.wgan4j.report.compare.Trial;

/** The display of the progress of the runs of a comparison. */
final class ComparisonProgress implements ComparisonListener {
    private final boolean quiet;
    private final CommandOutput output;
    private volatile @Nullable TrainingProgress current;

    ComparisonProgress(boolean quiet, CommandOutput output) {
        this.quiet = quiet;
        this.output = output;
    }

    @Override
    public TrialListener begins(Trial trial) {
        say(trial.label() + ": " + trial.budget().label());
        TrainingProgress progress = TrainingProgress.choose(quiet, output.errors());
        current = progress;
        return new TrialListener() {
            @Override
            public void accept(RunEvent event) {
                progress.accept(withLikelyLength(event, trial));
            }

            @Override
            public void close() {
                progress.close();
            }
        };
    }

    @Override
    public void diverged(Trial trial, String reason) {
        say(reason);
    }

    /** Shows a remark beside the run in progress; may be called from another thread. */
    void note(String message) {
        TrainingProgress progress = current;
        if (progress == null) {
            say(message);
        } else {
            progress.note(message);
        }
    }

    /** Where the budget is a time, shows the length that the interval of measurements, and then the speed, lead to. */
    private static RunEvent withLikelyLength(RunEvent event, Trial trial) {
        if (trial.budget().by() == CostScale.SECONDS && event instanceof RunEvent.Stepped stepped) {
            StepRecord record = stepped.record();
            double likely = record.step() * trial.budget().amount() / Math.max(record.seconds(), 1e-9);
            return new RunEvent.Stepped(record, Math.max(record.step(), Math.round(likely)));
        }
        if (trial.budget().by() == CostScale.SECONDS && event instanceof RunEvent.Started started) {
            long likely = (long) started.recipe().quality().everySteps() * ComparisonTraining.MEASURES;
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

    private void say(String message) {
        if (!quiet) {
            output.note(message);
        }
    }
}
