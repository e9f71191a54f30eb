package org.wgan4j.gan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.ActionableException;

/** Whatever the bytes, they are read or refused with an {@link ActionableException}. */
class RunFuzzTest {

    @FuzzTest
    void anyBytesAreMetricsOrRefused(byte[] bytes) throws IOException {
        readMetrics(bytes);
    }

    @FuzzTest
    void anyBytesAreProvenanceOrRefused(byte[] bytes) {
        readProvenance(bytes);
    }

    @Test
    void everyMutationOfMetricsAndProvenanceIsReadOrRefused() throws IOException {
        StepRecord step = new StepRecord(3, 0.5, 15, 960, 1.25, Map.of("critic_loss", Double.NaN), Map.of("c1", -2.0));
        EpochRecord epoch = new EpochRecord(1, 3, 2.5, Map.of("critic_loss", 1e-7), Map.of());
        StringBuilder all = new StringBuilder();
        all.append(new String(MetricsLine.write(step), StandardCharsets.UTF_8)).append('\n');
        all.append(new String(MetricsLine.write(epoch), StandardCharsets.UTF_8)).append('\n');
        for (EvaluationRecord.Kind kind : EvaluationRecord.Kind.values()) {
            EvaluationRecord measure = new EvaluationRecord(kind, 3, 0.5, 960, 1.25, Map.of("a", 0.5, "b", Double.NaN));
            all.append(new String(MetricsLine.write(measure), StandardCharsets.UTF_8))
                    .append('\n');
        }
        String lines = all.toString();
        DataProvenance data = new DataProvenance("mnist", 5421, "1x28x28", "ab12");
        String provenance = Provenance.here("quick", 2, "cpu", "float32", "off", data, 7, Instant.EPOCH)
                .toJson();
        Random random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            byte[] metrics = mutate(lines.getBytes(StandardCharsets.UTF_8), random);
            byte[] origin = mutate(provenance.getBytes(StandardCharsets.UTF_8), random);
            try {
                readMetrics(metrics);
                readProvenance(origin);
            } catch (RuntimeException | AssertionError | StackOverflowError defect) {
                fail("round " + i, defect);
            }
        }
    }

    private static void readMetrics(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("metrics", ".jsonl");
        try {
            Files.write(file, bytes);
            MetricsHistory history = MetricsLog.read(file);
            MetricsLog.truncateAfter(file, Long.MAX_VALUE);
            assertThat(MetricsLog.read(file)).isEqualTo(history);
        } catch (ActionableException refused) {
            assertThat(refused.getMessage()).contains(", line ");
        } finally {
            Files.delete(file);
        }
    }

    private static void readProvenance(byte[] bytes) {
        try {
            Provenance provenance = Provenance.fromJson(new String(bytes, StandardCharsets.UTF_8), "fuzzed");
            assertThat(Provenance.fromJson(provenance.toJson(), "again")).isEqualTo(provenance);
        } catch (ActionableException refused) {
            assertThat(refused.getMessage()).startsWith("fuzzed is not the provenance of a run: ");
        }
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] signs = "{}[]:,\"\\-+.eE0123456789naN\n \u0000".getBytes(StandardCharsets.UTF_8);
        byte[] mutated = bytes.clone();
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(mutated.length);
            boolean sign = random.nextInt(4) > 0;
            mutated[at] = sign ? signs[random.nextInt(signs.length)] : (byte) random.nextInt();
        }
        return mutated;
    }
}
