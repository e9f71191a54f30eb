package org.wgan4j.app.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What a command says: its answer on standard output, remarks on the error stream.
 *
 * <p>Every method flushes, so that an answer is out before files are written that may fail. Whether standard output took it is asked by
 * {@link CheckedExecution} in the end.
 */
public final class CommandOutput {
    private final PrintWriter out;
    private final PrintWriter err;

    private CommandOutput(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    public static CommandOutput of(CommandSpec spec) {
        return new CommandOutput(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** Prints the answer as one JSON object. */
    public void json(Map<String, ? extends @Nullable Object> answer) {
        out.println(Json.text(answer));
        out.flush();
    }

    /** Prints the answer for a person. */
    public void lines(List<String> answer) {
        answer.forEach(out::println);
        out.flush();
    }

    /** Prints a line of the answer. */
    public void line(String answer) {
        out.println(answer);
        out.flush();
    }

    /** Prints that a file was written. */
    public void wrote(Path file) {
        line("wrote " + PrintableText.of(file.toString()));
    }

    /** Remarks something that the answer does not say, after the name of the program. */
    public void note(String remark) {
        progress("wgan4j: " + PrintableText.of(remark));
    }

    /** Says what goes on. */
    public void progress(String line) {
        err.println(line);
        err.flush();
    }
}
