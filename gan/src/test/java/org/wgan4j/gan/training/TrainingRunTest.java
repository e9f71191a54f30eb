package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.training.event.RunEvent;

/** What a run tells, logs, refuses and leaves behind. */
class TrainingRunTest {
    @TempDir
    Path folder;

    @Test
    void aRunTellsOfEachStepPictureAndCheckpointAndLogsTheSame() {
        Recipe recipe = TinyRecipe.of(
                "quick", "steps=4", "objective.criticSteps=3", "samples.everySteps=2", "checkpoints.everySteps=2");
        List<RunEvent> events = run(recipe);

        assertThat(events.get(0)).isInstanceOf(RunEvent.Started.class);
        assertThat(events.get(events.size() - 1)).isInstanceOf(RunEvent.Finished.class);
        assertThat(only(RunEvent.Sampled.class, events))
                .extracting(RunEvent.Sampled::label)
                .containsExactly("step-00000002", "step-00000004");
        assertThat(only(RunEvent.Saved.class, events))
                .extracting(RunEvent.Saved::step)
                .containsExactly(2L, 4L);
        List<StepRecord> told = only(RunEvent.Stepped.class, events).stream()
                .map(RunEvent.Stepped::record)
                .toList();
        assertThat(MetricsLog.read(folder.resolve("run/metrics.jsonl")).steps()).isEqualTo(told);
        StepRecord last = told.get(3);
        assertThat(last.criticSteps()).isEqualTo(12);
        assertThat(last.imagesSeen()).isEqualTo(96);
        assertThat(last.terms())
                .containsKeys(
                        "critic_loss",
                        "critic_real",
                        "critic_fake",
                        "wasserstein_estimate",
                        "gradient_penalty",
                        "gradient_norm_mean",
                        "gradient_norm_max",
                        "generator_loss");
    }

    @Test
    void theEstimateIsRealMinusFakeAndNeverHoldsThePenalty() {
        for (StepRecord record : steps(run(TinyRecipe.of("wgan-gp", "steps=3", "objective.criticSteps=2")))) {
            double estimate = record.terms().getOrDefault("wasserstein_estimate", Double.NaN);
            double real = record.terms().getOrDefault("critic_real", Double.NaN);
            double fake = record.terms().getOrDefault("critic_fake", Double.NaN);
            double penalty = record.terms().getOrDefault("gradient_penalty", Double.NaN);
            assertThat(estimate).isCloseTo(real - fake, within(1e-4));
            assertThat(record.terms().getOrDefault("critic_loss", Double.NaN))
                    .isCloseTo(-estimate + 10 * penalty, within(1e-3));
        }
    }

    @Test
    void recipesOfTheTextsAlsoLogTheTextsOwnSigns() {
        StepRecord digit = steps(run(TinyRecipe.of("digit-wgan", "steps=1"))).get(0);
        assertThat(digit.seedTerms()).containsOnlyKeys("c1", "c2", "g");
        assertThat(digit.seedTerms().getOrDefault("c1", 0.0))
                .isCloseTo(-digit.terms().getOrDefault("critic_real", Double.NaN), within(1e-6));
        StepRecord tutorial =
                steps(run(TinyRecipe.of("tutorial-gan", "steps=1"), "second")).get(0);
        assertThat(tutorial.seedTerms()).containsOnlyKeys("disc_loss", "gen_loss");
    }

    @Test
    void epochsCountRealImagesAndEndWhereTheDataDo() {
        // 1028 sevens, 64 a batch, the last short one dropped: 16 batches, 2 critic steps a generator step.
        Recipe recipe = TinyRecipe.of(
                "wgan",
                "epochs=2",
                "batchSize=64",
                "objective.criticSteps=2",
                "network.critic=compact",
                "network.generator=compact",
                "network.latentSize=4");
        run(recipe);
        MetricsHistory history = MetricsLog.read(folder.resolve("run/metrics.jsonl"));
        assertThat(history.epochs()).extracting(EpochRecord::step).containsExactly(8L, 16L);
        EpochRecord first = history.epochs().get(0);
        double mean = history.steps().subList(0, 8).stream()
                .mapToDouble(step -> step.terms().getOrDefault("generator_loss", Double.NaN))
                .average()
                .orElseThrow();
        assertThat(first.means().getOrDefault("generator_loss", Double.NaN)).isCloseTo(mean, within(1e-9));
        assertThat(history.steps().get(15).imagesSeen()).isEqualTo(2 * 16 * 64);
    }

    @Test
    void clippedWeightsStayWithinTheirBound() {
        Path path = folder.resolve("run");
        run(TinyRecipe.of("wgan", "steps=2", "objective.criticSteps=1"));
        float[] largest = {0};
        org.wgan4j.gan.format.Safetensors.read(path.resolve("checkpoints/step-00000002/critic.safetensors"))
                .tensors()
                .values()
                .forEach(tensor -> {
                    for (float value : tensor.values()) {
                        largest[0] = Math.max(largest[0], Math.abs(value));
                    }
                });
        assertThat(largest[0]).isCloseTo(0.01f, within(1e-8f));
    }

    @Test
    void theSameRecipeGivesTheSameNumbersTwice() {
        Recipe recipe = TinyRecipe.of("tutorial-gan", "steps=3");
        List<StepRecord> first = steps(run(recipe, "first"));
        List<StepRecord> second = steps(run(recipe, "second"));
        assertThat(second)
                .extracting(StepRecord::terms)
                .isEqualTo(first.stream().map(StepRecord::terms).toList());
    }

    @Test
    void nativeObjectsDoNotGrowFromStepToStep() {
        List<Long> alive = new ArrayList<>();
        Recipe recipe = TinyRecipe.of("quick", "steps=40", "network.criticDropout=0.1");
        try (TrainingRun run = TrainingRun.start(recipe, "test", folder.resolve("run"))) {
            run.run(
                    event -> {
                        if (event instanceof RunEvent.Stepped) {
                            alive.add(NativeScope.liveObjects());
                        }
                    },
                    () -> false);
        }
        assertThat(alive.get(39)).isEqualTo(alive.get(4));
    }

    @Test
    void aLossThatIsNotFiniteStopsTheRunNamingTermStepAndCheckpoint() {
        Recipe recipe = TinyRecipe.of(
                "wgan-gp",
                "criticOptimizer.learningRate=10",
                "generatorOptimizer.learningRate=10",
                "criticOptimizer.epsilon=1e-12",
                "objective.penalty=1000000",
                "checkpoints.everySteps=1",
                "steps=400",
                "objective.criticSteps=1",
                "network.generatorBatchNorm=false",
                "criticOptimizer.beta2=0");
        assertThatThrownBy(() -> run(recipe))
                .isInstanceOf(DivergedException.class)
                .hasMessageMatching("(?s)Training stopped at generator step \\d+ because .* is .*; .*checkpoint.*");
        assertThat(RunDirectory.open(folder.resolve("run")).metricsFile()).exists();
    }

    @Test
    void batchNormUnderAPenaltyIsRefusedBeforeAnythingIsWritten() {
        Recipe recipe = TinyRecipe.of("wgan-gp", "network.criticBatchNorm=true");
        assertThatThrownBy(() -> run(recipe))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("batch norm")
                .hasMessageContaining("network.criticBatchNorm");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void tensorsThatClippingLeavesFreeAndAReachTooFarAreNoted() {
        List<RunEvent.Noted> notes = only(RunEvent.Noted.class, run(TinyRecipe.of("digit-wgan", "steps=1")));
        assertThat(notes)
                .anyMatch(note ->
                        note.message().contains("Not clipped") && note.message().contains("7.weight"));
        assertThat(notes).anyMatch(note -> note.message().contains("generator's optimiser also updates critic.1.bias"));
        assertThat(only(RunEvent.Noted.class, run(TinyRecipe.of("wgan", "steps=1"), "second")))
                .isEmpty();
    }

    @Test
    void theGeneratorOfARunGivesTheSameImagesForTheSameSeed() {
        run(TinyRecipe.of("quick", "steps=2"));
        try (TrainedGenerator generator = TrainedGenerator.load(RunDirectory.open(folder.resolve("run")))) {
            float[] latents = generator.latents(5, 1);
            Images images = generator.generate(latents);
            assertThat(images.count()).isEqualTo(5);
            assertThat(generator.generate(generator.latents(5, 1))).isEqualTo(images);
            assertThat(generator.latents(9, 1)).startsWith(latents);
            assertThat(generator.latents(5, 2)).isNotEqualTo(latents);
        }
    }

    @Test
    void aDryRunCountsWithoutWriting() {
        DryRun dry = DryRun.of(TinyRecipe.of("wgan-gp", "epochs=3", "batchSize=64"));
        assertThat(dry.length().stepsPerEpoch()).isEqualTo(16.0 / 5);
        assertThat(dry.length().totalSteps()).isEqualTo(10);
        assertThat(dry.toText()).contains("2,330,944 parameters", "212,865 parameters", "objective:");
    }

    private List<RunEvent> run(Recipe recipe) {
        return run(recipe, "run");
    }

    private List<RunEvent> run(Recipe recipe, String name) {
        List<RunEvent> events = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(recipe, "test", folder.resolve(name))) {
            run.run(events::add, () -> false);
        }
        return events;
    }

    private static List<StepRecord> steps(List<RunEvent> events) {
        return only(RunEvent.Stepped.class, events).stream()
                .map(RunEvent.Stepped::record)
                .toList();
    }

    private static <T extends RunEvent> List<T> only(Class<T> kind, List<RunEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
