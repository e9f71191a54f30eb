package org.wgan4j.app.cli.barycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.transport.TransportCalls;
import org.wgan4j.app.cli.transport.TransportFiles;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import tools.jackson.databind.JsonNode;

class BarycenterCommandTest {
    @TempDir
    private Path folder;

    private TransportFiles files = new TransportFiles(Path.of(""));

    @BeforeEach
    void findTheFolder() {
        files = new TransportFiles(folder);
    }

    private static JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of("barycenter", "--json"));
        all.addAll(Arrays.asList(arguments));
        Answer answer = Answer.to(all.toArray(String[]::new));
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        return TransportCalls.JSON.readTree(answer.out());
    }

    @Test
    void onTheLineItIsTheMeanOfTheQuantiles() {
        String x = files.values("x.npy", 3, 1);
        String y = files.values("y.npy", 11, 17);
        JsonNode answer = json(x, y);
        assertThat(answer.get("points").get(0).get(0).asDouble()).isCloseTo(6, within(1e-12));
        assertThat(answer.get("points").get(1).get(0).asDouble()).isCloseTo(10, within(1e-12));
        assertThat(answer.get("masses").get(0).asDouble()).isCloseTo(0.5, within(1e-12));
        // Half of (10^2 + 14^2) / 2, a quarter of it from each side, twice.
        assertThat(answer.get("objective").asDouble()).isCloseTo((100 + 196) / 8.0, within(1e-9));
        assertThat(answer.get("dual").asDouble())
                .isCloseTo(answer.get("objective").asDouble(), within(1e-9));
        assertThat(json(x, y, "--shares", "3,1").get("points").get(0).get(0).asDouble())
                .isCloseTo(0.75 * 1 + 0.25 * 11, within(1e-12));
    }

    @Test
    void massesOnALineAreTakenAsShares() {
        JsonNode answer = json(files.text("x.csv", "4,0,0"), files.text("y.csv", "0;0;2"), "--histogram");
        assertThat(answer.get("n").asInt()).isEqualTo(1);
        assertThat(answer.get("points").get(0).get(0).asDouble()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aSpotBetweenTwoSpotsIsDrawn() throws IOException {
        int[][] left = new int[9][9];
        int[][] right = new int[9][9];
        left[2][1] = 200;
        right[6][7] = 100;
        String x = files.picture("x.png", BufferedImage.TYPE_BYTE_GRAY, left);
        String y = files.picture("y.png", BufferedImage.TYPE_BYTE_GRAY, right);
        Path out = folder.resolve("between.png");
        JsonNode answer = json(x, y, "--out", out.toString());
        assertThat(answer.get("shape").toString()).isEqualTo("[9,9]");
        assertThat(answer.get("masses").get(4 * 9 + 4).asDouble()).isCloseTo(1, within(1e-3));
        BufferedImage picture = ImageIO.read(out.toFile());
        assertThat(picture.getRaster().getSample(4, 4, 0)).isEqualTo(255);
        Path arrays = folder.resolve("between.npz");
        json(x, y, "--out", arrays.toString());
        assertThat(NpzFile.read(arrays).get("masses"))
                .isInstanceOfSatisfying(
                        NpyArray.Float64.class,
                        masses -> assertThat(masses.shape()).containsExactly(9, 9));
    }

    @Test
    void theAnswerIsPrintedAndWrittenAsATable() throws IOException {
        String x = files.values("x.npy", 3, 1);
        Path out = folder.resolve("a.csv");
        Answer answer = Answer.to("barycenter", x, x, "--out", out.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("objective  0.0", "quantiles on the line", "wrote " + out);
        assertThat(Files.readString(out)).isEqualTo("x,mass\n1.0,0.5\n3.0,0.5\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x.npy | two files or more",
                "x.npy plane.npy | plane.npy",
                "plane.npy plane.npy | grid",
                "x.npy x.npy --shares 1 | --shares",
                "x.npy x.npy --shares 0,0 | --shares",
                "x.npy x.npy --shares -1,2 | --shares",
                "x.npy x.npy --regularization 1 | --regularization",
                "x.npy x.npy --out a.doc | .npz",
                "x.npy no.npy | check the path",
                "x.npy x.npy --histogram --grid | one of the two",
                "plane.npy wide.npy --grid | same grid"
            })
    void wrongInputIsAnsweredInOneSentence(String arguments, String words) {
        files.values("x.npy", 3, 1);
        files.points("plane.npy", new double[][] {{1, 2}, {3, 4}});
        files.points("wide.npy", new double[][] {{1, 2, 3}, {3, 4, 5}});
        String[] placed = Arrays.stream(("barycenter " + arguments).split(" "))
                .map(argument -> argument.endsWith(".npy") ? folder + "/" + argument : argument)
                .toArray(String[]::new);
        Answer answer = Answer.to(placed);
        assertThat(answer.err().lines())
                .singleElement()
                .asString()
                .startsWith("wgan4j: ")
                .contains(words);
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
    }
}
