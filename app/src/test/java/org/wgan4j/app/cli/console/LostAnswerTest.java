package org.wgan4j.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.Wgan4j;
import picocli.CommandLine;

class LostAnswerTest {
    @TempDir
    private Path folder;

    /** A disk that is full. */
    private static final class FullDisk extends Writer {
        @Override
        public void write(char[] letters, int from, int count) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static Answer ontoAFullDisk(CommandLine commandLine, String... arguments) {
        StringWriter err = new StringWriter();
        int code = commandLine
                .setOut(new PrintWriter(new FullDisk()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Answer(code, "", err.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--version",
                "--help",
                "help emd",
                "recipes",
                "recipes --json",
                "recipes quick",
                "data",
                "data --json",
                "figures",
                "doctor --json",
                "emd --from 1 --to 1",
                "emd --from 1 --to 1 --json",
                "divergences --from 1 --to 1",
                "divergences --from 1 --to 1 --json",
                "generate-completion"
            })
    void anAnswerThatCannotBeWrittenIsAFailureWithASentence(String arguments) {
        Answer answer = ontoAFullDisk(Wgan4j.commandLine(), arguments.split(" "));
        assertThat(answer.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(answer.err().lines()).singleElement().asString().contains("standard output", "disk full");
    }

    @Test
    void theTransportToAFullDiskFailsToo() throws IOException {
        Path x = Files.writeString(folder.resolve("x.csv"), "1\n2\n");
        Answer answer = ontoAFullDisk(Wgan4j.commandLine(), "transport", x.toString(), x.toString(), "--json");
        assertThat(answer.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(answer.err()).contains("standard output");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anAnswerComesBeforeTheFileThatCouldNotBeWritten() throws IOException {
        Path x = Files.writeString(folder.resolve("x.csv"), "1\n2\n");
        Answer transport = Answer.to("transport", x.toString(), x.toString(), "--json", "--plan", "/dev/full");
        assertThat(transport.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(transport.out()).contains("\"cost\"");
        assertThat(transport.err().lines()).singleElement().asString().contains("/dev/full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transport x.csv x.csv --plan DIR",
                "transport x.csv x.csv --plan x.csv/plan.npz",
                "emd --from 1 --to 1 --out x.csv",
                "retrieve x.png . --no-cache --out DIR",
                "data mnist-test --out DIR",
                "figures parallel-lines --out x.csv",
                "figures parallel-lines --out x.csv/pictures",
                "bench check --out x.csv/a.npz",
                "classifier train --out DIR",
                "classifier train --out x.csv/a.safetensors",
                "evaluate DIR --closest x.csv/a.png",
                "evaluate DIR --features x.csv/a.npz",
                "compare --recipes gan --out x.csv"
            })
    void aPlaceThatCannotBeWrittenIsRefusedBeforeTheWork(String arguments) throws IOException {
        Files.writeString(folder.resolve("x.csv"), "1\n2\n");
        String[] placed = arguments
                .replace("x.csv", folder + "/x.csv")
                .replace("DIR", folder.toString())
                .split(" ");
        Answer answer = Answer.to(placed);
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).singleElement().asString().contains(folder.toString(), "folder");
    }
}
