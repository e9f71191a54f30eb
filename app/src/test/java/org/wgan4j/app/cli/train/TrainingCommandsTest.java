package org.wgan4j.app.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.format.IdxFile;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;

/** The commands that need training, on one tiny run of noise. */
class TrainingCommandsTest {
    private static final int IMAGES = 24;

    @TempDir
    private static Path folder;

    private static Path run;
    private static Answer trained = new Answer(-1, "", "");

    @BeforeAll
    static void trainTwoSteps() throws IOException {
        folder = folder.toRealPath();
        byte[] pixels = new byte[IMAGES * 28 * 28];
        new Random(1).nextBytes(pixels);
        new IdxFile(new int[] {IMAGES, 28, 28}, pixels).write(folder.resolve("noise.idx"));
        run = folder.resolve("run");
        trained = train("--steps", "2", "--seed", "7", "--out", run.toString());
    }

    private static Answer train(String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", "quick"));
        for (String setting : List.of(
                "data.images=" + folder.resolve("noise.idx"),
                "batchSize=8",
                "objective.criticSteps=1",
                "samples.rows=2",
                "samples.columns=2",
                "samples.everySteps=1",
                "runtime.threads=1",
                "runtime.tuning=off")) {
            arguments.add("--set");
            arguments.add(setting);
        }
        arguments.addAll(Arrays.asList(more));
        return Answer.to(arguments.toArray(String[]::new));
    }

    private static List<Path> contents(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted().toList();
        }
    }

    @Test
    void trainingFillsTheRunDirectoryAndSaysWhatToOpen() throws IOException {
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.out()).contains("trained 2 generator steps", "open " + run);
        assertThat(trained.err().lines()).anyMatch(line -> line.startsWith("step 2/2, epoch 1/1, critic "));
        RunDirectory directory = RunDirectory.open(run);
        assertThat(directory.recipe().seed()).isEqualTo(7);
        assertThat(directory.recipe().steps()).isEqualTo(2);
        assertThat(directory.samples().resolve("step-00000002.png")).exists();
        assertThat(directory.provenance().data().size()).isEqualTo(IMAGES);
        assertThat(MetricsLog.read(directory.metricsFile()).steps()).hasSize(2);
        assertThat(contents(directory.events())).hasSize(2);
    }

    @Test
    void quietTrainingPrintsTheFinalLineAlone() {
        Answer answer = train(
                "--steps", "1", "--quiet", "--out", folder.resolve("quiet").toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out().lines()).hasSize(1);
    }

    @Test
    void aDryRunPrintsRecipeNetworksAndStepsAndWritesNothing() throws IOException {
        List<Path> before = contents(folder);
        Path out = folder.resolve("dry");
        Answer answer = train("--epochs", "3", "--dry-run", "--out", out.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("epochs: 3", "Generator", "Critic", "parameters", "9 generator steps");
        assertThat(out).doesNotExist();
        assertThat(contents(folder)).containsAll(before);
    }

    @Test
    void aRunGoesOnToALaterEnd() {
        Path longer = folder.resolve("longer");
        assertThat(train("--steps", "1", "--out", longer.toString()).code()).isZero();
        Answer answer = Answer.to("resume", longer.toString(), "--steps", "3");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("trained 3 generator steps");
        assertThat(answer.err()).contains("from step 1");
        assertThat(MetricsLog.read(RunDirectory.open(longer).metricsFile()).steps())
                .extracting(record -> record.step())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRunThatDivergesFailsInOneSentenceWithExitCodeOne() {
        Path diverged = folder.resolve("diverged");
        List<String> more = new ArrayList<>(List.of("--steps", "250", "--quiet", "--out", diverged.toString()));
        for (String setting : List.of(
                "objective.penalty=1000000",
                "checkpoints.everySteps=50",
                "samples.everySteps=0",
                "generatorOptimizer.learningRate=10",
                "criticOptimizer.learningRate=10")) {
            more.addAll(List.of("--set", setting));
        }
        Answer answer = train(more.toArray(String[]::new));
        assertThat(answer.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1);
        assertThat(answer.err()).startsWith("wgan4j: ").contains("step");
    }

    @Test
    void samplesAreAPageArraysOrAFolderOfTheSameImages() throws IOException {
        Path page = folder.resolve("grid.png");
        Path arrays = folder.resolve("samples.npz");
        Path each = folder.resolve("each");
        for (String out : List.of(page.toString(), arrays.toString(), each + "/")) {
            Answer answer = Answer.to("sample", run.toString(), "-n", "5", "--seed", "3", "--out", out);
            assertThat(answer.code()).as(answer.err()).isZero();
            assertThat(answer.out()).contains("wrote ", "5 images of seed 3", "step 2");
        }
        assertThat(ImageIO.read(page.toFile()).getWidth()).isGreaterThan(3 * 28);
        Map<String, NpyArray> read = NpzFile.read(arrays);
        assertThat(read.get("images"))
                .isInstanceOfSatisfying(
                        NpyArray.UInt8.class,
                        images -> assertThat(images.shape()).containsExactly(5, 28, 28));
        assertThat(read.get("latents"))
                .isInstanceOfSatisfying(
                        NpyArray.Float32.class,
                        latents -> assertThat(latents.shape()).containsExactly(5, 32));
        assertThat(each).isDirectoryContaining("glob:**/0005.png");
        BufferedImage first = ImageIO.read(each.resolve("0001.png").toFile());
        assertThat(read.get("images")).isInstanceOfSatisfying(NpyArray.UInt8.class, images -> {
            for (int i = 0; i < 28 * 28; i++) {
                assertThat(first.getRaster().getSample(i % 28, i / 28, 0)).isEqualTo(images.values()[i] & 0xff);
            }
        });
    }

    @Test
    void theSameSeedGivesTheSameSamplesAndAnotherOneOthers() throws IOException {
        for (String seed : List.of("1", "1", "2")) {
            Path out = folder.resolve("seed.npz");
            Files.deleteIfExists(folder.resolve("before.npz"));
            if (Files.exists(out)) {
                Files.move(out, folder.resolve("before.npz"));
            }
            Answer.to("sample", run.toString(), "-n", "2", "--seed", seed, "--out", out.toString());
            if (Files.exists(folder.resolve("before.npz"))) {
                assertThat(NpzFile.read(out).equals(NpzFile.read(folder.resolve("before.npz"))))
                        .isEqualTo(seed.equals("1"));
            }
        }
    }

    @Test
    void aWalkIsAnAnimationOrAStrip() throws IOException {
        Path gif = folder.resolve("walk.gif");
        Path strip = folder.resolve("strip.png");
        assertThat(Answer.to("interpolate", run.toString(), "--out", gif.toString(), "--frames", "6")
                        .code())
                .isZero();
        assertThat(Answer.to("interpolate", run.toString(), "--out", strip.toString(), "--stops", "2", "--frames", "4")
                        .code())
                .isZero();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(6);
        }
        BufferedImage row = ImageIO.read(strip.toFile());
        assertThat(row.getWidth()).isGreaterThan(3 * row.getHeight() / 2);
    }

    @Test
    void whatARunCannotDoIsOneSentenceAndExitCodeTwo() {
        String there = run.toString();
        for (String[] arguments : new String[][] {
            {"train", "quick", "--out", there},
            {"resume", there, "--set", "batchSize=4"},
            {"resume", folder.toString()},
            {"sample", folder.resolve("nowhere").toString()},
            {"interpolate", folder.toString(), "--out", "a.gif"}
        }) {
            Answer answer = Answer.to(arguments);
            assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(answer.err().lines()).hasSize(1);
        }
        assertThat(Answer.to("resume", there, "--set", "batchSize=4").err()).contains("batchSize");
    }
}
