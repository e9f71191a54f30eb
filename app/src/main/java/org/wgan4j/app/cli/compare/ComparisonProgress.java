package org.wgan4j.app.cli.compare;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.train.Progress;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.report.compare.ComparisonListener;
import org.wgan4j.report.compare.ComparisonTraining;
import org.wgan4j.report.compare.CostScale;
import org.wgan4j.report.compare.Trial;
import picocli.CommandLine;

/** Shows the progress of the runs of a comparison. */
final class ComparisonProgress implements ComparisonListener {
    private final boolean quiet;
    private final CommandLine command;
    private volatile @Nullable Progress current;

    ComparisonProgress(boolean quiet, CommandLine command) {
        this.quiet = quiet;
        this.command = command;
    }

    @Override
    public TrialListener begins(Trial trial) {
        say(trial.label() + ": " + trial.budget().label());
        Progress progress = Progress.choose(quiet, command.getErr());
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

    /** Says something beside the run that goes on; may be called from another thread. */
    void note(String message) {
        Progress progress = current;
        if (progress == null) {
            say(message);
        } else {
            progress.note(message);
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
            PrintWriter err = command.getErr();
            err.println("wgan4j: " + message);
            err.flush();
        }
    }
}
