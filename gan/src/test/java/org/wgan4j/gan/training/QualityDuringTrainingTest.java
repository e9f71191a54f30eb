package org.wgan4j.gan.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.gan.checkpoint.CheckpointFolders;
import org.wgan4j.gan.checkpoint.CheckpointState;
import org.wgan4j.gan.checkpoint.ResumeOptions;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;

/** The samples of tiny runs are evaluated at intervals, which changes no weight, and survives a kill. */
class QualityDuringTrainingTest {
    @TempDir
    Path folder;

    /** 80 images are more than the classifier has features, so that there is a Frechet distance. */
    private static Recipe evaluated(String... more) {
        List<String> all = new ArrayList<>(List.of("quality.images=80", "steps=7", "quality.everySteps=3"));
        all.addAll(List.of(more));
        return TinyRecipe.of("quick", all.toArray(new String[0]));
    }

    @Test
    void samplesAreJudgedAtTheIntervalAndOnceAtTheEnd() {
        List<RunEvent> events = train(evaluated(), "run");
        List<EvaluationRecord> told = events.stream()
                .filter(RunEvent.Measured.class::isInstance)
                .map(event -> ((RunEvent.Measured) event).record())
                .toList();
        assertThat(told).extracting(EvaluationRecord::step).containsExactly(3L, 6L, 7L);
        assertThat(log("run")).isEqualTo(told);
        for (EvaluationRecord record : told) {
            assertThat(record.kind()).isEqualTo(EvaluationRecord.Kind.QUALITY);
            assertThat(record.imagesSeen()).isPositive();
            assertThat(record.values())
                    .containsEntry("images", 80.0)
                    .containsKeys(
                            "frechet_distance",
                            "frechet_distance_low",
                            "frechet_distance_high",
                            "frechet_distance_floor",
                            "kernel_distance",
                            "precision",
                            "recall",
                            "density",
                            "coverage");
            assertThat(value(record, "frechet_distance"))
                    .isGreaterThan(value(record, "frechet_distance_floor"))
                    .isBetween(
                            value(record, "frechet_distance_low"),
                            Math.max(value(record, "frechet_distance_high"), value(record, "frechet_distance")));
        }
        assertThat(events)
                .noneMatch(event ->
                        event instanceof RunEvent.Noted noted && noted.message().contains("evaluated"));
    }

    @Test
    void anEpochIsAnIntervalToo() {
        // 1028 sevens, 128 a batch: 8 steps an epoch with one critic step each
        train(
                evaluated(
                        "batchSize=128",
                        "objective.criticSteps=1",
                        "steps=0",
                        "epochs=1",
                        "quality.everySteps=0",
                        "quality.everyEpochs=1",
                        "network.generator=compact",
                        "network.critic=compact"),
                "run");
        assertThat(log("run")).extracting(EvaluationRecord::step).containsExactly(8L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quick", "tutorial-wgan-gp"})
    void whatIsMeasuredChangesNothingThatIsLearnt(String name) throws IOException {
        String[] plain = {"steps=4", "network.criticDropout=0.2"};
        String[] measured = {
            "steps=4", "network.criticDropout=0.2", "quality.images=80", "quality.everySteps=1", "quality.best=coverage"
        };
        train(TinyRecipe.of(name, plain), "without");
        train(TinyRecipe.of(name, measured), "with");
        assertThat(weights("with", "checkpoints", 4)).isEqualTo(weights("without", "checkpoints", 4));
        assertThat(log("with")).hasSize(4);
        assertThat(log("without")).isEmpty();
    }

    /** Checkpoints at 2, 4, 6, 7 and measures at 3, 6, 7; whatever came after the fourth step is lost but for the log and the best one. */
    @Test
    void aRunThatIsKilledAndResumedLogsTheSameMeasuresAndKeepsTheSameBest() throws IOException {
        Recipe recipe = evaluated("checkpoints.everySteps=2", "quality.best=frechet-distance");
        train(recipe, "whole");
        train(recipe, "killed");
        for (int lost : new int[] {6, 7}) {
            deleteFolder(folder.resolve(String.format(Locale.ROOT, "killed/checkpoints/step-%08d", lost)));
        }
        resume("killed", ResumeOptions.none());

        assertThat(withoutSeconds(log("killed"))).isEqualTo(withoutSeconds(log("whole")));
        List<Path> kept = CheckpointFolders.newestFirst(run("whole").best());
        assertThat(kept).hasSize(1);
        assertThat(CheckpointFolders.newestFirst(run("killed").best()))
                .extracting(Path::getFileName)
                .containsExactly(kept.get(0).getFileName());
        int step = (int) CheckpointFolders.stepOf(kept.get(0));
        assertThat(weights("killed", "best", step)).isEqualTo(weights("whole", "best", step));
        assertThat(weights("killed", "checkpoints", 7)).isEqualTo(weights("whole", "checkpoints", 7));
    }

    @Test
    void theBestCheckpointIsThatOfTheBestLoggedValueAndItsGeneratorCanBeUsed() throws IOException {
        train(evaluated("quality.everySteps=1", "checkpoints.everySteps=1", "quality.best=kernel-distance"), "run");
        assertThat(log("run")).extracting(EvaluationRecord::step).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        EvaluationRecord best = log("run").stream()
                .min(Comparator.comparing(record -> value(record, "kernel_distance")))
                .orElseThrow();
        int step = (int) best.step();
        assertThat(CheckpointFolders.newestFirst(run("run").best()))
                .extracting(CheckpointFolders::stepOf)
                .containsExactly(best.step());
        assertThat(weights("run", "best", step)).isEqualTo(weights("run", "checkpoints", step));
        try (TrainedGenerator generator = TrainedGenerator.loadBest(run("run"))) {
            assertThat(generator.step()).isEqualTo(step);
            assertThat(generator.generate(generator.latents(3, 1)).count()).isEqualTo(3);
        }
    }

    @Test
    void aRunThatWasKilledBeforeItsLastMeasureMakesItUpAndNeverTwice() throws IOException {
        train(evaluated("steps=5", "checkpoints.everySteps=5"), "run");
        List<EvaluationRecord> whole = log("run");
        Path file = run("run").metricsFile();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(lines.size() - 1)).startsWith("{\"kind\":\"quality\",\"step\":5");
        Files.write(file, lines.subList(0, lines.size() - 1));

        resume("run", ResumeOptions.none());
        assertThat(log("run")).isEqualTo(whole);
        resume("run", ResumeOptions.none());
        assertThat(log("run")).isEqualTo(whole);
    }

    @Test
    void whatIsMeasuredMayChangeOnResume() {
        train(evaluated("steps=2", "quality.everySteps=0"), "run");
        assertThat(log("run")).isEmpty();
        resume(
                "run",
                new ResumeOptions(
                        OptionalInt.empty(),
                        OptionalInt.of(4),
                        List.of("quality.everySteps=1", "quality.images=20", "quality.best=coverage")));
        assertThat(log("run")).extracting(EvaluationRecord::step).containsExactly(3L, 4L);
        assertThat(log("run")).allMatch(record -> value(record, "images") == 20);
        assertThat(CheckpointFolders.newestFirst(run("run").best())).hasSize(1);
    }

    @Test
    void whatIsAskedForAndCannotBeMeasuredIsSaid() {
        Path file = folder.resolve("small.idx");
        byte[] pixels = new byte[40 * 32 * 32];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 251);
        }
        new IdxFile(new int[] {40, 32, 32}, pixels).write(file);
        List<RunEvent> events =
                train(evaluated("steps=1", "data.images=" + file, "data.digits=[]", "quality.best=coverage"), "run");
        assertThat(notes(events))
                .anyMatch(note -> note.contains("not evaluated")
                        && note.contains("MNIST's digits alone")
                        && note.contains("no best checkpoint"));
    }

    @Test
    void imagesThatAreNoDigitsAreJudgedByTheirPixelsAndThatIsSaid() {
        Path file = folder.resolve("others.idx");
        byte[] pixels = new byte[2000 * 4 * 28];
        new Random(1).nextBytes(pixels);
        new IdxFile(new int[] {2000, 4, 28}, pixels).write(file);
        List<RunEvent> events = train(
                evaluated(
                        "steps=1",
                        "data.images=" + file,
                        "data.digits=[]",
                        "quality.images=1000",
                        "quality.everySteps=1"),
                "run");
        assertThat(notes(events))
                .anyMatch(note -> note.contains("pixels alone") && note.contains("MNIST's digits alone"));
        assertThat(log("run"))
                .hasSize(1)
                .allMatch(record -> value(record, "sliced_w") > value(record, "sliced_w_floor"));
        assertThat(log("run")).noneMatch(record -> record.values().containsKey("frechet_distance"));
    }

    private static List<String> notes(List<RunEvent> events) {
        return events.stream()
                .filter(RunEvent.Noted.class::isInstance)
                .map(event -> ((RunEvent.Noted) event).message())
                .toList();
    }

    private List<RunEvent> train(Recipe recipe, String name) {
        List<RunEvent> events = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(recipe, "test", folder.resolve(name))) {
            assertThat(run.run(events::add, () -> false)).isEqualTo(Outcome.FINISHED);
        }
        return events;
    }

    private void resume(String name, ResumeOptions options) {
        try (TrainingRun run = TrainingRun.resume(folder.resolve(name), options)) {
            assertThat(run.run(event -> {}, () -> false)).isEqualTo(Outcome.FINISHED);
        }
    }

    private RunDirectory run(String name) {
        return RunDirectory.open(folder.resolve(name));
    }

    private List<EvaluationRecord> log(String name) {
        return MetricsLog.read(run(name).metricsFile()).measures();
    }

    private static List<String> withoutSeconds(List<EvaluationRecord> records) {
        return records.stream()
                .map(record -> record.step() + " " + record.epoch() + " " + record.imagesSeen() + record.values())
                .toList();
    }

    private static double value(EvaluationRecord record, String name) {
        Double value = record.values().get(name);
        if (value == null) {
            throw new AssertionError(name + " is not among " + record.values().keySet());
        }
        return value;
    }

    /** The SHA-256 of each tensor file of a checkpoint. */
    private String weights(String run, String kind, int step) {
        Path checkpoint = folder.resolve(run).resolve(kind).resolve(String.format(Locale.ROOT, "step-%08d", step));
        return CheckpointState.read(checkpoint.resolve("state.json")).sha256().toString();
    }

    private static void deleteFolder(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
