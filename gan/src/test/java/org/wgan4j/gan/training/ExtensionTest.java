package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.Catalog;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.extension.LeastSquares;
import org.wgan4j.gan.extension.ScaledArchitecture;
import org.wgan4j.gan.extension.Stripes;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.architecture.Architecture;
import org.wgan4j.gan.objective.Objectives;
import org.wgan4j.gan.recipe.Precision;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.recipe.Schedule;
import org.wgan4j.gan.recipe.setting.RecipeException;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.Components;
import org.wgan4j.gan.training.loop.ModelDefinition;
import org.wgan4j.gan.training.loop.RealBatches;
import org.wgan4j.gan.training.loop.RecipeCheck;
import org.wgan4j.gan.training.loop.RunLength;
import org.wgan4j.gan.training.loop.TrainingLoop;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.loop.TuningResult;
import org.wgan4j.gan.tuning.Tuner;

/** Objectives, architectures and data sets of one's own: by name from the class path, and passed in code. */
class ExtensionTest {
    private static final String YAML = """
            batchSize: 8
            steps: 4
            data: {name: %s}
            network: {generator: scaled, critic: scaled, latentSize: 3, options: {channels: 2}}
            objective: {name: least-squares, options: {target: 2}}
            samples: {rows: 2, columns: 2}
            runtime: {threads: 1, precision: float32, tuning: off}
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void loadLibtorch() {
        TorchRuntime.start(2);
    }

    @Test
    void aJarOnTheClassPathAddsNamesThatYamlCanUse() throws Exception {
        Path run = folder.resolve("run");
        String printed = trainWithExtensions("stripes", run);
        assertThat(printed).contains("step 4");
        Recipe recipe = RunDirectory.open(run).recipe();
        assertThat(recipe.objective().name()).isEqualTo("least-squares");
        assertThat(recipe.objective().options()).isEqualTo(Map.of("target", 2.0));
        assertThat(recipe.network().options()).isEqualTo(Map.of("channels", 2.0));
        assertThat(recipe.objective().criticSteps())
                .as("a default of the objective")
                .isEqualTo(2);
        assertThat(recipe.criticOptimizer().learningRate()).isEqualTo(3e-4);
        assertThat(Files.readString(run.resolve("metrics.jsonl")))
                .contains("critic_loss")
                .doesNotContain("wasserstein");
    }

    @Test
    void aRunWhoseObjectiveIsNotOnTheClassPathIsNotResumedAndStaysAsItIs() throws Exception {
        Path run = folder.resolve("run");
        trainWithExtensions("mnist-test", run);
        List<String> before = files(run);
        assertThatThrownBy(() -> TrainingRun.resume(
                                run, new ResumeOptions(OptionalInt.empty(), OptionalInt.empty(), List.of()))
                        .close())
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("scaled", "is not on the class path, which has tutorial, digit, compact, mlp");
        Path yaml = run.resolve("recipe.yaml");
        Files.writeString(yaml, Files.readString(yaml).replace("scaled", "mlp").replace("{channels: 2}", "{}"));
        assertThatThrownBy(() -> TrainingRun.resume(
                                run, new ResumeOptions(OptionalInt.empty(), OptionalInt.empty(), List.of()))
                        .close())
                .isInstanceOf(ActionableException.class)
                .hasMessage("The objective least-squares is not on the class path, which has "
                        + String.join(", ", Objectives.installed().names())
                        + ": add the jar that holds it, or pass it in code.");
        assertThat(files(run)).isEqualTo(before);
    }

    private static List<String> files(Path run) throws IOException {
        try (var paths = Files.walk(run)) {
            return paths.map(path -> run.relativize(path).toString()).sorted().toList();
        }
    }

    private String trainWithExtensions(String data, Path run) throws Exception {
        Path services = Files.createDirectories(folder.resolve("extension/META-INF/services"));
        Files.writeString(
                services.resolve("org.wgan4j.gan.recipe.ObjectiveDescription"), LeastSquares.Factory.class.getName());
        Files.writeString(
                services.resolve("org.wgan4j.gan.recipe.ArchitectureDescription"), ScaledArchitecture.class.getName());
        Files.writeString(services.resolve("org.wgan4j.gan.data.NamedDataset"), Stripes.class.getName());
        Path yaml = Files.writeString(folder.resolve("own.yaml"), String.format(Locale.ROOT, YAML, data));
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        folder.resolve("extension") + File.pathSeparator + System.getProperty("java.class.path"),
                        TrainAndPrint.class.getName(),
                        yaml.toString(),
                        run.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int exit = process.waitFor();
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        return text;
    }

    @Test
    void yamlThatNamesWhatIsNotOnTheClassPathIsRefused() {
        assertThatThrownBy(() -> Recipes.parse(String.format(Locale.ROOT, YAML, "mnist"), "own.yaml", List.of()))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("network.generator is scaled, but must be one of tutorial, digit, compact, mlp");
    }

    @Test
    void partsThatArePassedInCodeAreTrainedAndNeedNotBeOnTheClassPath() {
        Recipe recipe = ownRecipe();
        Components components =
                Components.installed().with(new LeastSquares.Factory()).with(new ScaledArchitecture());
        Dataset stripes = new Stripes().load();
        ModelDefinition model = ModelDefinition.of(recipe, stripes.shape(), components);
        assertThat(model.objective()).isEqualTo(new LeastSquares(1));
        TuningResult tuned = new Tuner(recipe, model, Compute.CPU).choose();
        assertThat(tuned.timings())
                .as("the built-in convolution still has a choice of kernels")
                .isNotEmpty();
        List<Double> losses = new ArrayList<>();
        try (TrainingState trainingState = TrainingState.create(recipe, model, Compute.CPU, tuned)) {
            assertThat(RecipeCheck.check(trainingState)).isEmpty();
            new TrainingLoop(
                            recipe,
                            trainingState,
                            new RealBatches(stripes, recipe),
                            RunLength.of(recipe, stripes.size()))
                    .run(
                            TrainingPosition.START,
                            step -> losses.add(step.terms().getOrDefault("critic_loss", Double.NaN)),
                            () -> false);
        }
        assertThat(losses).hasSize(30).allMatch(Double::isFinite);
        assertThat(losses.get(29)).isLessThan(losses.get(0));
        assertThat(Recipes.parseResolved(Recipes.toYaml(recipe), "again")).isEqualTo(recipe);
        assertThatThrownBy(() -> ModelDefinition.of(recipe, stripes.shape()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("is not on the class path");
    }

    @Test
    void aRunOfPartsThatArePassedInCodeIsTrainedAndResumedWithThem() {
        Components components =
                Components.installed().with(new LeastSquares.Factory()).with(new ScaledArchitecture());
        Path path = folder.resolve("run");
        Recipe recipe = ownRecipe().steps(2).objective(o -> o.penalty(3));
        List<String> notes = new ArrayList<>();
        try (TrainingRun run =
                NewRun.of(recipe).on(new Stripes().load()).with(components).startIn(path)) {
            run.run(
                    event -> {
                        if (event instanceof RunEvent.Noted noted) {
                            notes.add(noted.message());
                        }
                    },
                    () -> false);
        }
        assertThat(notes).contains("objective.penalty has no effect, because objective.name is least-squares.");
        ResumeOptions longer = new ResumeOptions(OptionalInt.empty(), OptionalInt.of(3), List.of());
        try (TrainingRun run = TrainingRun.resume(path, Optional.of(new Stripes().load()), components, longer)) {
            assertThat(run.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
            assertThat(run.step()).isEqualTo(3);
        }
    }

    private static Recipe ownRecipe() {
        return Recipe.of(new LeastSquares.Factory())
                .batchSize(8)
                .steps(30)
                .network(n -> n.generator(new ScaledArchitecture())
                        .critic(new ScaledArchitecture())
                        .latentSize(3))
                .criticOptimizer(o -> o.learningRate(1e-3))
                .runtime(r -> r.precision(Precision.FLOAT32));
    }

    @Test
    void aPenaltyReachesLayersOfOnesOwn() {
        Recipe recipe = Recipe.wganGp()
                .network(n -> n.generator(new ScaledArchitecture()).critic(new ScaledArchitecture()));
        ModelDefinition model = ModelDefinition.of(
                recipe, new ImageShape(1, 8, 8), Components.installed().with(new ScaledArchitecture()));
        assertThat(model.critic().piecewiseLinear()).isTrue();
        try (TrainingState trainingState =
                TrainingState.create(recipe, model, Compute.CPU, TuningResult.plain(Precision.FLOAT32))) {
            assertThat(RecipeCheck.check(trainingState)).isEmpty();
        }
    }

    @Test
    void whatDoesNotFitIsRefusedWithASentence() {
        ImageShape image = new ImageShape(1, 8, 8);
        Components components =
                Components.installed().with(new ScaledArchitecture()).with(new LeastSquares.Factory());
        Recipe options = Recipe.of(new LeastSquares.Factory()).objective(o -> o.options(Map.of("aim", 1.0)));
        assertThatThrownBy(() -> ModelDefinition.of(options, image, components))
                .isInstanceOf(ActionableException.class)
                .hasMessage(
                        "objective.options is {aim: 1}, but the objective least-squares has no option aim; there are target.");
        Recipe outside = Recipe.of(new LeastSquares.Factory()).objective(o -> o.options(Map.of("target", 0.0)));
        assertThatThrownBy(() -> ModelDefinition.of(outside, image, components))
                .hasMessageContaining("target must be a number above 0 and at most 100");
        assertThatThrownBy(() -> Recipe.gan().objective(o -> o.options(Map.of("target", 1.0))))
                .hasMessage(
                        "objective.options is {target: 1}, but the objective gan has no option target: leave options out");
        Architecture wrong =
                Architecture.of("wrong", (settings, shape) -> generator(), (settings, shape) -> generator());
        Recipe misfit = Recipe.gan().network(n -> n.generator(wrong).critic(wrong));
        assertThatThrownBy(() ->
                        ModelDefinition.of(misfit, image, Components.installed().with(wrong)))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll("wrong maps 3 to 1 x 8 x 8", "the recipe wants 100 to 1 x 8 x 8");
        assertThatThrownBy(() ->
                        Components.installed().with(new LeastSquares.Factory()).with(new LeastSquares.Factory()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("are called least-squares");
        assertThatThrownBy(() ->
                        Catalog.of(List.of(Architecture.of("No name", (s, i) -> generator(), (s, i) -> generator()))))
                .hasMessageContaining("lower-case letters");
        assertThatThrownBy(() -> Recipe.wganGp().objective(o -> o.schedule(Schedule.SPLIT)))
                .hasMessageContaining("the gradient penalty needs real and fake images in one step");
    }

    private static NetworkSpec generator() {
        return new ScaledArchitecture().generator(Recipe.gan().network().latentSize(3), new ImageShape(1, 8, 8));
    }
}
