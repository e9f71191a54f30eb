package org.wgan4j.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.Wgan4j;

/** The program in a process of its own, with standard outputs that take nothing. */
class StandardOutputTest {
    @TempDir
    private Path folder;

    private Answer run(String redirection, String arguments) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        "exec \"$0\" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -cp \"$1\" "
                                + Wgan4j.class.getName() + " " + arguments + redirection,
                        java,
                        System.getProperty("java.class.path")))
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(errors.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        int code = process.waitFor();
        return new Answer(
                code, Files.readString(folder.resolve("output")), Files.readString(errors, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"emd --from 1 --to 1 --json", "recipes", "--help", "--version"})
    @EnabledOnOs(OS.LINUX)
    void aFullOrClosedOutputIsAFailureWithASentence(String arguments) throws Exception {
        for (String redirection : List.of(" >/dev/full", " >&-")) {
            Answer answer = run(redirection, arguments);
            assertThat(answer.code()).as(redirection).isEqualTo(ExitCodes.FAILED);
            assertThat(answer.err().lines()).singleElement().asString().contains("standard output");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"emd --from 1 --to 1 --json", "recipes"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void anOutputThatTakesTheAnswerHasIt(String arguments) throws Exception {
        Answer answer = run("", arguments);
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        String seconds = "\"seconds[^\n]*";
        assertThat(answer.out().replaceAll(seconds, ""))
                .isEqualTo(Answer.to(arguments.split(" ")).out().replaceAll(seconds, ""));
    }
}
