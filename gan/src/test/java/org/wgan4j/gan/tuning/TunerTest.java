package org.wgan4j.gan.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.checkpoint.CheckpointState;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.convolution.ConvolutionAlgorithm;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.convolution.ConvolutionSpec;
import org.wgan4j.gan.convolution.MemoryLayout;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architectures;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.TinyRecipe;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.TuningResult;

/** What is chosen at the start of a run is kept with it, and changes no result beyond rounding. */
class TunerTest {
    private static final ImageShape IMAGE = new ImageShape(1, 28, 28);

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        TorchRuntime.start(2);
    }

    @Test
    void withTuningOffTheKernelsArePlainAndNothingIsTimed() {
        TuningResult tuned = new Tuner(TinyRecipe.of("wgan-gp"), IMAGE, Compute.CPU).choose();
        assertThat(tuned).isEqualTo(TuningResult.plain(Precision.FLOAT32));
    }

    @Test
    void withTuningOffThePrecisionIsStillMeasuredWhereTheRecipeLeavesItOpen() {
        TuningResult tuned = new Tuner(TinyRecipe.of("quick", "runtime.precision=auto"), IMAGE, Compute.CPU).choose();
        assertThat(tuned.generator()).isEqualTo(ConvolutionPlan.PLAIN);
        assertThat(tuned.timings()).hasSize(1);
        assertThat(tuned.timings().get(0).chosen())
                .isEqualToIgnoringCase(tuned.precision().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "wgan-gp", "gan", "digit-wgan"})
    void everyConvolutionWithSeveralFormulationsIsTimedAndOneIsKept(String name) {
        Recipe recipe = TinyRecipe.of(name, "runtime.tuning=auto");
        TuningResult tuned = new Tuner(recipe, IMAGE, Compute.CPU).choose();
        NetworkSpec generator = Architectures.generator(recipe.network(), IMAGE);
        generator
                .placedLayers()
                .forEach(row -> row.layer().convolution(row.input()).ifPresent(map -> {
                    boolean choice = map.algorithms().size() > 1;
                    assertThat(tuned.generator().algorithms().containsKey(map.toString()))
                            .isEqualTo(choice);
                    assertThat(tuned.timings().stream().anyMatch(t -> t.what().startsWith(map.toString())))
                            .isEqualTo(choice);
                }));
        assertThat(tuned.timings())
                .allSatisfy(timing -> assertThat(timing.milliseconds().values())
                        .allSatisfy(time -> assertThat(time).isPositive()));
        assertThat(tuned.timings())
                .filteredOn(t -> t.what().startsWith("layout"))
                .hasSize(1);
    }

    /**
     * Training amplifies rounding: after some steps two plain runs on one and on two threads differ, too. So the first steps must agree, and the
     * later ones must not drift further apart than the number of threads makes them.
     */
    @ParameterizedTest
    @ValueSource(strings = {"wgan-gp", "gan", "digit-wgan"})
    void theLossesOfFastKernelsFollowThePlainOnesAsCloselyAsAnotherNumberOfThreadsDoes(String name) {
        Recipe recipe = TinyRecipe.of(
                name, "steps=8", "network.latentSize=16", "batchSize=16", "data.digits=all", "objective.criticSteps=1");
        Recipe onOneThread = Recipes.override(recipe, List.of("runtime.threads=1"));
        List<StepRecord> plain = trained(recipe, TuningResult.plain(Precision.FLOAT32), "plain");
        List<StepRecord> single = trained(onOneThread, TuningResult.plain(Precision.FLOAT32), "single");
        List<StepRecord> fast = trained(recipe, fastest(recipe), "fast");
        assertThat(fast).hasSize(8);
        assertThat(drift(fast.subList(0, 2), plain.subList(0, 2))).isLessThan(1e-4);
        assertThat(drift(fast, plain)).isLessThan(10 * drift(single, plain) + 1e-4);
    }

    /** The largest difference of a logged term, relative where the term is above 1. */
    private static double drift(List<StepRecord> one, List<StepRecord> other) {
        double most = 0;
        for (int i = 0; i < one.size(); i++) {
            for (Map.Entry<String, Double> term : one.get(i).terms().entrySet()) {
                double reference = other.get(i).terms().getOrDefault(term.getKey(), Double.NaN);
                most = Math.max(most, Math.abs(term.getValue() - reference) / Math.max(1, Math.abs(reference)));
            }
        }
        return most;
    }

    @Test
    void aRunWithFastKernelsResumesToTheBit() throws IOException {
        Recipe recipe = TinyRecipe.of("wgan-gp", "steps=6", "objective.criticSteps=2", "network.latentSize=16");
        TuningResult tuned = fastest(recipe);
        trained(recipe, tuned, "whole");
        prepared(recipe, tuned, "halted");
        long[] step = {0};
        try (TrainingRun run = TrainingRun.resume(folder.resolve("halted"), ResumeOptions.none())) {
            run.run(
                    event -> step[0] = event instanceof RunEvent.Stepped stepped
                            ? stepped.record().step()
                            : step[0],
                    () -> step[0] == 3);
        }
        try (TrainingRun run = TrainingRun.resume(folder.resolve("halted"), ResumeOptions.none())) {
            run.run(event -> {}, () -> false);
        }
        assertThat(weights("halted")).isEqualTo(weights("whole"));
    }

    @Test
    void aRunKeepsWhatWasChosenAtItsStart() {
        Recipe recipe = TinyRecipe.of("quick", "steps=1", "runtime.tuning=auto");
        Path path = folder.resolve("run");
        try (TrainingRun run = TrainingRun.start(recipe, "quick", path)) {
            run.run(event -> {}, () -> false);
        }
        TuningResult kept = TuningFile.read(RunDirectory.open(path).kernelsFile());
        assertThat(kept.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(kept.timings()).isNotEmpty();
    }

    @Test
    void theFileOfARunGivesBackWhatWasWritten() {
        TuningResult tuned = new TuningResult(
                Precision.BFLOAT16,
                new ConvolutionPlan(
                        MemoryLayout.CHANNELS_LAST, Map.of("convolution a", ConvolutionAlgorithm.SUB_PIXEL)),
                ConvolutionPlan.PLAIN,
                List.of(new TuningResult.Timing(
                        "convolution a", Precision.BFLOAT16, Map.of("direct", 2.5, "sub-pixel", 1.25), "sub-pixel")));
        Path file = folder.resolve("kernels.json");
        TuningFile.write(file, tuned);
        assertThat(TuningFile.read(file)).isEqualTo(tuned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"precision\":\"float64\",\"generator\":{},\"critic\":{},\"timings\":[]}",
                "{\"precision\":\"float32\",\"generator\":{\"layout\":\"channels-first\",\"formulations\":{\"a\":\"magic\"}},"
                        + "\"critic\":{\"layout\":\"channels-first\",\"formulations\":{}},\"timings\":[]}",
                "{\"precision\":\"float32\",\"generator\":{\"layout\":\"diagonal\",\"formulations\":{}},\"critic\":{},\"timings\":[]}"
            })
    void aDamagedFileIsRefusedWithItsName(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("kernels.json"), text);
        assertThatThrownBy(() -> TuningFile.read(file))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("kernels.json")
                .hasMessageContaining("restore the file");
    }

    /** Every formulation and the layout that differ most from the plain ones. */
    private static TuningResult fastest(Recipe recipe) {
        Map<String, ConvolutionAlgorithm> algorithms = new LinkedHashMap<>();
        for (NetworkSpec network : List.of(
                Architectures.generator(recipe.network(), IMAGE), Architectures.critic(recipe.network(), IMAGE))) {
            network.placedLayers()
                    .forEach(row -> row.layer().convolution(row.input()).ifPresent(map -> {
                        for (ConvolutionSpec direction : List.of(map, map.transpose())) {
                            List<ConvolutionAlgorithm> fitting = direction.algorithms();
                            algorithms.put(direction.toString(), fitting.get(fitting.size() - 1));
                        }
                    }));
        }
        assertThat(algorithms).containsValue(ConvolutionAlgorithm.SUB_PIXEL);
        ConvolutionPlan convolutionPlan = new ConvolutionPlan(MemoryLayout.CHANNELS_LAST, algorithms);
        return new TuningResult(Precision.FLOAT32, convolutionPlan, convolutionPlan, List.of());
    }

    private List<StepRecord> trained(Recipe recipe, TuningResult tuned, String name) {
        Path path = prepared(recipe, tuned, name);
        try (TrainingRun run = TrainingRun.resume(path, ResumeOptions.none())) {
            assertThat(run.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
        }
        return MetricsLog.read(path.resolve("metrics.jsonl")).steps();
    }

    /** A run at step 0 that computes as told. */
    private Path prepared(Recipe recipe, TuningResult tuned, String name) {
        Path path = folder.resolve(name);
        TrainingRun.start(Recipes.override(recipe, List.of()), "test", path).close();
        TuningFile.write(RunDirectory.open(path).kernelsFile(), tuned);
        return path;
    }

    private String weights(String name) throws IOException {
        Path state = folder.resolve(name).resolve("checkpoints/step-00000006/state.json");
        return CheckpointState.read(state).sha256().toString();
    }
}
