package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.extension.Stripes;
import org.wgan4j.gan.inference.TrainedCritic;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architecture;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.network.layer.Init;
import org.wgan4j.gan.network.layer.Layer;
import org.wgan4j.gan.network.layer.Linear;
import org.wgan4j.gan.network.layer.Reshape;
import org.wgan4j.gan.network.layer.Shape;
import org.wgan4j.gan.network.layer.Weights;
import org.wgan4j.gan.recipe.BestCheckpointMetric;
import org.wgan4j.gan.recipe.Device;
import org.wgan4j.gan.recipe.GeneratorMode;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Tuning;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunStatus;
import org.wgan4j.gan.training.loop.Components;

/** Generators whose weights and losses are finite, but whose samples are not. */
class NotFiniteSamplesTest {
    private static final Init INIT = new Init.FanInUniform();
    private static final Dataset IMAGES = new Stripes().load();
    private static final Dataset POINTS = Dataset.of("points", Points.of(new float[2 * 1000]));
    private static final Architecture BROKEN = Architecture.of(
            "broken", (settings, image) -> generator(settings.latentSize(), image), (settings, image) -> critic(image));
    private static final Components COMPONENTS = Components.installed().with(BROKEN);

    @TempDir
    Path folder;

    /** NaN outside training, as from weights whose products overflow. */
    private record NanInInference() implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }

        @Override
        public Tensor forward(Tensor x, Weights weights, ForwardContext context) {
            return context.dropout() ? x : x.mul(new Scalar(Float.NaN));
        }

        @Override
        public String description() {
            return "NaN in inference";
        }
    }

    private static NetworkSpec generator(int latentSize, ImageShape image) {
        return new NetworkSpec(
                Shape.of(latentSize),
                List.of(
                        new Linear(image.size(), true, INIT, INIT),
                        new NanInInference(),
                        new Reshape(Shape.of(image.channels(), image.height(), image.width()))));
    }

    private static NetworkSpec critic(ImageShape image) {
        return new NetworkSpec(
                Shape.of(image.channels(), image.height(), image.width()),
                List.of(new Reshape(Shape.of(image.size())), new Linear(1, true, INIT, INIT)));
    }

    private static Recipe recipe() {
        return Recipe.gan()
                .batchSize(8)
                .steps(2)
                .network(n -> n.generator(BROKEN).critic(BROKEN).latentSize(3))
                .samples(s -> s.everyEpochs(0).everySteps(0).mode(GeneratorMode.MOVING_STATISTICS))
                .quality(q -> q.everyEpochs(0).everySteps(0).best(BestCheckpointMetric.NONE))
                .checkpoints(c -> c.everySteps(1))
                .runtime(r -> r.precision(Precision.FLOAT32).tuning(Tuning.OFF).threads(1));
    }

    static Stream<Recipe> recipes() {
        return Stream.of(
                recipe().samples(s -> s.everySteps(2)),
                recipe().audit(a -> a.everySteps(2).images(16)),
                recipe().quality(q -> q.everySteps(2)));
    }

    private void assertDiverges(Recipe recipe, Dataset data, String value) {
        Path path = folder.resolve("run");
        try (TrainingRun run = NewRun.of(recipe).on(data).with(COMPONENTS).startIn(path)) {
            assertThatThrownBy(() -> run.run(event -> {}, () -> false))
                    .isInstanceOf(DivergedException.class)
                    .hasMessageContainingAll("step 2", value + " is NaN", "step-00000001");
        }
        assertThat(RunDirectory.open(path).status().orElseThrow().state()).isEqualTo(RunStatus.State.DIVERGED);
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void pointsEndTheRunWithASentence(Recipe recipe) {
        assertDiverges(recipe, POINTS, "a generated coordinate");
        try (TrainedGenerator generator = load()) {
            assertThatThrownBy(() -> generator.generatePoints(generator.latents(3, 1)))
                    .isExactlyInstanceOf(ActionableException.class)
                    .hasMessage(
                            "The generator of step 1 cannot be used, since a generated coordinate is NaN: use weights of an earlier step.");
        }
    }

    private TrainedGenerator load() {
        return TrainedGenerator.load(RunDirectory.open(folder.resolve("run")), Device.CPU, COMPONENTS);
    }

    @Test
    void imagesEndTheRunWithASentence() {
        assertDiverges(recipe().samples(s -> s.everySteps(2)), IMAGES, "a generated pixel");
        try (TrainedGenerator generator = load()) {
            assertThatThrownBy(() -> generator.generate(3, 1))
                    .isExactlyInstanceOf(ActionableException.class)
                    .hasMessageContainingAll("step 1", "a generated pixel is NaN", "earlier step");
        }
        RunDirectory run = RunDirectory.open(folder.resolve("run"));
        try (TrainedCritic critic = TrainedCritic.load(run, Optional.of(IMAGES), COMPONENTS)) {
            assertThatThrownBy(() -> critic.audit(10, 0))
                    .isExactlyInstanceOf(ActionableException.class)
                    .hasMessageContainingAll("step 1", "a generated pixel is NaN", "earlier step");
        }
    }
}
