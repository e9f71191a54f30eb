package org.wgan4j.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    static List<String> commands() {
        return List.copyOf(new TreeSet<>(Wgan4j.commandLine().getSubcommands().keySet()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEveryCommandHasExamplesOfItAndExitCodes(String command) {
        Answer answer = Answer.to(command, "--help");
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        String examples = answer.out().substring(answer.out().indexOf("Examples:"));
        assertThat(examples).contains("wgan4j " + command);
        assertThat(answer.out()).contains("Exit codes:", "130", "Usage: wgan4j " + command);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEveryCommandFitsAHundredColumns(String command) {
        assertThat(Answer.to(command, "--help").out().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bench train", "bench check", "classifier train"})
    void theHelpOfACommandWithinACommandIsLaidOutTheSame(String command) {
        Answer answer = Answer.to((command + " --help").split(" "));
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("Usage: wgan4j " + command, "Examples:\n  wgan4j " + command, "Exit codes:", "130");
        assertThat(answer.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpAsACommandPrintsTheSameAsTheOption(String command) {
        assertThat(Answer.to("help", command).out())
                .isEqualTo(Answer.to(command, "--help").out());
    }
}
