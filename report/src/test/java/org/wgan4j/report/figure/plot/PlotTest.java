package org.wgan4j.report.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.Svg;
import org.wgan4j.report.figure.draw.VectorDrawing;

class PlotTest {
    private static final Color BLUE = SeriesColor.BLUE.color();

    private static VectorDrawing page(Mark... marks) {
        Plot plot = new Plot("Panel", PlotAxis.bins("bin", 3), PlotAxis.over("mass", 0, 4), List.of(marks));
        return PanelLayout.titled("Title", 600).row(300, plot).drawing();
    }

    private static long count(BufferedImage picture, Color color) {
        long count = 0;
        for (int rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            count += rgb == color.getRGB() ? 1 : 0;
        }
        return count;
    }

    /** How many rows of a column of the picture have a colour. */
    private static int heightAt(BufferedImage picture, double share, Color color) {
        int x = (int) (64 + share * (568 - 64));
        int height = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            height += picture.getRGB(x, y) == color.getRGB() ? 1 : 0;
        }
        return height;
    }

    @Test
    void barsAreAsHighAsTheirMasses() {
        BufferedImage picture =
                page(new Bars("", BLUE, new double[] {1, 4, 2}, -0.5, 0.5)).pixels(1);
        int first = heightAt(picture, 1 / 6.0, BLUE);
        int second = heightAt(picture, 3 / 6.0, BLUE);
        int third = heightAt(picture, 5 / 6.0, BLUE);
        assertThat(first).isGreaterThan(20);
        assertThat(second).isBetween(4 * first - 6, 4 * first + 6);
        assertThat(third).isBetween(2 * first - 4, 2 * first + 4);
    }

    @Test
    void titlesTicksAndLegendAreThere() {
        VectorDrawing page = page(new Bars("what it is", BLUE, new double[] {1, 4, 2}, -0.5, 0.5));
        assertThat(Svg.texts(Svg.parse(page.svg())))
                .contains("Title", "Panel", "bin", "mass", "0", "1", "2", "3", "4", "what it is");
    }

    @Test
    void aLongLegendRunsOverSeveralLines() {
        Bars[] many = new Bars[8];
        for (int k = 0; k < many.length; k++) {
            many[k] = new Bars("a rather long explanation " + k, BLUE, new double[] {1}, -0.5, 0.5);
        }
        String svg = page(many).svg();
        List<String> places = Svg.attributes(Svg.parse(svg), "text", "y");
        assertThat(places.stream().distinct().count()).isGreaterThan(4);
        assertThat(Svg.attributes(Svg.parse(svg), "text", "x"))
                .allMatch(x -> x.isEmpty() || Double.parseDouble(x) < 600);
    }

    @Test
    void lineGapsAreGaps() {
        double[] x = {0, 1, 2};
        long whole = count(
                page(Line.of("", BLUE, LineStyle.SOLID, x, new double[] {1, 1, 1}))
                        .pixels(1),
                BLUE);
        long half = count(
                page(Line.of("", BLUE, LineStyle.SOLID, x, new double[] {1, 1, Double.NaN}))
                        .pixels(1),
                BLUE);
        assertThat(half).isBetween(whole / 3, whole * 2 / 3);
    }

    @Test
    void aLineBeyondTheAxisStaysInsideTheBox() {
        BufferedImage picture = page(Line.of("", BLUE, LineStyle.SOLID, new double[] {0, 2}, new double[] {1, 900}))
                .pixels(1);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < 70; y++) {
                assertThat(picture.getRGB(x, y)).isNotEqualTo(BLUE.getRGB());
            }
        }
    }

    @Test
    void anAreaIsPaleUnderItsCurve() {
        BufferedImage picture = page(new Area("", BLUE, new double[] {0, 2}, new double[] {3, 3}))
                .pixels(1);
        assertThat(count(picture, BLUE)).isGreaterThan(100);
        assertThat(new Color(picture.getRGB(316, 200)))
                .isNotEqualTo(Color.WHITE)
                .isNotEqualTo(BLUE);
    }

    @Test
    void rowsShareTheWidthAndAddUpTheirHeights() {
        Panel red = (pen, area) -> pen.fill(area, Color.RED);
        Panel green = (pen, area) -> pen.fill(area, Color.GREEN);
        BufferedImage page = PanelLayout.titled("", 400)
                .row(100, red, green)
                .row(50, green)
                .drawing()
                .pixels(1);
        assertThat(page.getWidth()).isEqualTo(400);
        assertThat(page.getHeight()).isBetween(200, 250);
        assertThat(count(page, Color.RED)).isBetween(100L * 160, 100L * 180);
        assertThat(count(page, Color.GREEN)).isGreaterThan(count(page, Color.RED) + 50L * 350);
    }

    @Test
    void aLineWithMoreXThanYIsRefused() {
        assertThatThrownBy(() -> Line.of("", BLUE, LineStyle.SOLID, new double[2], new double[1]))
                .hasMessageContaining("2 and 1");
    }

    @Test
    void textIsAsWideAsItsFont() {
        assertThat(Pen.width("wide", Pen.font(20))).isGreaterThan(Pen.width("wide", Pen.font(10)) * 1.8);
    }
}
