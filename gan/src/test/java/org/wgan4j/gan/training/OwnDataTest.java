package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.CheckpointState;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SampleArray;
import org.wgan4j.gan.evaluation.EvaluationData;
import org.wgan4j.gan.evaluation.SampleEvaluator;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.recipe.Device;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.InitialWeights;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunStatus;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;

/** Runs on data of one's own, from weights of one's own, and generators without a run directory. */
class OwnDataTest {
    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    @TempDir
    Path folder;

    private static byte[] noise() {
        byte[] pixels = new byte[30 * 28 * 28];
        new Random(1).nextBytes(pixels);
        return pixels;
    }

    private static Recipe recipe(String... overrides) {
        List<String> all = new ArrayList<>(List.of(
                "network.generator=compact",
                "network.critic=compact",
                "generatorOptimizer.decayFrom=1",
                "criticOptimizer.decayFrom=1",
                "steps=3"));
        all.addAll(List.of(overrides));
        return TinyRecipe.of("quick", all.toArray(String[]::new));
    }

    private static ResumeOptions to(int steps) {
        return new ResumeOptions(OptionalInt.empty(), OptionalInt.of(steps), List.of());
    }

    private static void finish(TrainingRun run) {
        try (run) {
            assertThat(run.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
        }
    }

    private String weights(String run, int step) throws IOException {
        Path state = folder.resolve(run).resolve("checkpoints/step-0000000" + step + "/state.json");
        return CheckpointState.read(state).sha256().toString();
    }

    @Test
    void aRunOnArraysKeepsTheirNameAndSumAndResumesWithThemAlone() throws IOException {
        Dataset cells = Dataset.of("it's cells", Images.of(SHAPE, noise()));
        Path run = folder.resolve("run");
        finish(TrainingRun.start(recipe(), cells, run));
        DataProvenance data = RunDirectory.open(run).provenance().data();
        assertThat(data)
                .isEqualTo(
                        new DataProvenance("it's cells", 30, "1x28x28", cells.sha256(), DataProvenance.Origin.PROGRAM));
        assertThat(RunDirectory.open(run).recipe().data().name()).isEqualTo("it's cells");

        assertThatThrownBy(() -> TrainingRun.resume(run, to(5)).close())
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("it's cells", "a program gave it", "TrainingRun.resume");
        byte[] other = noise();
        other[7]++;
        assertThatThrownBy(() -> TrainingRun.resume(run, Dataset.of("it's cells", Images.of(SHAPE, other)), to(5))
                        .close())
                .hasMessageContaining("SHA-256");
        finish(TrainingRun.resume(run, cells, to(5)));
        finish(TrainingRun.start(recipe("steps=5"), cells, folder.resolve("whole")));
        assertThat(weights("run", 5)).isEqualTo(weights("whole", 5));
    }

    @Test
    void aRunOnArraysIsEvaluatedInOneCall() {
        byte[] pixels = new byte[400 * 28 * 28];
        new Random(3).nextBytes(pixels);
        Dataset cells = Dataset.of("cells", Images.of(SHAPE, pixels));
        Path path = folder.resolve("run");
        finish(TrainingRun.start(recipe(), cells, path));
        try (TrainedGenerator generator = TrainedGenerator.load(RunDirectory.open(path))) {
            QualityReport report = SampleEvaluator.evaluate(generator.generate(150, 1), EvaluationData.of(cells));
            assertThat(report.generated()).isEqualTo(150);
            assertThat(report.score(Metrics.NEAR_COPIES).orElseThrow().value())
                    .isInstanceOf(Measurement.Estimate.class);
            assertThat(report.score(Metrics.SLICED_W).orElseThrow().value())
                    .isInstanceOf(Measurement.InsufficientSamples.class);
        }
    }

    @Test
    void samplesThatAreReadWhenNeededTrainTheSameWeightsAsArrays() throws IOException {
        Images images = Images.of(SHAPE, noise());
        finish(TrainingRun.start(recipe(), Dataset.of("arrays", images), folder.resolve("arrays")));
        Dataset read = Dataset.of("read", SampleArray.of(SHAPE, 30, images::copyScaled));
        finish(TrainingRun.start(recipe(), read, folder.resolve("read")));
        assertThat(weights("read", 3)).isEqualTo(weights("arrays", 3));
    }

    @Test
    void pointsOfOnesOwnAreLearntDrawnAndMeasured() {
        float[] coordinates = new float[2 * 300];
        Random random = new Random(2);
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = (float) random.nextGaussian();
        }
        // The name of a known world does not make it one.
        Dataset cloud = Dataset.of("ring", Points.of(coordinates));
        Recipe recipe = TinyRecipe.of("ring", "steps=2", "samples.everySteps=2", "quality.everySteps=2");
        List<RunEvent> events = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(recipe, cloud, folder.resolve("run"))) {
            run.run(events::add, () -> false);
        }
        assertThat(events).anyMatch(RunEvent.SurfaceSampled.class::isInstance);
        assertThat(events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                RunEvent.Measured.class,
                                measured ->
                                        assertThat(measured.record().values()).containsOnlyKeys("w1", "w1_floor")));
        try (TrainedGenerator generator = TrainedGenerator.load(RunDirectory.open(folder.resolve("run")))) {
            assertThat(generator.generatesPoints()).isTrue();
            assertThat(generator.generatePoints(generator.latents(4, 1)).count())
                    .isEqualTo(4);
        }
    }

    @Test
    void aRunMayBeginWithTheWeightsOfAnotherAndAnotherLearningRate() throws IOException {
        finish(TrainingRun.start(recipe(), "test", folder.resolve("first")));
        RunDirectory first = RunDirectory.open(folder.resolve("first"));
        Recipe slower = recipe("generatorOptimizer.learningRate=1e-9", "criticOptimizer.learningRate=1e-9", "steps=2");
        TrainingRun second = NewRun.of(slower).named("slower").from(first).startIn(folder.resolve("second"));
        finish(second);
        InitialWeights weights = RunDirectory.open(folder.resolve("second"))
                .provenance()
                .initialWeights()
                .orElseThrow();
        CheckpointState state = CheckpointState.read(first.checkpoints().resolve("step-00000003/state.json"));
        assertThat(weights.step()).isEqualTo(3);
        assertThat(weights.run()).isEqualTo(first.path().toAbsolutePath().toString());
        assertThat(weights.generatorSha256()).isEqualTo(state.sha256().get("generator.safetensors"));

        // Killed before its first checkpoint, a run begins again with the same weights, though the other run may be
        // gone.
        NewRun.of(slower).from(first).startIn(folder.resolve("killed")).close();
        TestFiles.delete(first.path());
        finish(TrainingRun.resume(folder.resolve("killed"), ResumeOptions.none()));
        assertThat(weights("killed", 2)).isEqualTo(weights("second", 2));
    }

    @Test
    void otherNetworksThanThoseOfTheOtherRunAreRefusedBeforeAnythingIsWritten() {
        finish(TrainingRun.start(recipe(), "test", folder.resolve("first")));
        NewRun other = NewRun.of(recipe("network.latentSize=5")).from(RunDirectory.open(folder.resolve("first")));
        assertThatThrownBy(() -> other.startIn(folder.resolve("second")).close())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("0.weight");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void aGeneratorNeedsNoRunDirectory() {
        List<Images> during = new ArrayList<>();
        Recipe recipe = recipe();
        try (TrainingRun run = TrainingRun.start(recipe, "test", folder.resolve("run"))) {
            run.run(
                    event -> {
                        if (event instanceof RunEvent.Stepped stepped
                                && stepped.record().step() == 3) {
                            try (TrainedGenerator now = run.generator()) {
                                assertThat(now.step()).isEqualTo(3);
                                during.add(now.generate(now.latents(4, 9)));
                            }
                        }
                    },
                    () -> false);
        }
        Path weights = folder.resolve("run/checkpoints/step-00000003/generator-average.safetensors");
        try (TrainedGenerator read = TrainedGenerator.read(weights, recipe, SHAPE, Device.AUTO);
                TrainedGenerator loaded = TrainedGenerator.load(RunDirectory.open(folder.resolve("run")), Device.CPU)) {
            assertThat(read.step()).isEqualTo(3);
            assertThat(loaded.generate(loaded.latents(4, 9))).isEqualTo(during.get(0));
            assertThat(read.generate(read.latents(4, 9))).isEqualTo(during.get(0));
            assertThatThrownBy(() -> read.latents(Integer.MAX_VALUE, 1))
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContaining("take fewer");
            assertThatThrownBy(() -> read.generatePoints(read.latents(1, 1))).hasMessageContaining("draws images");
        }
        Path critic = weights.resolveSibling("critic.safetensors");
        assertThatThrownBy(() -> TrainedGenerator.read(critic, recipe, SHAPE, Device.CPU))
                .isInstanceOf(CheckpointException.class);
    }

    @Test
    void aListenerThatFailsEndsARunThatSaysSo() {
        Path path = folder.resolve("run");
        try (TrainingRun run = TrainingRun.start(recipe(), "test", path)) {
            assertThatThrownBy(() -> run.run(
                            event -> {
                                if (event instanceof RunEvent.Stepped stepped
                                        && stepped.record().step() == 2) {
                                    throw new IllegalStateException("no more");
                                }
                            },
                            () -> false))
                    .hasMessage("no more");
            RunStatus status = run.directory().status().orElseThrow();
            assertThat(status.state()).isEqualTo(RunStatus.State.FAILED);
            assertThat(status.step()).isEqualTo(2);
            assertThat(status.message()).contains("no more");
            assertThatThrownBy(() -> run.run(event -> {}, () -> false)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aRunThatWasStoppedGoesOnInTheSameProcess() throws IOException {
        long[] step = {0};
        try (TrainingRun run = TrainingRun.start(recipe("steps=4"), "test", folder.resolve("run"))) {
            Outcome first = run.run(
                    event -> step[0] = event instanceof RunEvent.Stepped stepped
                            ? stepped.record().step()
                            : step[0],
                    () -> step[0] == 2);
            assertThat(first).isEqualTo(Outcome.STOPPED);
            assertThat(run.directory().status().orElseThrow().state()).isEqualTo(RunStatus.State.STOPPED);
            assertThat(run.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
            assertThat(run.directory().status().orElseThrow().state()).isEqualTo(RunStatus.State.COMPLETE);
        }
        finish(TrainingRun.start(recipe("steps=4"), "test", folder.resolve("whole")));
        assertThat(weights("run", 4)).isEqualTo(weights("whole", 4));
    }
}
