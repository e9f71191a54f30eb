package org.wgan4j.app.cli.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.app.cli.transport.TransportCalls.JSON;
import static org.wgan4j.app.cli.transport.TransportCalls.json;
import static org.wgan4j.app.cli.transport.TransportCalls.transport;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.format.NpyArray;
import tools.jackson.databind.JsonNode;

class TransportInputTest {

    @TempDir
    private Path folder;

    private TransportFiles files = new TransportFiles(Path.of(""));

    @BeforeEach
    void findTheFolder() {
        files = new TransportFiles(folder);
    }

    @Test
    void arraysOfAnyTypeAndTextHoldTheSameSamples() {
        String y = files.values("y.npy", 3, 4, 5);
        List<String> same = List.of(
                files.values("f8.npy", 1, 2, 3),
                files.points("column.npy", new double[][] {{1}, {2}, {3}}),
                files.array("f4.npy", new NpyArray.Float32(new int[] {3}, new float[] {1, 2, 3})),
                files.array("f4c.npy", new NpyArray.Float32(new int[] {3, 1}, new float[] {1, 2, 3})),
                files.array("i8.npy", new NpyArray.Int64(new int[] {3}, new long[] {1, 2, 3})),
                files.array("u1.npy", new NpyArray.UInt8(new int[] {3, 1}, new byte[] {1, 2, 3})),
                files.text("a.csv", "1\n2\n3\n"),
                files.text("a.TXT", "1\n2\n3"),
                files.text("a.tsv", "# x\n1.0\r\n2.0\r\n3e0\r\n"));
        for (String x : same) {
            JsonNode answer = json(x, y);
            assertThat(answer.get("cost").asDouble()).as(x).isCloseTo(2, within(1e-12));
            assertThat(answer.get("source").asString()).isEqualTo("samples: 3 points of 1 coordinate, equal masses");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "png, 10", // grey
        "png, 11", // grey of 16 bits
        "png, 1", // red, green, blue
        "png, 2", // and opacity
        "bmp, 1", "gif, 10"
    })
    void aPictureIsItsGreysOnItsPixels(String format, int type) {
        int[][] greys = new int[5][3];
        greys[0][1] = 200;
        greys[4][0] = 100;
        String x = files.picture("x." + format, type, greys);
        String y = files.points("y.npy", new double[][] {{0, 0, 200}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {100, 0, 0}});
        JsonNode answer = json(x, y, "--grid");
        assertThat(answer.get("cost").asDouble()).isCloseTo(200, within(1e-9));
        assertThat(answer.get("source").asString())
                .isEqualTo("histogram: 5 x 3 cells on a grid, given masses that sum to 300");
    }

    @Test
    void aJpegIsReadAsAPictureToo() {
        int[][] greys = new int[16][16];
        Arrays.stream(greys).forEach(row -> Arrays.fill(row, 128));
        String x = files.picture("x.jpg", BufferedImage.TYPE_BYTE_GRAY, greys);
        assertThat(json(x, x).get("cost").asDouble()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"l1, 3", "euclidean, 2.23606797749979", "sqeuclidean, 5"})
    void onAGridMassMovesByRowsAndColumns(String cost, double expected) {
        String x = files.points("x.npy", new double[][] {{1, 0, 0}, {0, 0, 0}});
        String y = files.points("y.npy", new double[][] {{0, 0, 0}, {0, 0, 1}});
        for (String solver : List.of("auto", "grid", "simplex")) {
            assertThat(json(x, y, "--grid", "--cost", cost, "--solver", solver)
                            .get("cost")
                            .asDouble())
                    .isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void colourCountsByItsLumaAndIsMentioned() {
        BufferedImage red = new BufferedImage(1, 2, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, Color.RED.getRGB());
        String x = files.image("red.png", red);
        String y = files.points("y.npy", new double[][] {{0}, {255 * 0.2126}});
        Answer answer = transport(x, y, "--grid", "--json");
        assertThat(answer.code()).isZero();
        assertThat(answer.err().lines()).singleElement().asString().contains("red.png", "in colour", "luma");
        assertThat(JSON.readTree(answer.out()).get("cost").asDouble()).isCloseTo(255 * 0.2126, within(1e-9));
    }

    @Test
    void aTransparentPixelCountsByItsOpacity() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, new Color(255, 255, 255, 51).getRGB());
        image.setRGB(1, 0, new Color(255, 255, 255, 0).getRGB());
        String x = files.image("clear.png", image);
        Answer answer = transport(x, files.points("y.npy", new double[][] {{0, 51}}), "--grid", "--json");
        assertThat(answer.err()).contains("transparent");
        assertThat(JSON.readTree(answer.out()).get("cost").asDouble()).isCloseTo(51, within(1e-9));
    }

    @Test
    void weightsMayStandInARowOrAColumn() {
        String x = files.values("x.npy", 0, 10);
        String y = files.values("y.npy", 0);
        for (String weights : List.of(
                files.values("w.npy", 0.25, 0.75),
                files.text("w.csv", "0.25\n0.75\n"),
                files.text("row.csv", "0.25,0.75"))) {
            JsonNode answer = json(x, y, "--weights", weights, files.values("one.npy", 1));
            assertThat(answer.get("cost").asDouble()).isCloseTo(7.5, within(1e-12));
            assertThat(answer.get("source").asString()).contains("given masses");
        }
    }

    @Test
    void whatWasTakenForAHeaderIsSaidAndAMissingCellRefused() {
        String plain = files.text("plain.csv", "0.5,1.25\n1.5,2.0\n3.0,0.0\n");
        Answer missing = transport(files.text("na.csv", "NA,NA\n0.5,1.25\n1.5,2.0\n3.0,0.0\n"), plain);
        assertThat(missing.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(missing.err()).contains("na.csv", "line 1, column 1");
        Answer named = transport(files.text("named.csv", "a,b\n0.5,1.25\n1.5,2.0\n3.0,0.0\n"), plain, "--json");
        assertThat(named.code()).isZero();
        assertThat(named.err().lines())
                .singleElement()
                .asString()
                .contains("named.csv", "a, b", "names of the columns");
        Answer counted = transport(files.text("counted.csv", "0,1\n0.5,1.25\n1.5,2.0\n"), plain, "--json");
        assertThat(counted.err().lines()).singleElement().asString().contains("counted.csv", "0 to 1", "header");
    }

    @Test
    void normalizingMakesTheSumsOne() {
        String x = files.values("x.npy", 1, 3);
        String y = files.values("y.npy", 10, 10);
        assertThat(json(x, y, "--histogram", "--normalize").get("cost").asDouble())
                .isCloseTo(0.25, within(1e-12));
    }

    @Test
    void imagesOfManyPixelsAreSamplesOfAsManyCoordinates() {
        String x = files.array("x.npy", new NpyArray.UInt8(new int[] {2, 2, 2}, new byte[] {0, 0, 0, 0, 9, 9, 9, 9}));
        Answer answer = transport(x, x, "--json");
        assertThat(JSON.readTree(answer.out()).get("source").asString())
                .isEqualTo("samples: 2 points of 4 coordinates, equal masses");
        assertThat(answer.err().lines()).singleElement().asString().contains("x.npy", "[2, 2, 2]", "4 coordinates");
    }
}
