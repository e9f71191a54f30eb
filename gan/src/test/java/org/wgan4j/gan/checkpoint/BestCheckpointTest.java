package org.wgan4j.gan.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.recipe.Device;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.TinyRecipe;
import org.wgan4j.gan.training.loop.TrainingState;

/** Which of a series of measures is kept. */
class BestCheckpointTest {
    @TempDir
    Path folder;

    private final TrainingState trainingState = TrainingState.create(
            TinyRecipe.of("quick"),
            new ImageShape(1, 28, 28),
            TorchRuntime.start(2).compute(Device.CPU));

    @AfterEach
    void free() {
        trainingState.close();
    }

    private static EvaluationRecord quality(long step, String name, double value) {
        return new EvaluationRecord(EvaluationRecord.Kind.QUALITY, step, 0, 0, 0, Map.of(name, value));
    }

    private static MetricsHistory history(EvaluationRecord... measures) {
        return new MetricsHistory(List.of(), List.of(), List.of(measures));
    }

    private long[] kept() {
        return CheckpointFolders.newestFirst(folder.resolve("run/best")).stream()
                .mapToLong(CheckpointFolders::stepOf)
                .toArray();
    }

    private RunDirectory directory(Recipe recipe) {
        return RunDirectory.create(folder.resolve("run"), recipe);
    }

    /** The values of steps 1 to 6, and the step that is kept after each: the first one of equals, and never a NaN. */
    @ParameterizedTest
    @CsvSource({
        "frechet_distance, 5 3 4 NaN 3 2, 1 2 2 2 2 6",
        "kernel_distance, NaN 0.1 -0.2 -0.1 0 -0.3, 0 2 3 3 3 6",
        "coverage, 0 0.5 0.4 NaN 0.5 0.6, 1 2 2 2 2 6",
    })
    void theBestSoFarIsKeptAndNoOther(String metric, String values, String steps) {
        Recipe recipe = TinyRecipe.of("quick", "quality.best=" + metric.replace('_', '-'));
        BestCheckpoint best = BestCheckpoint.of(directory(recipe), recipe, MetricsHistory.empty());
        String[] value = values.split(" ", -1);
        String[] expected = steps.split(" ", -1);
        for (int i = 0; i < value.length; i++) {
            long step = Long.parseLong(expected[i]);
            boolean saved = best.offer(quality(i + 1, metric, Double.parseDouble(value[i])), trainingState)
                    .isPresent();
            assertThat(saved).isEqualTo(step == i + 1);
            assertThat(kept()).isEqualTo(LongStream.of(step).filter(s -> s > 0).toArray());
        }
    }

    @Test
    void nothingIsKeptWithoutTheMeasureOrOfAnotherKind() {
        Recipe recipe = TinyRecipe.of("quick", "quality.best=coverage");
        BestCheckpoint best = BestCheckpoint.of(directory(recipe), recipe, MetricsHistory.empty());
        assertThat(best.offer(quality(1, "frechet_distance", 1), trainingState)).isEmpty();
        Map<String, Double> values = Map.of("coverage", 1.0);
        assertThat(best.offer(new EvaluationRecord(EvaluationRecord.Kind.AUDIT, 1, 0, 0, 0, values), trainingState))
                .isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aResumedRunGoesOnFromTheLoggedValueOfItsBest() {
        Recipe recipe = TinyRecipe.of("quick", "quality.best=coverage");
        RunDirectory directory = directory(recipe);
        EvaluationRecord first = quality(2, "coverage", 0.5);
        assertThat(BestCheckpoint.of(directory, recipe, MetricsHistory.empty()).offer(first, trainingState))
                .isPresent();
        BestCheckpoint resumed = BestCheckpoint.of(
                directory, recipe, history(quality(1, "coverage", 0.2), first, quality(3, "coverage", 0.3)));
        assertThat(kept()).containsExactly(2);
        assertThat(resumed.offer(quality(4, "coverage", 0.4), trainingState)).isEmpty();
        assertThat(resumed.offer(quality(5, "coverage", 0.6), trainingState)).isPresent();
        assertThat(kept()).containsExactly(5);
    }

    @Test
    void aBestOneThatLiesBeyondTheStepOfTheResumeIsDeleted() {
        Recipe recipe = TinyRecipe.of("quick", "quality.best=coverage", "quality.everySteps=1");
        RunDirectory directory = directory(recipe);
        BestCheckpoint.of(directory, recipe, MetricsHistory.empty()).offer(quality(6, "coverage", 0.5), trainingState);
        assertThat(kept()).containsExactly(6);
        BestCheckpoint resumed = BestCheckpoint.of(directory, recipe, history(quality(3, "coverage", 0.4)));
        assertThat(kept()).isEmpty();
        assertThat(resumed.offer(quality(6, "coverage", 0.5), trainingState)).isPresent();
    }

    @Test
    void aBestOneStaysWhereNothingIsMeasuredAnyMore() {
        Recipe recipe = TinyRecipe.of("quick", "quality.best=coverage");
        RunDirectory directory = directory(recipe);
        BestCheckpoint.of(directory, recipe, MetricsHistory.empty()).offer(quality(6, "coverage", 0.5), trainingState);
        for (String changed : new String[] {"quality.best=none", "quality.everySteps=0"}) {
            Recipe resumed = TinyRecipe.of("quick", "quality.best=coverage", "quality.everySteps=2", changed);
            assertThat(BestCheckpoint.of(directory, resumed, MetricsHistory.empty())
                            .offer(quality(7, "frechet_distance", 0.1), trainingState))
                    .isEmpty();
            assertThat(kept()).containsExactly(6);
        }
    }
}
