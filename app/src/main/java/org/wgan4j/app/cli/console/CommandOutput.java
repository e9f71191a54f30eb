package org.wgan4j.app.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options and the streams of every command: the answer goes to standard output, remarks go to the error stream.
 *
 * <p>Every method flushes, so that an answer is out before files are written that may fail. Whether standard output took it is asked by
 * {@link CheckedExecution} in the end. Used by one thread.
 */
@Command
public sealed class CommandOutput permits AnswerOutput {
    /** Read from the raw arguments by {@link PlainErrors}, since it must work where parsing fails. */
    static final String DEBUG = "--debug";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help and exits.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(names = DEBUG, description = "Prints the stack trace of a failure too.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean debug;

    /** Prints lines of the answer. */
    public final void lines(List<String> answer) {
        PrintWriter out = command.commandLine().getOut();
        answer.forEach(out::println);
        out.flush();
    }

    /** Prints a line of the answer. */
    public final void line(String answer) {
        lines(List.of(answer));
    }

    /** Prints that a file was written. */
    public final void wrote(Path file) {
        line("wrote " + PrintableText.of(file.toString()));
    }

    /** Prints a remark, after the name of the program, on the error stream. */
    public final void note(String remark) {
        progress("wgan4j: " + PrintableText.of(remark));
    }

    /** Prints what is being done on the error stream. */
    public final void progress(String line) {
        errors().println(line);
        errors().flush();
    }

    /** The error stream, for what draws progress itself. */
    public final PrintWriter errors() {
        return command.commandLine().getErr();
    }

    /** Prints the help of a command that was named without a subcommand; returns the exit code of an input that names nothing to do. */
    public final int missingSubcommand() {
        command.commandLine().usage(errors(), command.commandLine().getColorScheme());
        errors().flush();
        return ExitCodes.BAD_INPUT;
    }

    /** The call as it was typed, such as {@code wgan4j compare runs/a runs/b}. */
    public final String call() {
        return "wgan4j "
                + String.join(" ", command.commandLine().getParseResult().originalArgs());
    }
}
