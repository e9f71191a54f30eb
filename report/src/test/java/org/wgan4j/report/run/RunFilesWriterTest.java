package org.wgan4j.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.Outcome;
import org.wgan4j.gan.training.event.RunEvent;

class RunFilesWriterTest {
    private static final String TENSOR_BOARD = "events.out.tfevents.";

    @TempDir
    Path folder;

    private static Recipe recipe(String name, String... overrides) {
        List<String> all = new ArrayList<>(List.of(
                "steps=2",
                "batchSize=8",
                "samples.everyEpochs=0",
                "samples.everySteps=1",
                "quality.everyEpochs=0",
                "quality.everySteps=0",
                "runtime.precision=float32",
                "runtime.tuning=off"));
        all.addAll(List.of(overrides));
        return Recipes.load(name, all);
    }

    private static Recipe images() {
        return recipe(
                "quick",
                "network.generator=compact",
                "network.critic=compact",
                "samples.rows=2",
                "samples.columns=2",
                "generatorOptimizer.decayFrom=1",
                "criticOptimizer.decayFrom=1");
    }

    private static Dataset squares() {
        ImageShape shape = new ImageShape(1, 28, 28);
        byte[] pixels = new byte[16 * 28 * 28];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 28 / 14 * 200);
        }
        return Dataset.of("squares", Images.of(shape, pixels));
    }

    private static List<Path> eventFiles(RunDirectory run) throws IOException {
        try (Stream<Path> files = Files.list(run.events())) {
            return files.filter(file -> file.getFileName().toString().startsWith(TENSOR_BOARD))
                    .toList();
        }
    }

    private static void assertComplete(RunDirectory run) throws IOException {
        assertThat(run.sample("step-00000001")).isNotEmptyFile();
        assertThat(run.sample("step-00000002")).isNotEmptyFile();
        assertThat(run.lossPlot()).isNotEmptyFile();
        assertThat(run.animation()).isNotEmptyFile();
        assertThat(Files.readString(run.report())).contains("The run is complete.");
        assertThat(eventFiles(run))
                .hasSize(1)
                .first()
                .satisfies(file -> assertThat(file).isNotEmptyFile());
    }

    @Test
    void aRunOnOwnImagesHasAllItsFilesWhenItEnds() throws IOException {
        List<String> failures = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(images(), squares(), folder.resolve("run"));
                RunFilesWriter files = new RunFilesWriter(failures::add)) {
            assertThat(run.run(files, () -> false)).isEqualTo(Outcome.FINISHED);
            assertComplete(run.directory());
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aRunOnThePlaneDrawsTheCriticsSurface() throws IOException {
        List<RunEvent> seen = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(recipe("ring"), "ring", folder.resolve("run"));
                RunFilesWriter files = new RunFilesWriter()) {
            run.run(files.andThen(seen::add), () -> false);
            assertComplete(run.directory());
        }
        assertThat(seen).hasAtLeastOneElementOfType(RunEvent.SurfaceSampled.class);
    }

    @Test
    void whatCannotBeWrittenIsReportedOnceAndTheTrainingGoesOn() throws IOException {
        Path path = folder.resolve("run");
        List<String> failures = new ArrayList<>();
        try (TrainingRun run = TrainingRun.start(images(), squares(), path);
                RunFilesWriter files = new RunFilesWriter(failures::add)) {
            Files.createDirectories(run.directory().lossPlot().resolve("in the way"));
            assertThat(run.run(files, () -> false)).isEqualTo(Outcome.FINISHED);
            assertThat(run.directory().report()).isNotEmptyFile();
        }
        assertThat(failures).singleElement().asString().startsWith("losses.png was not written: ");
    }

    @Test
    void aRunThatFailsGetsItsReportWhenTheWriterIsClosed() {
        RunDirectory directory;
        try (TrainingRun run = TrainingRun.start(images(), squares(), folder.resolve("run"));
                RunFilesWriter files = new RunFilesWriter()) {
            directory = run.directory();
            assertThat(failing(run, files)).hasMessage("the listener failed");
            assertThat(directory.report()).doesNotExist();
        }
        assertThat(directory.report()).isNotEmptyFile();
    }

    private static RuntimeException failing(TrainingRun run, RunFilesWriter files) {
        try {
            run.run(
                    files.andThen(event -> {
                        if (event instanceof RunEvent.Stepped) {
                            throw new IllegalStateException("the listener failed");
                        }
                    }),
                    () -> false);
            return new IllegalStateException("no failure");
        } catch (IllegalStateException failure) {
            return failure;
        }
    }
}
