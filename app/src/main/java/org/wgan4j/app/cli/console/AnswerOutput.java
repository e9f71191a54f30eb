package org.wgan4j.app.cli.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The output of a command whose answer can be had as text or, with {@code --json}, as one JSON object. Used by one thread. */
@Command
public final class AnswerOutput extends CommandOutput {
    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    /** Whether the answer is a JSON object. */
    public boolean isJson() {
        return json;
    }

    /** Prints the answer in the form that was asked for. */
    public void answer(
            Supplier<? extends Map<String, ? extends @Nullable Object>> object, Supplier<List<String>> lines) {
        if (json) {
            line(Json.text(object.get()));
        } else {
            lines(lines.get());
        }
    }

    /** Writes a file that belongs to an answer which has been printed, and says so unless that was JSON. */
    public void write(Path file, Consumer<Path> writing) {
        writing.accept(file);
        if (!json) {
            wrote(file);
        }
    }

    /**
     * Prints an answer and writes files of which the JSON object holds the names; the answer is printed also if they cannot be written.
     *
     * @param object of the files that were written
     * @param writing writes them and returns their names
     */
    public void answerWithFiles(
            Function<List<Path>, ? extends Map<String, ? extends @Nullable Object>> object,
            Supplier<List<String>> lines,
            Supplier<List<Path>> writing) {
        if (!json) {
            lines(lines.get());
            writing.get().forEach(this::wrote);
            return;
        }
        List<Path> files = List.of();
        try {
            files = writing.get();
        } finally {
            line(Json.text(object.apply(files)));
        }
    }
}
