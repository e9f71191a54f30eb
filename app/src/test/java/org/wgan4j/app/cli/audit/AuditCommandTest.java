package org.wgan4j.app.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The audit of one tiny run on the digit 7. */
class AuditCommandTest {
    @TempDir
    private static Path folder;

    private static Path run;

    @BeforeAll
    static void trainTwoSteps() throws IOException {
        folder = folder.toRealPath();
        run = folder.resolve("run");
        Answer trained = Answer.to(
                "train",
                "quick",
                "--steps",
                "2",
                "--out",
                run.toString(),
                "--set",
                "data.name=mnist-test",
                "--set",
                "data.digits=[7]",
                "--set",
                "batchSize=8",
                "--set",
                "objective.criticSteps=1",
                "--set",
                "audit.everySteps=1",
                "--set",
                "audit.images=20",
                "--set",
                "runtime.tuning=off",
                "--set",
                "runtime.precision=float32");
        assertThat(trained.code()).as(trained.err()).isZero();
    }

    @Test
    void theNumbersAreThoseOfTrainingWithTheirSentenceAndPictures() {
        Path out = folder.resolve("pictures");
        Answer answer = Answer.to("audit", run.toString(), "--images", "20", "--out", out.toString(), "--json");
        assertThat(answer.code()).as(answer.err()).isZero();
        JsonNode object = JsonMapper.builder().build().readTree(answer.out());
        List<EvaluationRecord> logged =
                MetricsLog.read(run.resolve("metrics.jsonl")).measures(EvaluationRecord.Kind.AUDIT);
        assertThat(logged).hasSize(2);
        logged.get(1)
                .values()
                .forEach((name, value) ->
                        assertThat(object.required(name).asDouble()).as(name).isEqualTo(value));
        assertThat(object.required("step").asLong()).isEqualTo(2);
        assertThat(object.required("estimates_wasserstein").asBoolean()).isTrue();
        assertThat(object.required("sentence").asString()).startsWith("The critic's estimate is ");
        assertThat(object.required("classifier").asString()).contains("sha256");
        double mass = 0;
        for (JsonNode row : object.required("mass_by_class")) {
            for (JsonNode cell : row) {
                mass += cell.asDouble();
            }
        }
        assertThat(mass).isBetween(0.999999, 1.000001);
        assertThat(out.resolve("audit.png")).exists();
        assertThat(out.resolve("audit.svg")).exists();
        assertThat(out.resolve("pairs.png")).exists();
    }

    @Test
    void aPersonReadsEveryNumberItsMeaningAndTheSentence() {
        Answer answer = Answer.to("audit", run.toString(), "--images", "16", "--seed", "5");
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("generator step 2: 16 real and as many generated images of seed 5", "pixels in [-1, 1]")
                .contains("exact W1", "floor, real", "without both floors", "Sinkhorn divergence", "epsilon 8.4")
                .contains("largest slope", "never above the exact W1")
                .contains("wrote " + run.resolve("audit.png"), "wrote " + run.resolve("pairs.png"));
        assertThat(answer.err()).contains("auditing");
    }

    @Test
    void moreImagesThanThereAreAndNumbersOutOfRangeAreRefusedInASentence() {
        Answer many = Answer.to("audit", run.toString(), "--images", "600");
        assertThat(many.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(many.err()).contains("1200", "1028", "514");
        Answer few = Answer.to("audit", run.toString(), "--images", "3");
        assertThat(few.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(few.err()).contains("16 to 5000", "3");
        assertThat(Answer.to("audit", folder.resolve("none").toString()).code()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void everyValueOfAnAuditHasAnEntryInTheLogButThatOfCriticsThatDiffer() {
        List<String> names = List.copyOf(MetricsLog.read(run.resolve("metrics.jsonl"))
                .measures(EvaluationRecord.Kind.AUDIT)
                .get(0)
                .values()
                .keySet());
        for (AuditValue value : AuditValue.values()) {
            assertThat(names.contains(value.key()))
                    .as(value.key())
                    .isEqualTo(value != AuditValue.CRITIC_ESTIMATE_IN_TRAINING);
        }
    }
}
