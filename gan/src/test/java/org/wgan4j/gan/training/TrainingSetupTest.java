package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.benchmark.LossCheck;
import org.wgan4j.gan.benchmark.TrainingSpeed;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.inference.TrainedCritic;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.NativeScope;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.event.Outcome;

/** Whatever looks at a recipe refuses the same ones for the same reasons, and says the same of the others. */
class TrainingSetupTest {
    @TempDir
    Path folder;

    /** Recipes that cannot be trained, with what the refusal must name. */
    static Stream<Arguments> refused() {
        return Stream.of(
                refusal(TinyRecipe.of("quick", "batchSize=1"), "batch norm of the generator", "batchSize is 1", "2"),
                // 1028 sevens in batches of 13: the last batch of an epoch has 1.
                refusal(
                        TinyRecipe.of("quick", "batchSize=13", "data.lastBatch=keep"),
                        "the last batch of an epoch has 1 image",
                        "data.lastBatch",
                        "network.generatorBatchNorm"),
                refusal(TinyRecipe.of("wgan-gp", "network.criticBatchNorm=true"), "batch norm", "criticBatchNorm"),
                refusal(TinyRecipe.of("quick", "audit.everySteps=2", "audit.images=600"), "600", "has 1028"),
                refusal(TinyRecipe.of("quick", "batchSize=2000"), "2000", "1 to 1028"),
                refusal(TinyRecipe.of("quick", "data.images=no-such-file.idx", "data.digits=all"), "no-such-file.idx"),
                refusal(TinyRecipe.of("quick", "data.digits=[11]"), "11"),
                refusal(TinyRecipe.of("quick", "runtime.device=mps"), "runtime.device is mps"));
    }

    private static Arguments refusal(Recipe recipe, String... words) {
        return Arguments.of(recipe, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aDryRunAStartAResumeAndTheBenchesRefuseAlike(Recipe recipe, List<String> words) throws Exception {
        Path run = folder.resolve("run");
        Path halted = folder.resolve("halted");
        TrainingRun.start(TinyRecipe.of("quick"), "test", halted).close();
        RunDirectory.open(halted).writeRecipe(recipe);
        assertRefused(() -> DryRun.of(recipe), words);
        assertRefused(() -> TrainingRun.start(recipe, "test", run).close(), words);
        assertRefused(() -> TrainingSpeed.of(recipe).close(), words);
        assertRefused(() -> LossCheck.write(recipe, folder.resolve("check.npz")), words);
        assertRefused(() -> TrainingSetup.of(recipe).tune(), words);
        assertThat(run).doesNotExist();
        assertThat(folder.resolve("check.npz")).doesNotExist();
        assertThatThrownBy(
                        () -> TrainingRun.resume(halted, ResumeOptions.none()).close())
                .isInstanceOf(ActionableException.class);
    }

    private static void assertRefused(ThrowingCallable call, List<String> words) {
        assertThatThrownBy(call)
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll(words.toArray(CharSequence[]::new));
    }

    @Test
    void aResumeRefusesWhatAStartWouldRefuse() {
        Path path = folder.resolve("run");
        TrainingRun.start(TinyRecipe.of("quick"), "test", path).close();
        ResumeOptions audits = new ResumeOptions(
                OptionalInt.empty(), OptionalInt.empty(), List.of("audit.everySteps=2", "audit.images=600"));
        assertRefused(() -> TrainingRun.resume(path, audits).close(), List.of("600", "has 1028"));
        assertThat(RunDirectory.open(path).recipe().audit().everySteps()).isZero();
    }

    @Test
    void batchesThatHaveAVarianceAreNotRefused() {
        for (Recipe recipe : List.of(
                TinyRecipe.of("quick", "batchSize=2"),
                TinyRecipe.of("quick", "batchSize=1", "network.generatorBatchNorm=false"),
                TinyRecipe.of("quick", "batchSize=13"),
                TinyRecipe.of("quick", "batchSize=13", "data.lastBatch=keep", "data.sampling=with-replacement"),
                TinyRecipe.of(
                        "quick", "batchSize=13", "data.lastBatch=keep", "objective.criticFakes=moving-statistics"))) {
            assertThatCode(() -> DryRun.of(recipe)).doesNotThrowAnyException();
        }
    }

    @Test
    void oneImageCanBeLearntWhereNothingNeedsAVariance() {
        byte[] pixels = new byte[28 * 28];
        new Random(1).nextBytes(pixels);
        Path file = folder.resolve("one.idx");
        new IdxFile(new int[] {1, 28, 28}, pixels).write(file);
        Recipe one = TinyRecipe.of("quick", "data.images=" + file, "data.digits=all", "steps=2", "batchSize=1");
        assertRefused(() -> DryRun.of(one), List.of("network.generatorBatchNorm"));
        Recipe possible = Recipes.override(one, List.of("network.generatorBatchNorm=false"));
        try (TrainingRun run = TrainingRun.start(possible, "test", folder.resolve("run"))) {
            assertThat(run.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
        }
    }

    @Test
    void settingsWithoutEffectAreSaid() {
        assertThat(DryRun.of(TinyRecipe.of("wgan-gp", "objective.clip=0.02")).notes())
                .containsExactly("objective.clip has no effect, because objective.name is wgan-gp.");
        assertThat(DryRun.of(TinyRecipe.of("wgan", "objective.penalty=5", "criticOptimizer.beta1=0.3"))
                        .notes())
                .containsExactly(
                        "objective.penalty has no effect, because objective.name is wgan.",
                        "criticOptimizer.beta1 has no effect, because criticOptimizer.name is rmsprop.");
        assertThat(DryRun.of(TinyRecipe.of("gan", "generatorOptimizer.rho=0.5")).notes())
                .containsExactly("generatorOptimizer.rho has no effect, because generatorOptimizer.name is adam.");
    }

    @Test
    void theBuiltInRecipesSetNothingInVain() {
        for (String name : Recipes.names()) {
            Recipe recipe = Recipes.load(name, List.of());
            assertThat(UnusedSettings.notes(recipe, ObjectiveDescription.of(recipe.objective())))
                    .isEmpty();
        }
    }

    @Test
    void moreThreadsThanProcessorsAreSaidAndNotUsed() {
        int processors = Runtime.getRuntime().availableProcessors();
        Recipe recipe = TinyRecipe.of("quick", "runtime.threads=1024", "steps=1");
        TrainingSetup setup = TrainingSetup.of(recipe);
        assertThat(setup.runtime().threads()).isEqualTo(Math.min(1024, processors));
        assertThat(setup.notes())
                .anyMatch(note -> note.contains("runtime.threads is 1024") && note.contains(processors + ""));
    }

    @Test
    void theThreadsOfTheProcessAreThoseOfBeforeAfterEveryCall() {
        TorchRuntime.start(2);
        Recipe recipe = TinyRecipe.of("quick", "runtime.threads=1", "steps=1");
        DryRun.of(recipe);
        assertThat(TorchRuntime.load().threads()).isEqualTo(2);
        try (TrainingRun run = TrainingRun.start(recipe, "test", folder.resolve("run"))) {
            assertThat(TorchRuntime.load().threads()).isEqualTo(2);
            int[] during = {0};
            run.run(event -> during[0] = TorchRuntime.load().threads(), () -> false);
            assertThat(during[0]).isEqualTo(1);
            assertThat(TorchRuntime.load().threads()).isEqualTo(2);
            assertThat(run.directory().provenance().threads()).isEqualTo(1);
        }
        TrainedGenerator.load(RunDirectory.open(folder.resolve("run"))).close();
        TrainedCritic.load(RunDirectory.open(folder.resolve("run"))).close();
        assertThatThrownBy(() -> DryRun.of(TinyRecipe.of("quick", "runtime.threads=1", "batchSize=1")))
                .isInstanceOf(ActionableException.class);
        assertThat(TorchRuntime.load().threads()).isEqualTo(2);
    }

    @Test
    void aStartThatFailsLeavesNoLockNoNetworksAndNothingInTheFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Recipe recipe = TinyRecipe.of("quick", "steps=1");
        assertThatThrownBy(() -> TrainingRun.start(recipe, "test", file.resolve("below")))
                .isInstanceOf(ActionableException.class);
        long alive = NativeScope.liveObjects();
        Path held = folder.resolve("held");
        Files.createDirectories(held);
        try (AutoCloseable lock = RunDirectory.open(begun(held)).lock()) {
            assertThat(lock).isNotNull();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> TrainingRun.start(recipe, "test", file.resolve("below")))
                        .isInstanceOf(ActionableException.class);
                assertThatThrownBy(() -> TrainingRun.resume(held, ResumeOptions.none()))
                        .hasMessageContaining("in use");
            }
        }
        assertThat(NativeScope.liveObjects()).isEqualTo(alive);
        // The lock is free again, also after a resume that was refused.
        assertThatThrownBy(() -> TrainingRun.resume(held, ResumeOptions.none()))
                .isInstanceOf(ActionableException.class);
        RunDirectory.open(held).lock().close();
    }

    private static Path begun(Path path) {
        return RunDirectory.create(path, TinyRecipe.of("quick")).path();
    }
}
