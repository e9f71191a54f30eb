package org.wgan4j.app.cli.bench;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wgan4j bench}: measurements of this program on this machine. */
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
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    /** Without a command, the help, and the exit code of an input that names nothing to do. */
    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        spec.commandLine().usage(err, spec.commandLine().getColorScheme());
        err.flush();
        return ExitCodes.BAD_INPUT;
    }
}
