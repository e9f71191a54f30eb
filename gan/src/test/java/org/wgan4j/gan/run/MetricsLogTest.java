package org.wgan4j.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.gan.ActionableException;

class MetricsLogTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("metrics.jsonl");
    }

    private static StepRecord step(long number) {
        Map<String, Double> terms = new LinkedHashMap<>();
        terms.put("critic_loss", -1.0 / 3 * number);
        terms.put("a_term", 4.9e-324);
        return new StepRecord(number, number / 84.0, 5 * number, 320 * number, 0.1 * number, terms, Map.of("c1", 0.5));
    }

    private static EpochRecord epoch(int number, long step) {
        return new EpochRecord(number, step, 1.5, Map.of("critic_loss", -2.0), Map.of());
    }

    private static EvaluationRecord measure(EvaluationRecord.Kind kind, long step) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("frechet_distance", 1.0 / step);
        values.put("coverage", Double.NaN);
        values.put("a_limit", Double.NEGATIVE_INFINITY);
        return new EvaluationRecord(kind, step, step / 84.0, 320 * step, 0.1 * step, values);
    }

    /** Steps 1 to 6 with an epoch after every second. */
    private void writeSixSteps() {
        try (MetricsLog log = MetricsLog.open(file())) {
            for (int i = 1; i <= 6; i++) {
                log.append(step(i));
                if (i % 2 == 0) {
                    log.append(epoch(i / 2, i));
                }
            }
        }
    }

    @Test
    void whatIsAppendedIsReadBackInItsOrder() {
        writeSixSteps();

        MetricsHistory history = MetricsLog.read(file());

        assertThat(history.steps()).containsExactly(step(1), step(2), step(3), step(4), step(5), step(6));
        assertThat(history.epochs()).containsExactly(epoch(1, 2), epoch(2, 4), epoch(3, 6));
        assertThat(history.steps().get(0).terms().keySet()).containsExactly("critic_loss", "a_term");
    }

    @Test
    void aLineHasItsTermsAsKeysOfItsOwn() throws Exception {
        try (MetricsLog log = MetricsLog.open(file())) {
            log.append(new StepRecord(3, 0.5, 15, 960, 1.25, Map.of("critic_loss", Double.NaN), Map.of("c1", -2.0)));
        }

        assertThat(Files.readString(file()))
                .isEqualTo("{\"kind\":\"step\",\"step\":3,\"epoch\":0.5,\"criticSteps\":15,\"imagesSeen\":960,"
                        + "\"seconds\":1.25,\"critic_loss\":\"NaN\",\"seed\":{\"c1\":-2.0}}\n");
    }

    @Test
    void measuresOfEveryKindAreReadBackBesideStepsAndByKind() {
        try (MetricsLog log = MetricsLog.open(file())) {
            log.append(step(1));
            for (EvaluationRecord.Kind kind : EvaluationRecord.Kind.values()) {
                log.append(measure(kind, 1));
                log.append(measure(kind, 2));
            }
            log.append(step(2));
        }
        MetricsHistory history = MetricsLog.read(file());
        assertThat(history.steps()).containsExactly(step(1), step(2));
        assertThat(history.measures()).hasSize(2 * EvaluationRecord.Kind.values().length);
        for (EvaluationRecord.Kind kind : EvaluationRecord.Kind.values()) {
            assertThat(history.measures(kind)).containsExactly(measure(kind, 1), measure(kind, 2));
        }
        assertThat(history.measures().get(0).values().keySet())
                .containsExactly("frechet_distance", "coverage", "a_limit");
    }

    @Test
    void aMeasureIsALineWithItsKindAndItsValuesAsKeysOfTheirOwn() throws Exception {
        try (MetricsLog log = MetricsLog.open(file())) {
            log.append(
                    new EvaluationRecord(EvaluationRecord.Kind.QUALITY, 3, 0.5, 960, 1.25, Map.of("coverage", 0.75)));
        }
        assertThat(Files.readString(file()))
                .isEqualTo("{\"kind\":\"quality\",\"step\":3,\"epoch\":0.5,\"imagesSeen\":960,\"seconds\":1.25,"
                        + "\"coverage\":0.75}\n");
    }

    @Test
    void truncatingDropsTheMeasuresThatLieAfterTheStep() {
        try (MetricsLog log = MetricsLog.open(file())) {
            for (long step = 1; step <= 4; step++) {
                log.append(step(step));
                log.append(measure(EvaluationRecord.Kind.AUDIT, step));
            }
        }
        MetricsLog.truncateAfter(file(), 2);
        assertThat(MetricsLog.read(file()).measures())
                .containsExactly(measure(EvaluationRecord.Kind.AUDIT, 1), measure(EvaluationRecord.Kind.AUDIT, 2));
    }

    @Test
    void notANumberAndInfinitiesSurvive() {
        Map<String, Double> terms =
                Map.of("a", Double.NaN, "b", Double.POSITIVE_INFINITY, "c", Double.NEGATIVE_INFINITY);
        StepRecord record = new StepRecord(1, 0, 0, 0, 0, terms, Map.of());
        try (MetricsLog log = MetricsLog.open(file())) {
            log.append(record);
        }

        assertThat(MetricsLog.read(file()).steps()).containsExactly(record);
    }

    @Test
    void aFlushedLineIsSeenWhileTheLogIsOpen() {
        try (MetricsLog log = MetricsLog.open(file())) {
            log.append(step(1));
            log.flush();
            assertThat(MetricsLog.read(file()).steps()).containsExactly(step(1));
        }
    }

    @Test
    void whereverAWriterIsKilledTheWholeLinesAreReadAndAppendedTo() throws Exception {
        try (MetricsLog log = MetricsLog.open(file())) {
            log.append(step(1));
            log.append(epoch(1, 1));
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            Files.write(file(), torn);
            long lines = new String(torn, StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();

            MetricsHistory before = MetricsLog.read(file());
            try (MetricsLog log = MetricsLog.open(file())) {
                log.append(step(99));
            }
            MetricsHistory after = MetricsLog.read(file());

            assertThat(before.steps().size() + before.epochs().size()).isEqualTo((int) lines);
            assertThat(after.steps()).hasSize(before.steps().size() + 1).endsWith(step(99));
            assertThat(after.epochs()).isEqualTo(before.epochs());
        }
    }

    @Test
    void aTornLineOfAnyLengthIsCutOff() throws Exception {
        for (int length : new int[] {1, 8191, 8192, 8193, 30_000}) {
            writeSixSteps();
            Files.writeString(file(), Files.readString(file()) + "x".repeat(length));
            MetricsLog.open(file()).close();
            assertThat(MetricsLog.read(file()).steps()).hasSize(6);
            assertThat(Files.readString(file())).endsWith("}\n");
            Files.delete(file());
        }
    }

    @Test
    void truncatingKeepsExactlyWhatDoesNotLieAfterTheStep() throws Exception {
        for (int kept = 0; kept <= 7; kept++) {
            writeSixSteps();
            Files.writeString(file(), Files.readString(file()) + "{\"kind\":\"st");
            MetricsHistory before = MetricsLog.read(file());
            long last = kept;

            MetricsLog.truncateAfter(file(), last);

            MetricsHistory after = MetricsLog.read(file());
            assertThat(after.steps())
                    .isEqualTo(before.steps().stream()
                            .filter(s -> s.step() <= last)
                            .toList());
            assertThat(after.epochs())
                    .isEqualTo(before.epochs().stream()
                            .filter(e -> e.step() <= last)
                            .toList());
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file());
            }
            Files.delete(file());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"stop\",\"step\":1} | kind is stop, but must be one of step, epoch, quality",
                "{\"step\":1} | kind is missing, but must be one of step, epoch, quality",
                "{\"kind\":\"step\"} | step is missing, but must be a whole number",
                "{\"kind\":\"step\",\"step\":1.5} | step is 1.5, but must be a whole number",
                "{\"kind\":\"step\",\"step\":-1} | step is -1, but must be a whole number",
                "{\"kind\":\"epoch\",\"step\":1,\"epoch\":9999999999,\"seconds\":1} | epoch is 9999999999",
                "{\"kind\":\"epoch\",\"step\":1,\"epoch\":1,\"seconds\":\"NaN\"} | seconds is NaN",
                "{\"kind\":\"epoch\",\"step\":1,\"epoch\":1,\"seconds\":1,\"x\":null} | x is null, but must be a number",
                "{\"kind\":\"epoch\",\"step\":1,\"epoch\":1,\"seconds\":1,\"x\":1e999} | x is ",
                "{\"kind\":\"epoch\",\"step\":1,\"step\":2,\"epoch\":1,\"seconds\":1} | uplicate",
                "{\"kind\":\"epoch\",\"step\":1,\"epoch\":1,\"seconds\":1} 2 | railing",
                "{\"kind\":\"quality\",\"step\":1,\"epoch\":1,\"seconds\":1} | imagesSeen is missing",
                "{\"kind\":\"audit\",\"step\":1,\"epoch\":-1,\"imagesSeen\":1,\"seconds\":1} | epoch is -1",
                "{\"kind\":\"modes\",\"step\":1,\"epoch\":1,\"imagesSeen\":1,\"seconds\":1,\"x\":{}} | x is {}",
                "[1] | it is not a JSON object",
                "`` | it is not a JSON object",
            })
    void aBadLineIsRefusedWithItsNumberAndTheReason(String line, String reason) throws Exception {
        writeSixSteps();
        Files.writeString(file(), Files.readString(file()) + line + "\n");

        assertThatThrownBy(() -> MetricsLog.read(file()))
                .isInstanceOf(ActionableException.class)
                .hasMessageStartingWith(file() + ", line 10: ")
                .hasMessageContaining(reason);
    }

    @Test
    void aBadLineLeavesTheFileAsItWasWhenTruncating() throws Exception {
        writeSixSteps();
        String content = "broken\n" + Files.readString(file());
        Files.writeString(file(), content);

        assertThatThrownBy(() -> MetricsLog.truncateAfter(file(), 3)).isInstanceOf(ActionableException.class);
        assertThat(Files.readString(file())).isEqualTo(content);
    }

    @Test
    void aLineThatIsNoneOfOursForItsLengthIsRefused() throws Exception {
        Files.write(file(), new byte[3_000_000]);

        assertThatThrownBy(() -> MetricsLog.read(file())).hasMessageContaining("line 1: has more than 1048576 bytes");
    }

    @Test
    void aMissingFileIsAnsweredInASentence() {
        assertThatThrownBy(() -> MetricsLog.read(file()))
                .isInstanceOf(ActionableException.class)
                .hasMessage(file() + " cannot be read: there is no such file or folder");
    }

    @Test
    void recordsRefuseNegativeCountsAndNamesThatLinesUseThemselves() {
        assertThatThrownBy(() -> new StepRecord(-1, 0, 0, 0, 0, Map.of(), Map.of()))
                .hasMessage("step is -1.0, but must be finite and at least 0");
        for (String reserved : List.of("step", "seed", " ")) {
            assertThatThrownBy(() -> new EpochRecord(1, 1, 1, Map.of(reserved, 1.0), Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no name for a term");
            assertThatThrownBy(
                            () -> new EvaluationRecord(EvaluationRecord.Kind.MODES, 1, 1, 1, 1, Map.of(reserved, 1.0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no name for a term");
        }
        assertThatThrownBy(() -> new EvaluationRecord(EvaluationRecord.Kind.AUDIT, 1, 1, -5, 1, Map.of()))
                .hasMessage("imagesSeen is -5.0, but must be finite and at least 0");
    }
}
