package org.wgan4j.gan.training.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.data.CriticSurface;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.evaluation.PeriodicModeCount;
import org.wgan4j.gan.network.Network;
import org.wgan4j.gan.network.layer.ForwardContext;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.Tensors;
import org.wgan4j.gan.training.TinyRecipe;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.TrainingState;

/** Games on the plane: what is shown of them, and what is counted. */
class SurfaceSnapshotsTest {
    private static final Dataset RING = SyntheticDataset.RING.dataset();

    @TempDir
    private Path folder;

    private static Recipe tiny(String name, String... overrides) {
        List<String> all = new ArrayList<>(List.of(
                "data.name=" + name, "data.digits=all", "network.hiddenUnits=16", "quality.everySteps=4", "steps=4"));
        all.addAll(List.of(overrides));
        return TinyRecipe.of(name, all.toArray(new String[0]));
    }

    @Test
    void theSurfaceIsTheCriticsScoreOfEachPlace() {
        try (TrainingState trainingState = TrainingState.create(tiny("ring"), Points.SHAPE, Compute.CPU)) {
            CriticSurface surface =
                    new SurfaceSnapshots(tiny("ring"), trainingState, (Points) RING.samples(), 1.5).at(0);

            for (int[] place :
                    new int[][] {{0, 0}, {0, SurfaceSnapshots.SIDE - 1}, {17, 60}, {SurfaceSnapshots.SIDE - 1, 3}}) {
                float x = (float) (-1.5 + 3.0 * place[1] / (SurfaceSnapshots.SIDE - 1));
                float y = (float) (-1.5 + 3.0 * place[0] / (SurfaceSnapshots.SIDE - 1));
                float alone = NativeScope.get(() -> Tensors.toArray(trainingState
                        .critic()
                        .score(Tensors.of(new float[] {x, y}, 1, 2, 1, 1), ForwardContext.inference(Compute.CPU))))[0];
                assertThat(surface.score(place[0], place[1])).isCloseTo(alone, within(1e-5f));
            }
            assertThat(surface.real()).isEqualTo(((Points) RING.samples()).slice(0, SurfaceSnapshots.POINTS));
            assertThat(surface.generated().count()).isEqualTo(SurfaceSnapshots.POINTS);
        }
    }

    @Test
    void aGeneratorThatKnowsOnePlaceFindsOneMode() {
        Recipe recipe = tiny("ring");
        try (TrainingState trainingState = TrainingState.create(recipe, Points.SHAPE, Compute.CPU)) {
            drawsOnly(1.02, 0, trainingState);
            Map<String, Double> good =
                    new PeriodicModeCount(SyntheticDataset.RING, RING, recipe, trainingState).measure(0);
            assertThat(good).containsEntry("modes_found", 1.0).containsEntry("modes", 8.0);
            assertThat(good).containsEntry("high_quality_share", 1.0);
            assertThat(good.get("reverse_kl")).isCloseTo(Math.log(8), within(1e-9));
            // All mass moves to one place: the mean distance from there to the ring's thousand points.
            assertThat(good.get("w1")).isCloseTo(meanDistanceFrom(1.02), within(1e-5));
            assertThat(good.get("w1_floor")).isBetween(0.0, 0.2);

            drawsOnly(1.04, 0, trainingState);
            assertThat(new PeriodicModeCount(SyntheticDataset.RING, RING, recipe, trainingState).measure(0))
                    .containsEntry("modes_found", 0.0)
                    .containsEntry("high_quality_share", 0.0);
        }
    }

    @Test
    void ofChosenModesOnlyTheseAreCounted() {
        Recipe recipe = tiny("ring", "data.digits=[2, 5]");
        Dataset two = RING.withLabels(Set.of(2, 5));
        try (TrainingState trainingState = TrainingState.create(recipe, Points.SHAPE, Compute.CPU)) {
            drawsOnly(1, 0, trainingState);
            assertThat(new PeriodicModeCount(SyntheticDataset.RING, two, recipe, trainingState).measure(0))
                    .containsEntry("modes", 2.0)
                    .containsEntry("modes_found", 0.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wgan-gp", "gan", "wgan"})
    void everyGameIsPlayedOnPointsShownAndMeasured(String objective) {
        Recipe recipe = tiny("swiss-roll", "objective.name=" + objective, "samples.everySteps=2");
        List<RunEvent> events = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(recipe, "swiss-roll", folder.resolve("run"))) {
            run.run(events::add, () -> false);
        }
        assertThat(events.stream()
                        .filter(RunEvent.SurfaceSampled.class::isInstance)
                        .map(RunEvent.SurfaceSampled.class::cast))
                .extracting(RunEvent.SurfaceSampled::label)
                .containsExactly("step-00000002", "step-00000004");
        assertThat(events).noneMatch(RunEvent.Sampled.class::isInstance);
        List<EvaluationRecord> measures =
                MetricsLog.read(folder.resolve("run/metrics.jsonl")).measures(EvaluationRecord.Kind.MODES);
        assertThat(measures).hasSize(1);
        assertThat(measures.get(0).values()).containsOnlyKeys("w1", "w1_floor");
    }

    private static double meanDistanceFrom(double x) {
        Points real = (Points) RING.samples();
        double sum = 0;
        for (int i = 0; i < PeriodicModeCount.TRANSPORTED; i++) {
            sum += Math.hypot(real.x(i) - x, real.y(i));
        }
        return sum / PeriodicModeCount.TRANSPORTED;
    }

    /** Makes the drawing generator map every latent to one place. */
    private static void drawsOnly(double x, double y, TrainingState trainingState) {
        NativeScope.run(() -> Tensors.withoutGradients(() -> {
            Network network = trainingState.samplingGenerator().network();
            network.tensors().values().forEach(tensor -> tensor.zero_());
            String last =
                    network.tensors().keySet().stream().reduce((a, b) -> b).orElseThrow();
            network.tensor(last).copy_(Tensors.of(new float[] {(float) x, (float) y}, 2));
        }));
    }
}
