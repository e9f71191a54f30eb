package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.gan.checkpoint.CheckpointState;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.extension.LeastSquares;
import org.wgan4j.gan.extension.ScaledArchitecture;
import org.wgan4j.gan.extension.Stripes;
import org.wgan4j.gan.inference.TrainedCritic;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.BestCheckpointMetric;
import org.wgan4j.gan.recipe.Device;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Tuning;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.loop.Components;

/** A run with an objective, an architecture and data that a program passes and that are not on the class path. */
class OwnComponentsTest {
    private static final Components COMPONENTS =
            Components.installed().with(new LeastSquares.Factory()).with(new ScaledArchitecture());
    private static final Dataset STRIPES = new Stripes().load();

    @TempDir
    Path folder;

    private static Recipe recipe(int steps) {
        return Recipe.of(new LeastSquares.Factory())
                .batchSize(8)
                .steps(steps)
                .network(n -> n.generator(new ScaledArchitecture())
                        .critic(new ScaledArchitecture())
                        .latentSize(3))
                .quality(q -> q.everyEpochs(0).everySteps(0).best(BestCheckpointMetric.NONE))
                .runtime(r -> r.precision(Precision.FLOAT32).tuning(Tuning.OFF).threads(1));
    }

    private RunDirectory train(String name, int steps) {
        NewRun run = NewRun.of(recipe(steps)).on(STRIPES).with(COMPONENTS);
        try (TrainingRun started = run.startIn(folder.resolve(name))) {
            assertThat(started.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
            return started.directory();
        }
    }

    private static String weights(RunDirectory run, int step) throws IOException {
        Path state = run.checkpoints().resolve("step-0000000" + step).resolve("state.json");
        return CheckpointState.read(state).sha256().toString();
    }

    @Test
    void aDryRunDescribesItsNetworks() {
        DryRun dryRun = DryRun.of(recipe(2), Optional.of(STRIPES), COMPONENTS);
        assertThat(dryRun.toText()).contains("scale", "64 images of stripes");
        assertThatThrownBy(() -> DryRun.of(recipe(2), STRIPES))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("is not on the class path");
    }

    @Test
    void itsGeneratorIsSampled() {
        RunDirectory run = train("run", 2);
        Path weights = run.checkpoints().resolve("step-00000002/generator.safetensors");
        try (TrainedGenerator loaded = TrainedGenerator.load(run, Device.CPU, COMPONENTS);
                TrainedGenerator read =
                        TrainedGenerator.read(weights, recipe(2), STRIPES.shape(), Device.CPU, COMPONENTS)) {
            Images images = loaded.generate(5, 1);
            assertThat(images.count()).isEqualTo(5);
            assertThat(images.shape()).isEqualTo(new ImageShape(1, 8, 8));
            assertThat(images).isEqualTo(loaded.generate(loaded.latents(5, 1))).isEqualTo(read.generate(5, 1));
        }
        assertThatThrownBy(() -> TrainedGenerator.load(run).close())
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("scaled");
        assertThatThrownBy(() ->
                        TrainedGenerator.loadBest(run, Device.CPU, COMPONENTS).close())
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("no usable checkpoint");
    }

    @Test
    void itsCriticIsAudited() {
        RunDirectory run = train("run", 2);
        try (TrainedCritic critic = TrainedCritic.load(run, Optional.of(STRIPES), COMPONENTS)) {
            AuditReport report = critic.audit(10, 0);
            assertThat(report.step()).isEqualTo(2).isEqualTo(critic.step());
            assertThat(report.value(AuditValue.EXACT_W1)).isPositive();
        }
        assertThatThrownBy(() -> TrainedCritic.load(run, STRIPES).close())
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("is not on the class path");
    }

    @Test
    void itResumesToTheWeightsOfAnUninterruptedRun() throws IOException {
        RunDirectory run = train("run", 2);
        ResumeOptions longer = new ResumeOptions(OptionalInt.empty(), OptionalInt.of(4), List.of());
        try (TrainingRun resumed = TrainingRun.resume(run.path(), Optional.of(STRIPES), COMPONENTS, longer)) {
            assertThat(resumed.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
        }
        assertThat(weights(run, 4)).isEqualTo(weights(train("whole", 4), 4));
    }
}
