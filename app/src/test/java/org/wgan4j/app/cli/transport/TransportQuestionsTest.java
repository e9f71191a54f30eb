package org.wgan4j.app.cli.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.app.cli.transport.TransportCalls.json;
import static org.wgan4j.app.cli.transport.TransportCalls.transport;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.app.cli.Answer;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.format.NpzFile;
import tools.jackson.databind.JsonNode;

/** Questions beyond two plain files: forbidden pairs, a part of the mass, pictures of every kind. */
class TransportQuestionsTest {
    @TempDir
    private Path folder;

    private TransportFiles files = new TransportFiles(Path.of(""));

    @BeforeEach
    void findTheFolder() {
        files = new TransportFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "simplex", "assignment"})
    void noMassGoesOverAPairOfInfiniteCost(String solver) {
        String costs = files.text("c.csv", "1,inf,9\ninf,2,1\n3,1,Infinity\n");
        JsonNode answer = json("--cost", costs, "--solver", solver);
        // 0 to 0, and then 1 to 2 and 2 to 1
        assertThat(answer.get("cost").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(answer.get("dual").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(answer.get("converged").asBoolean()).isTrue();
    }

    @Test
    void aForbiddenPairThatCannotBeAvoidedIsRefused() {
        String costs = files.text("c.csv", "1,inf\n1,inf\n");
        Answer answer = transport("--cost", costs);
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err().lines())
                .singleElement()
                .asString()
                .contains("infinite cost", "at least 0.5", "--partial");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void forbiddenPairsAndAThresholdOrAPartOfTheMassGoTogether() {
        String costs = files.text("c.csv", "1,inf\n1,inf\n");
        assertThat(json("--cost", costs, "--threshold", "5").get("cost").asDouble())
                .isCloseTo(3, within(1e-12));
        assertThat(json("--cost", costs, "--partial", "0.5").get("cost").asDouble())
                .isCloseTo(0.5, within(1e-12));
        assertThat(transport("--cost", costs, "--solver", "sinkhorn").err()).contains("infinite", "simplex");
        assertThat(transport("--cost", files.text("d.csv", "1,-inf\n1,2\n")).err())
                .contains("[0, 1]", "Infinity");
    }

    @Test
    void aCostTooSmallForADoubleIsPrintedInDigits() {
        String x = files.values("x.npy", 0, 1);
        String y = files.values("y.npy", 0.1, 1.1);
        Answer text = transport(x, y, "--p", "540");
        assertThat(text.out()).contains("distance   0.1", "E-540 (mass times", "potentials count lengths in units of");
        Answer json = transport(x, y, "--p", "540", "--json");
        assertThat(TransportCalls.JSON.readTree(json.out()).get("distance").asDouble())
                .isCloseTo(0.1, within(1e-12));
        assertThat(json.out())
                .containsPattern("\"cost\" : 1\\.0000000[0-9]*E-540")
                .containsPattern("\"dual\" : 1\\.0");
    }

    @Test
    void theBottleneckIsTheLargestCostThatCannotBeAvoided() {
        String costs = files.text("c.csv", "0,3\n3,5\n");
        assertThat(json("--cost", costs).get("cost").asDouble()).isCloseTo(2.5, within(1e-12));
        Path plan = folder.resolve("p.npz");
        JsonNode answer = json("--cost", costs, "--solver", "bottleneck", "--plan", plan.toString());
        assertThat(answer.get("cost").asDouble()).isEqualTo(3);
        assertThat(answer.get("distance").asDouble()).isEqualTo(3);
        assertThat(NpzFile.read(plan)).containsOnlyKeys("source", "target", "mass");
        String x = files.values("x.npy", 0, 10);
        String y = files.values("y.npy", 1, 12);
        Answer text = transport(x, y, "--solver", "bottleneck", "--p", "2");
        assertThat(text.out()).contains("cost       4.0 (the largest", "distance   2.0", "proof");
        assertThat(transport("--cost", files.text("d.csv", "1,inf\n1,inf\n"), "--solver", "bottleneck")
                        .err())
                .contains("infinite cost", "at least 0.5");
    }

    @Test
    void aPartOfTheMassIsTheCheapestPart() {
        String x = files.values("x.npy", 0, 10);
        String y = files.values("y.npy", 1, 100);
        JsonNode answer = json(x, y, "--partial", "0.5");
        assertThat(answer.get("cost").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(answer.get("moved").asDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(answer.get("gap").asDouble()).isCloseTo(0, within(1e-12));
        assertThat(transport(x, y, "--partial", "0.5").out()).contains("moved      0.5 of the mass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "1.5", "0.5 --solver line", "0.5 --unbalanced 1"})
    void aPartThatCannotBeMovedIsRefused(String partial) {
        String x = files.values("x.npy", 0, 10);
        Answer answer = transport((x + " " + x + " --partial " + partial).split(" "));
        assertThat(answer.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err().lines()).hasSize(1);
    }

    @Test
    void aGreyWithOpacityCountsByBoth() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                BufferedImage.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(2, 1);
        raster.setPixels(0, 0, 2, 1, new int[] {128, 255, 128, 51});
        String x = files.image("a.png", new BufferedImage(model, raster, false, null));
        String y = files.points("y.npy", new double[][] {{128, 128 * 51 / 255.0}});
        Answer answer = transport(x, y, "--grid", "--json");
        assertThat(answer.err()).contains("transparent");
        assertThat(TransportCalls.JSON.readTree(answer.out()).get("cost").asDouble())
                .isCloseTo(0, within(1e-9));
    }

    @Test
    void aRotatedPhotographIsComparedUpright() throws IOException {
        int[][] greys = new int[16][32];
        for (int row = 0; row < 8; row++) {
            Arrays.fill(greys[row], 0, 16, 200);
        }
        int[][] lying = new int[32][16];
        for (int row = 0; row < 32; row++) {
            for (int column = 0; column < 16; column++) {
                lying[row][column] = greys[column][31 - row]; // a quarter turn against the clock
            }
        }
        String upright = files.picture("upright.jpg", BufferedImage.TYPE_BYTE_GRAY, greys);
        Path stored = Path.of(files.picture("stored.jpg", BufferedImage.TYPE_BYTE_GRAY, lying));
        Path rotated = Files.write(folder.resolve("rotated.jpg"), withOrientation(Files.readAllBytes(stored), 6));
        Answer answer = transport(rotated.toString(), upright, "--normalize", "--json");
        assertThat(answer.code()).isZero();
        assertThat(TransportCalls.JSON.readTree(answer.out()).get("cost").asDouble())
                .isLessThan(0.1);
    }

    /** A JPEG file with EXIF data after its beginning. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return ByteBuffer.allocate(jpeg.length + 4 + exif.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Test
    void tiffAndWebpAreMassesToo() {
        int[][] greys = {{10, 0}, {0, 20}};
        String x = files.picture("x.tif", BufferedImage.TYPE_BYTE_GRAY, greys);
        String y = files.picture("y.png", BufferedImage.TYPE_BYTE_GRAY, greys);
        assertThat(json(x, y).get("cost").asDouble()).isZero();
    }

    @Test
    void aRowOfManyNumbersIsSaidToBeOnePoint() {
        String x = files.text("x.csv", "1,2,3\n");
        Answer answer = transport(x, x, "--json");
        assertThat(answer.err().lines()).singleElement().asString().contains("x.csv", "one point of 3 coordinates");
    }
}
