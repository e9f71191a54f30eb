package org.wgan4j.app.cli.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.app.cli.console.RunFailedException;
import org.wgan4j.app.cli.console.StopSignal;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.report.run.RunFilesWriter;

/** A call of train or resume: shows progress, writes the files of the run, handles signals and prints at the end what to do next. */
final class TrainingSession {
    private final CommandOutput output;
    private final TrainingProgress progress;

    /** Files that could not be written are named even where no progress is shown. */
    private final Consumer<String> failures;

    TrainingSession(CommandOutput output, boolean quiet) {
        this.output = output;
        this.progress = TrainingProgress.choose(quiet, output.errors());
        this.failures = quiet ? output::note : progress::note;
    }

    /**
     * Runs to the end or the first Ctrl-C, and returns the exit code.
     *
     * @param opening starts or resumes the run; Ctrl-C is listened for from before it, since it computes already
     */
    int run(Supplier<TrainingRun> opening) {
        try (StopSignal stop = new StopSignal(() -> progress.note(
                        "stopping after this step; a second Ctrl-C ends at once and loses what is not saved"));
                TrainingRun run = opening.get()) {
            return conclude(run.directory(), train(run, stop), stop);
        }
    }

    private Outcome train(TrainingRun run, StopSignal stop) {
        try (RunFilesWriter files = new RunFilesWriter(failures);
                progress) {
            return run.run(files.andThen(progress::accept), stop::requested);
        } catch (ActionableException failure) {
            throw new RunFailedException(failure);
        }
    }

    private int conclude(RunDirectory directory, Outcome outcome, StopSignal stop) {
        String summary = progress.summary();
        if (outcome == Outcome.STOPPED) {
            output.line(summary + "; go on with: wgan4j resume " + quoted(directory.path()));
        } else {
            Path page = Files.exists(directory.report()) ? directory.report() : directory.path();
            output.line(summary + "; open " + PrintableText.of(page.toString()));
        }
        return outcome == Outcome.STOPPED ? stop.exitCode() : ExitCodes.OK;
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\p{Alnum}/._+:@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
