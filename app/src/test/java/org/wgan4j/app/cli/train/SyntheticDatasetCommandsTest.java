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
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.format.CsvFile;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.format.NumberTable;
import org.wgan4j.gan.run.RunDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on a synthetic data set, on one tiny run of the ring. */
class SyntheticDatasetCommandsTest {
    @TempDir
    private static Path folder;

    private static Path run;
    private static Answer trained = new Answer(-1, "", "");

    @BeforeAll
    static void trainFourSteps() throws IOException {
        folder = folder.toRealPath();
        run = folder.resolve("run");
        trained = Answer.to(tiny("train", "ring", "--steps", "4", "--out", run.toString()));
    }

    private static String[] tiny(String... command) {
        List<String> arguments = new ArrayList<>(Arrays.asList(command));
        for (String setting :
                List.of("batchSize=16", "network.hiddenUnits=16", "samples.everySteps=2", "quality.everySteps=4")) {
            arguments.add("--set");
            arguments.add(setting);
        }
        return arguments.toArray(String[]::new);
    }

    @Test
    void trainingDrawsThePlaneAndCountsModes() throws IOException {
        assertThat(trained.code()).as(trained.err()).isZero();
        RunDirectory directory = RunDirectory.open(run);
        BufferedImage picture =
                ImageIO.read(directory.samples().resolve("step-00000004.png").toFile());
        assertThat(picture.getColorModel().getNumColorComponents()).isEqualTo(3);
        assertThat(directory.animation()).isNotEmptyFile();
        assertThat(directory.report()).content().contains("ring");
        assertThat(Files.readString(directory.metricsFile()))
                .contains("\"kind\":\"modes\"", "modes_found", "high_quality_share", "w1_floor");
        assertThat(directory.events()).isNotEmptyDirectory();
    }

    @Test
    void samplesAreATableArraysOrAPicture() {
        Path csv = folder.resolve("points.csv");
        Path npz = folder.resolve("points.npz");
        Path png = folder.resolve("points.png");
        for (Path file : List.of(csv, npz, png)) {
            Answer answer = Answer.to("sample", run.toString(), "-n", "300", "--seed", "3", "--out", file.toString());
            assertThat(answer.code()).as(answer.err()).isZero();
            assertThat(answer.out()).contains("300 points of seed 3 from generator step 4");
        }
        NumberTable table = CsvFile.read(csv);
        Map<String, NpyArray> arrays = NpzFile.read(npz);
        NpyArray.Float32 points = (NpyArray.Float32) Objects.requireNonNull(arrays.get("points"));
        assertThat(points.shape()).containsExactly(300, 2);
        for (int i = 0; i < 300; i++) {
            assertThat((float) table.at(i, 0)).isEqualTo(points.values()[2 * i]);
            assertThat((float) table.at(i, 1)).isEqualTo(points.values()[2 * i + 1]);
        }
        assertThat(png).isNotEmptyFile();
    }

    @Test
    void whatNeedsImagesIsRefusedInASentence() {
        assertRefused(
                Answer.to("sample", run.toString(), "--out", folder.resolve("many/") + "/"),
                ".csv",
                "points of the plane");
        assertRefused(
                Answer.to(
                        "interpolate",
                        run.toString(),
                        "--out",
                        folder.resolve("walk.gif").toString()),
                "points of the plane",
                "wgan4j sample");
        assertRefused(
                Answer.to("train", "ring", "--set", "network.critic=tutorial", "--dry-run"),
                "tutorial",
                "network.critic to mlp");
        assertRefused(
                Answer.to("train", "quick", "--set", "data.name=grid", "--dry-run"),
                "compact",
                "network.generator to mlp");
    }

    private static void assertRefused(Answer answer, String... words) {
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err()).contains(words).doesNotContain("Exception");
    }

    @Test
    void aRunGoesOnWhereItStood() {
        Path longer = folder.resolve("longer");
        assertThat(Answer.to(tiny("train", "ring", "--steps", "2", "--out", longer.toString()))
                        .code())
                .isZero();
        Answer answer = Answer.to("resume", longer.toString(), "--steps", "4");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(longer.resolve("samples/step-00000004.png")).isNotEmptyFile();
    }

    @Test
    void aSyntheticDatasetIsListedDescribedAndDrawn() throws IOException {
        assertThat(Answer.to("data").out()).contains("ring ", "grid ", "swiss-roll ");
        Path png = folder.resolve("roll.png");
        Answer roll = Answer.to("data", "swiss-roll", "--out", png.toString());
        assertThat(roll.code()).as(roll.err()).isZero();
        assertThat(roll.out()).contains("100000 points of the plane", "coordinates and labels", "no labels");
        assertThat(png).isNotEmptyFile();
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(Answer.to("data", "grid", "--json").out());
        assertThat(json.get("points").asInt()).isEqualTo(100_000);
        assertThat(json.get("classes").size()).isEqualTo(25);
    }

    @Test
    void theToyRecipeIsTimedAndTried() {
        Answer timed = Answer.to(tiny("bench", "train", "--recipe", "ring", "--seconds", "1"));
        assertThat(timed.code()).as(timed.err()).isZero();
        Answer dry = Answer.to("train", "ring", "--dry-run");
        assertThat(dry.code()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("2 x 1 x 1", "100000 points of ring");
    }
}
