package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.checkpoint.CheckpointException;
import org.wgan4j.gan.checkpoint.CheckpointFolders;
import org.wgan4j.gan.checkpoint.CheckpointState;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.StepRecord;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;

/** A run that was killed anywhere goes on to the very bits of one that was not. */
class ResumeTest {
    @TempDir
    Path folder;

    static Stream<Recipe> recipes() {
        return Stream.of(
                TinyRecipe.of("quick", "checkpoints.everySteps=3", "network.criticDropout=0.2"),
                TinyRecipe.of("gan", "checkpoints.everySteps=3"),
                TinyRecipe.of("wgan", "checkpoints.everySteps=3", "objective.criticSteps=2"),
                TinyRecipe.of("tutorial-wgan-gp", "checkpoints.everySteps=3"),
                TinyRecipe.of("digit-wgan", "checkpoints.everySteps=3", "objective.criticSteps=2"),
                TinyRecipe.of(
                        "ring",
                        "data.name=ring",
                        "data.digits=all",
                        "checkpoints.everySteps=3",
                        "quality.everySteps=4"));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void weightsAfterKillAndResumeAreThoseOfAnUninterruptedRun(Recipe recipe) throws Exception {
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        train(recipe, whole);

        trainInAnotherProcessAndKillAfter(10, recipe, killed);
        List<String> notes = resume(killed, ResumeOptions.none());

        assertThat(notes).noneMatch(note -> note.contains("Passed over"));
        assertThat(checkpoint(killed, 20)).isEqualTo(checkpoint(whole, 20));
        assertThat(logged(killed)).isEqualTo(logged(whole));
    }

    @Test
    void aRunMadeLongerOnResumeEqualsTheLongRun() throws IOException {
        Path whole = folder.resolve("whole");
        Path longer = folder.resolve("longer");
        train(TinyRecipe.of("wgan-gp", "steps=6", "objective.criticSteps=2"), whole);
        train(TinyRecipe.of("wgan-gp", "steps=4", "objective.criticSteps=2"), longer);
        resume(longer, new ResumeOptions(OptionalInt.empty(), OptionalInt.of(6), List.of()));
        assertThat(checkpoint(longer, 6)).isEqualTo(checkpoint(whole, 6));
    }

    @Test
    void aDamagedCheckpointIsPassedOverWithTheReasonAndTheOneBeforeIsUsed() throws IOException {
        Path run = folder.resolve("run");
        train(TinyRecipe.of("quick", "steps=6", "checkpoints.everySteps=2"), run);
        Path file = run.resolve("checkpoints/step-00000006/critic.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.writeString(run.resolve("checkpoints/step-00000004/state.json"), "{");

        List<String> notes = resume(run, ResumeOptions.none());

        assertThat(notes)
                .anyMatch(note -> note.contains("step-00000006") && note.contains("critic.safetensors is damaged"));
        assertThat(notes).anyMatch(note -> note.contains("step-00000004") && note.contains("state.json"));
        assertThat(MetricsLog.read(run.resolve("metrics.jsonl")).steps())
                .extracting(StepRecord::step)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aForeignCheckpointIsPassedOverNamingTheSettingThatDiffers() throws IOException {
        Path run = folder.resolve("run");
        Path foreign = folder.resolve("foreign");
        train(TinyRecipe.of("quick", "steps=2"), run);
        train(TinyRecipe.of("quick", "steps=4", "seed=5"), foreign);
        Files.move(foreign.resolve("checkpoints/step-00000004"), run.resolve("checkpoints/step-00000004"));
        List<String> notes = resume(run, new ResumeOptions(OptionalInt.empty(), OptionalInt.of(3), List.of()));
        assertThat(notes).anyMatch(note -> note.contains("step-00000004") && note.contains("seed"));
    }

    @Test
    void aChangedRecipeTouchesNothing() throws IOException {
        Path run = folder.resolve("run");
        Recipe recipe = TinyRecipe.of("quick", "steps=4", "checkpoints.everySteps=2", "samples.everySteps=1");
        train(recipe, run);
        Files.writeString(run.resolve("samples/step-00000004.png"), "a grid");
        Files.writeString(
                run.resolve("recipe.yaml"),
                Files.readString(run.resolve("recipe.yaml")).replaceAll("learningRate: .*", "learningRate: 0.0004"));
        Map<String, String> before = contents(run);

        assertThatThrownBy(() -> TrainingRun.resume(run, ResumeOptions.none()).close())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("step-00000004", "generatorOptimizer.learningRate", "nothing was changed");
        assertThat(contents(run)).isEqualTo(before);
    }

    @Test
    void damageToAllCheckpointsTouchesNothing() throws IOException {
        Path run = folder.resolve("run");
        train(TinyRecipe.of("quick", "steps=4", "checkpoints.everySteps=2", "samples.everySteps=1"), run);
        for (String step : List.of("step-00000002", "step-00000004")) {
            Files.writeString(run.resolve("checkpoints").resolve(step).resolve("generator.safetensors"), "torn");
        }
        Map<String, String> before = contents(run);

        assertThatThrownBy(() -> TrainingRun.resume(run, ResumeOptions.none()).close())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("step-00000002", "step-00000004", "damaged", "nothing was changed");
        assertThat(contents(run)).isEqualTo(before);
    }

    @Test
    void checkpointsThatAreGoneWhileABestOneIsThereTouchNothing() throws IOException {
        Path run = folder.resolve("run");
        train(TinyRecipe.of("quick", "steps=2"), run);
        Files.createDirectories(run.resolve("best"));
        Files.move(run.resolve("checkpoints/step-00000002"), run.resolve("best/step-00000002"));
        Map<String, String> before = contents(run);
        assertThatThrownBy(() -> TrainingRun.resume(run, ResumeOptions.none()).close())
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("no checkpoints");
        assertThat(contents(run)).isEqualTo(before);
    }

    @Test
    void aLengthThatLiesBehindTheRunIsRefusedAndTouchesNothing() throws IOException {
        Path run = folder.resolve("run");
        train(TinyRecipe.of("quick", "steps=6"), run);
        Map<String, String> before = contents(run);
        for (ResumeOptions shorter : List.of(
                new ResumeOptions(OptionalInt.empty(), OptionalInt.of(2), List.of()),
                new ResumeOptions(OptionalInt.empty(), OptionalInt.empty(), List.of("steps=5")))) {
            assertThatThrownBy(() -> TrainingRun.resume(run, shorter).close())
                    .isInstanceOf(ActionableException.class)
                    .hasMessageContainingAll("has made 6 generator steps", "6 or more");
        }
        assertThat(contents(run)).isEqualTo(before);
        resume(run, new ResumeOptions(OptionalInt.empty(), OptionalInt.of(6), List.of()));
    }

    @Test
    void aDamagedNewerCheckpointIsKeptAsideAndEatsNoneOfTheNewOnes() throws IOException {
        Path run = folder.resolve("run");
        train(TinyRecipe.of("quick", "steps=6", "checkpoints.everySteps=2"), run);
        Files.writeString(run.resolve("checkpoints/step-00000006/state.json"), "{");
        Files.writeString(run.resolve("checkpoints/step-00000004/state.json"), "{");
        long[] step = {0};
        try (TrainingRun resumed = TrainingRun.resume(
                run,
                new ResumeOptions(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        List.of("checkpoints.keep=1", "checkpoints.everySteps=1")))) {
            resumed.run(
                    event -> step[0] = event instanceof RunEvent.Stepped stepped
                            ? stepped.record().step()
                            : step[0],
                    () -> step[0] == 3);
        }
        assertThat(CheckpointFolders.newestFirst(run.resolve("checkpoints")))
                .extracting(CheckpointFolders::stepOf)
                .containsExactly(3L);
        assertThat(run.resolve("checkpoints/step-00000006.unusable/critic.safetensors"))
                .exists();
        assertThat(run.resolve("checkpoints/step-00000004.unusable")).exists();
    }

    @Test
    void dataThatMovedAreTakenFromTheirNewPlaceIfTheyAreTheSame() throws IOException {
        Path old = folder.resolve("old.idx");
        Path other = folder.resolve("it's other.idx");
        byte[] pixels = new byte[30 * 28 * 28];
        new Random(1).nextBytes(pixels);
        new IdxFile(new int[] {30, 28, 28}, pixels).write(old);
        pixels[5]++;
        new IdxFile(new int[] {30, 28, 28}, pixels).write(other);
        Path run = folder.resolve("run");
        train(TinyRecipe.of("quick", "data.images=" + old, "data.digits=all", "steps=2"), run);
        Path moved = folder.resolve("it's # moved.idx");
        Files.move(old, moved);

        assertThatThrownBy(() -> resume(run, ResumeOptions.none()))
                .isInstanceOf(ActionableException.class)
                .hasMessageContainingAll(old.toString(), "data.images");
        assertThatThrownBy(() -> resume(run, at(other))).hasMessageContaining("SHA-256");
        resume(run, at(moved));
        assertThat(RunDirectory.open(run).recipe().data().images()).isEqualTo(moved.toString());
        resume(run, new ResumeOptions(OptionalInt.empty(), OptionalInt.of(4), List.of()));
        assertThat(run.resolve("checkpoints/step-00000004")).exists();
    }

    private static ResumeOptions at(Path images) {
        return new ResumeOptions(OptionalInt.empty(), OptionalInt.of(3), List.of("data.images=" + images));
    }

    private static Map<String, String> contents(Path run) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(run.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    @Test
    void changedSettingsAreRefusedByName() throws IOException {
        Path run = folder.resolve("run");
        train(TinyRecipe.of("quick", "steps=1"), run);
        ResumeOptions options =
                new ResumeOptions(OptionalInt.empty(), OptionalInt.empty(), List.of("objective.penalty=5", "seed=3"));
        assertThatThrownBy(() -> TrainingRun.resume(run, options).close())
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("objective.penalty")
                .hasMessageContaining("seed");
    }

    @Test
    void aRunThatIsAskedToStopFinishesItsStepAndSaves() throws IOException {
        Path path = folder.resolve("run");
        long[] step = {0};
        try (TrainingRun run = TrainingRun.start(TinyRecipe.of("quick"), "quick", path)) {
            Outcome outcome = run.run(
                    event -> step[0] = event instanceof RunEvent.Stepped stepped
                            ? stepped.record().step()
                            : step[0],
                    () -> step[0] == 3);
            assertThat(outcome).isEqualTo(Outcome.STOPPED);
        }
        assertThat(path.resolve("checkpoints/step-00000003/state.json")).exists();
    }

    private static void train(Recipe recipe, Path path) {
        try (TrainingRun run = TrainingRun.start(recipe, "test", path)) {
            assertThat(run.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
        }
    }

    private static List<String> resume(Path path, ResumeOptions options) {
        List<String> notes = new ArrayList<>();
        try (TrainingRun run = TrainingRun.resume(path, options)) {
            run.run(
                    event -> {
                        if (event instanceof RunEvent.Noted noted) {
                            notes.add(noted.message());
                        }
                    },
                    () -> false);
        }
        return notes;
    }

    private void trainInAnotherProcessAndKillAfter(int steps, Recipe recipe, Path path) throws Exception {
        Path yaml = Files.writeString(folder.resolve("recipe.yaml"), Recipes.toYaml(recipe));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainAndPrint.class.getName(),
                        yaml.toString(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.equals("step " + steps)) {
                line = lines.readLine();
            }
            assertThat(line).as("the run must get as far as step %d", steps).isNotNull();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(path.resolve("checkpoints/step-00000020")).doesNotExist();
    }

    /** The SHA-256 of each tensor file of a checkpoint. */
    private static String checkpoint(Path run, int step) throws IOException {
        CheckpointState state =
                CheckpointState.read(run.resolve(String.format(Locale.ROOT, "checkpoints/step-%08d/state.json", step)));
        assertThat(state.sha256()).hasSizeGreaterThanOrEqualTo(4);
        return state.sha256().toString();
    }

    /** All that is logged but the seconds. */
    private static List<String> logged(Path run) {
        return MetricsLog.read(run.resolve("metrics.jsonl")).steps().stream()
                .map(record -> record.step() + " " + record.epoch() + " " + record.terms() + record.seedTerms())
                .toList();
    }
}
