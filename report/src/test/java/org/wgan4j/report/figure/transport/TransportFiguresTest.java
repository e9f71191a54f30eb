package org.wgan4j.report.figure.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.Svg;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.transport.Histogram;

class TransportFiguresTest {
    private static final TransportFigures EXAMPLE = new TransportFigures(HistogramTransports.example());

    /** For each column of a picture where a colour stands, how often it does. */
    private static Map<Integer, Integer> columns(BufferedImage picture, Color color) {
        Map<Integer, Integer> columns = new TreeMap<>();
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 70; y < picture.getHeight(); y++) {
                if (picture.getRGB(x, y) == color.getRGB()) {
                    columns.merge(x, 1, Integer::sum);
                }
            }
        }
        return columns;
    }

    private static int tallest(Map<Integer, Integer> columns) {
        return columns.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    @Test
    void theTallestBarsStandAtTheLargestMasses() {
        BufferedImage picture = EXAMPLE.histograms().pixels(1);
        double bin = (868 - 70) / 10.0;
        assertThat((tallest(columns(picture, SeriesColor.BLUE.color())) - 70) / bin)
                .isBetween(4.0, 5.0);
        assertThat((tallest(columns(picture, SeriesColor.VERMILION.color())) - 70) / bin)
                .isBetween(3.0, 4.0);
    }

    @Test
    void thePlanNamesItsMassesAndBothSides() {
        List<String> texts = Svg.texts(Svg.parse(EXAMPLE.plan().svg()));
        assertThat(texts).contains("source bin, and its mass", "target bin, and its mass", "mass moved", "0.17");
        assertThat(texts.stream().filter("9"::equals)).hasSize(2);
    }

    @Test
    void theDarkestCellOfThePlanIsItsLargestMass() {
        BufferedImage picture = EXAMPLE.plan().pixels(1);
        Map<Integer, Integer> columns = columns(picture, new Color(0x00304F));
        // From bin 4 to bin 3, the fourth of ten columns of 61.
        assertThat(columns.keySet()).anyMatch(x -> x > 354 && x < 412);
    }

    @Test
    void thePricesAreShownWithWhatTheyMean() {
        VectorDrawing drawing = EXAMPLE.potentials();
        assertThat(Svg.texts(Svg.parse(drawing.svg())))
                .contains(
                        "f(i), the price of a unit in source bin i",
                        "The optimal potentials: f(i) + g(j) is never above |i − j|");
        assertThat(columns(drawing.pixels(1), SeriesColor.BLUE.color())).hasSizeGreaterThan(500);
    }

    @Test
    void everyPileIsMadeOfItsMass() {
        HistogramTransport move = HistogramTransports.example();
        double[] piles = new double[10];
        for (MovedMass block : MovedMass.of(move.plan())) {
            assertThat(block.reaches()).isCloseTo(piles[block.target()], within(1e-12));
            piles[block.target()] += block.mass();
        }
        assertThat(piles).containsExactly(move.target().masses(), within(1e-12));
    }

    @Test
    void aPieceLeavesItsPileAndReachesTheOther() {
        MovedMass block = new MovedMass(2, 6, 0.1, 0.3, 0.5);
        assertThat(block.position(0)).isEqualTo(2);
        assertThat(block.position(1)).isEqualTo(6);
        assertThat(block.position(0.25)).isEqualTo(3);
        assertThat(block.bottom(0)).isEqualTo(0.3);
        assertThat(block.bottom(1)).isEqualTo(0.5);
    }

    @Test
    void theEarthOfABinKeepsItsColourOnItsWay() {
        Color color = StackedMasses.color(4, 10);
        int before = columns(EXAMPLE.displaced(0).pixels(1), color).size();
        int after = columns(EXAMPLE.displaced(1).pixels(1), color).size();
        // Bin 4 goes to bins 3 and 4: one bar becomes parts of two.
        assertThat(after).isBetween(before * 3 / 2, before * 5 / 2);
    }

    @Test
    void allFilesAreWrittenAndTheAnimationHasItsFrames(@TempDir Path folder) throws IOException {
        List<Path> files = new TransportFigures(HistogramTransports.between(Histogram.of(1, 0, 2), Histogram.of(0, 3)))
                .write(folder);
        assertThat(files).hasSize(9).allMatch(Files::exists);
        for (Path file : files) {
            if (file.toString().endsWith(".svg")) {
                assertThat(Svg.texts(Svg.parse(Files.readString(file)))).isNotEmpty();
            }
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in =
                ImageIO.createImageInputStream(folder.resolve("move.gif").toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(63);
            assertThat(reader.getWidth(0)).isEqualTo(900);
        } finally {
            reader.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 60, 400})
    void anyNumberOfBinsCanBeDrawn(int bins) {
        double[] rising = IntStream.rangeClosed(1, bins).asDoubleStream().toArray();
        TransportFigures pictures =
                new TransportFigures(HistogramTransports.between(Histogram.of(rising), Histogram.of(2, 1, 0)));
        for (VectorDrawing drawing :
                List.of(pictures.histograms(), pictures.plan(), pictures.potentials(), pictures.movedMass())) {
            assertThat(drawing.pixels(1).getHeight()).isBetween(250, 1000);
            assertThat(Svg.parse(drawing.svg()).getDocumentElement().getTagName())
                    .isEqualTo("svg");
        }
    }

    @Test
    void theDistanceIsNamedByItsPower() {
        assertThat(HistogramTransport.symbol(1)).isEqualTo("W₁");
        assertThat(HistogramTransport.symbol(2)).isEqualTo("W₂");
        assertThat(HistogramTransport.symbol(1.5)).isEqualTo("W (p = 1.5)");
    }

    @Test
    void amountsAreRoundedNotCut() {
        assertThat(MassText.text(351.0 / 497)).isEqualTo("0.7062");
        assertThat(MassText.text(0)).isEqualTo("0");
        assertThat(MassText.brief(3)).isEqualTo("3");
        assertThat(MassText.brief(0.0796)).isEqualTo("0.08");
    }

    @Test
    void imagesAndPlansOfOtherSizesAreRefused() {
        HistogramTransport move = HistogramTransports.example();
        Histogram image = Histogram.image(new double[][] {{1, 2}, {3, 4}});
        assertThatThrownBy(() -> new HistogramTransport(image, move.target(), move.plan(), move.potentials(), 1, 0))
                .hasMessageContaining("on a line");
        assertThatThrownBy(() ->
                        new HistogramTransport(Histogram.of(1), move.target(), move.plan(), move.potentials(), 1, 0))
                .hasMessageContaining("must agree");
    }
}
