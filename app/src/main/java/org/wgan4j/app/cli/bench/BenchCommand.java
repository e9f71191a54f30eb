package org.wgan4j.app.cli.bench;

import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.CommandOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wgan4j bench}: measures the speed and the losses of this program on this machine. Used by one thread. */
@Command(
        name = "bench",
        description = "Measures how fast recipes train here, and writes out losses that other programs can check.",
        subcommands = {BenchTrainCommand.class, BenchCheckCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j bench train                      the speed of wgan-gp",
            "  wgan4j bench check --out check.npz      its losses, with all that they are computed from",
            "  wgan4j bench train --help               the options of one of them",
        })
public final class BenchCommand implements Callable<Integer> {
    @Mixin
    private CommandOutput output = new CommandOutput();

    /** Without a command, the help, and the exit code of an input that names nothing to do. */
    @Override
    public Integer call() {
        return output.missingSubcommand();
    }
}
