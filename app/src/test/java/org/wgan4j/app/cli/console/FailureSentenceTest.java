package org.wgan4j.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.Wgan4j;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.UnwritableFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailureSentenceTest {
    @Command(name = "failing")
    private record Failing(Throwable failure) implements Runnable {
        @Override
        public void run() {
            if (failure instanceof Error grave) {
                throw grave;
            }
            throw (RuntimeException) failure;
        }
    }

    private static Answer failing(Throwable failure) {
        CommandLine commandLine = Wgan4j.commandLine();
        commandLine.addSubcommand("failing", new Failing(failure));
        StringWriter err = new StringWriter();
        int code = commandLine.setErr(new PrintWriter(err)).execute("failing");
        return new Answer(code, "", err.toString());
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(new OutOfMemoryError("Java heap space"), 1, "out of memory", "Java heap space", "-Xmx"),
                failure(new StackOverflowError(), 1, "too deeply", "-Xss"),
                failure(
                        new UnsatisfiedLinkError("/cache/libtorch.so: cannot map: Permission denied"),
                        1,
                        "does not load",
                        "/cache/libtorch.so",
                        "doctor"),
                failure(
                        new ExceptionInInitializerError(new IllegalStateException("no space for natives")),
                        1,
                        "does not load",
                        "no space for natives"),
                failure(new NoClassDefFoundError("org/x/Y"), 1, "does not load", "org/x/Y"),
                failure(new InternalError("a fault occurred in an unsafe memory access"), 1, "InternalError", "defect"),
                failure(new AssertionError("n > 0"), 1, "AssertionError", "n > 0", "defect"),
                failure(new IllegalStateException("odd"), 1, "IllegalStateException", "odd", "defect"),
                failure(new IllegalStateException(new OutOfMemoryError("Java heap space")), 1, "out of memory"),
                failure(new CompletionException(new ActionableException("a is too large")), 2, "a is too large"),
                failure(new ActionableException("a must be above 0, not -1"), 2, "a must be above 0, not -1"),
                failure(
                        new UnwritableFileException("a cannot be written", new AccessDeniedException("a")),
                        1,
                        "a cannot be written"),
                failure(new ActionableException("no file 'a\nb\u001b[2Jc'"), 2, "no file 'a\\nb\\u001b[2Jc'"));
    }

    private static Arguments failure(Throwable failure, int code, String... words) {
        return Arguments.of(failure, code, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsOneSentenceWithItsCode(Throwable failure, int code, List<String> words) {
        Answer answer = failing(failure);
        assertThat(answer.err().lines())
                .singleElement()
                .asString()
                .startsWith("wgan4j: ")
                .contains(words);
        assertThat(answer.err().strip()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void aNameOfControlCharactersOnTheCommandLineIsPrintedHarmlessly() {
        Answer answer = Answer.to("emd", "--from", "\u001b[31m\n\u202e.csv", "--to", "1");
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err().strip()).doesNotContainPattern("\\p{Cntrl}").doesNotContain("\u202e");
        assertThat(Answer.to("data", "a\u0007b").err().strip()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(Answer.to("a\u0007b").err().strip()).doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @CsvSource({
        "plain.png, plain.png",
        "Grüße 猫 😀.png, Grüße 猫 😀.png",
    })
    void printableTextStaysAsItIs(String text, String printed) {
        assertThat(PrintableText.of(text)).isEqualTo(printed);
    }

    @Test
    void whatWouldActOnATerminalIsEscaped() {
        assertThat(PrintableText.of("a\n\r\t\u001b\u0085\u2028\u202e\ud800b"))
                .isEqualTo("a\\n\\r\\t\\u001b\\u0085\\u2028\\u202e\\ud800b");
    }
}
