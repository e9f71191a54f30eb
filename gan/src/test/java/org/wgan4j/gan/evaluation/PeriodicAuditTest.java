package org.wgan4j.gan.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.CheckpointState;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.inference.TrainedCritic;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.TinyRecipe;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;

/** A run that audits its critic trains to the very bits of one that does not, and its audits can be made again. */
class PeriodicAuditTest {
    private static final String[] AUDITS = {
        "steps=6", "audit.everySteps=2", "audit.images=20", "checkpoints.everySteps=3"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"quick", "gan", "wgan-gp", "digit-wgan", "tutorial-gan"})
    void auditsDisturbNothingAndSurviveAStop(String name) throws IOException {
        Recipe recipe = TinyRecipe.of(name, AUDITS);
        Path plain = folder.resolve("plain");
        Path whole = folder.resolve("whole");
        Path stopped = folder.resolve("stopped");
        train(TinyRecipe.of(name, "steps=6", "checkpoints.everySteps=3"), plain, 6);
        train(recipe, whole, 6);
        train(recipe, stopped, 3);
        try (TrainingRun run = TrainingRun.resume(stopped, ResumeOptions.none())) {
            assertThat(run.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
        }
        assertThat(weights(whole)).isEqualTo(weights(plain));
        assertThat(weights(stopped)).isEqualTo(weights(whole));
        assertThat(audits(whole)).extracting(EvaluationRecord::step).containsExactly(2L, 4L, 6L);
        assertThat(audits(stopped))
                .extracting(EvaluationRecord::values)
                .isEqualTo(audits(whole).stream().map(EvaluationRecord::values).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "gan", "digit-wgan"})
    void theAuditOfACheckpointIsTheOneThatTrainingMade(String name) {
        Path path = folder.resolve("run");
        train(TinyRecipe.of(name, AUDITS), path, 6);
        Map<String, Double> logged = audits(path).get(2).values();
        try (TrainedCritic critic = TrainedCritic.load(RunDirectory.open(path))) {
            AuditReport report = critic.audit(20, 0);
            assertThat(report.byName()).isEqualTo(logged);
            assertThat(report).isEqualTo(critic.audit(20, 0)).isNotEqualTo(critic.audit(20, 1));
            assertThat(report.step()).isEqualTo(6).isEqualTo(critic.step());
            assertThat(report.estimatesWasserstein()).isEqualTo(!name.equals("gan"));
            assertThat(report.real().count())
                    .isEqualTo(report.generated().count())
                    .isEqualTo(20);
            assertThat(report.realClasses().classes()).hasSize(20).containsOnly(7);
            assertThat(report.value(AuditValue.FLOOR_W1)).isBetween(1.0, report.value(AuditValue.EXACT_W1));
        }
    }

    @Test
    void moreImagesThanTheFloorNeedsAreRefusedBeforeAnythingIsWritten() {
        Path path = folder.resolve("run");
        Recipe recipe = TinyRecipe.of("quick", "audit.everySteps=2", "audit.images=600");
        assertThatThrownBy(() -> TrainingRun.start(recipe, "test", path).close())
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("600")
                .hasMessageContaining("1200")
                .hasMessageContaining("has 1028")
                .hasMessageContaining("514");
        assertThat(path).doesNotExist();
    }

    @Test
    void aRunWithoutACheckpointHasNoCriticToAudit() {
        Path path = folder.resolve("run");
        TrainingRun.start(TinyRecipe.of("quick"), "test", path).close();
        assertThatThrownBy(() -> TrainedCritic.load(RunDirectory.open(path)).close())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("train or resume");
    }

    private static void train(Recipe recipe, Path path, long steps) {
        long[] step = {0};
        try (TrainingRun run = TrainingRun.start(recipe, "test", path)) {
            run.run(
                    event -> step[0] = event instanceof RunEvent.Stepped stepped
                            ? stepped.record().step()
                            : step[0],
                    () -> step[0] == steps);
        }
    }

    private static List<EvaluationRecord> audits(Path run) {
        return MetricsLog.read(run.resolve("metrics.jsonl")).measures(EvaluationRecord.Kind.AUDIT);
    }

    private static String weights(Path run) throws IOException {
        return CheckpointState.read(run.resolve("checkpoints/step-00000006/state.json"))
                .sha256()
                .toString();
    }
}
