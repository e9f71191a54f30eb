package org.wgan4j.app.cli.train;

import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.RunParameter;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.training.TrainingRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wgan4j resume}: resumes a run from its latest checkpoint. Used by one thread. */
@Command(
        name = "resume",
        description = {
            "Goes on with a run from its latest checkpoint, as if it had never stopped.",
            "Settings that change what is learnt are refused; the length, the places of the data, checkpoints, pictures and machine may"
                    + " change. With other settings, wgan4j train --from begins a new run from the weights of this one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j resume runs/mine              to the end that its recipe says",
            "  wgan4j resume runs/mine --epochs 40  to a later end, counted from the run's start",
            "  wgan4j resume runs/mine --set runtime.threads=4",
            "  wgan4j resume runs/mine --set data.images=elsewhere/images.idx  the same data at another place",
        })
public final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private CommandOutput output = new CommandOutput();

    @Mixin
    private TrainingOptions training = new TrainingOptions();

    @Mixin
    private RunParameter run = new RunParameter();

    @Override
    public Integer call() {
        ResumeOptions options = new ResumeOptions(training.epochs(), training.steps(), training.settings());
        return new TrainingSession(output, training.quiet()).run(() -> TrainingRun.resume(run.directory(), options));
    }
}
