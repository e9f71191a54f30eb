package org.wgan4j.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.data.CriticSurface;
import org.wgan4j.gan.data.Points;
import org.wgan4j.report.figure.draw.Svg;
import org.wgan4j.report.figure.plot.ColorMaps;
import org.wgan4j.report.figure.plot.Heatmap;
import org.wgan4j.report.figure.plot.PlotAxis;

class PlanePicturesTest {
    private static final int SIDE = 41;
    private static final Points NONE = Points.of();

    /** Scores that grow with x, or with y. */
    private static float[] ramp(boolean alongX) {
        float[] scores = new float[SIDE * SIDE];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = alongX ? i % SIDE : i / SIDE;
        }
        return scores;
    }

    private static BufferedImage drawn(float[] scores, Points generated, Points real) {
        return PlanePictures.of("Step: 1", new CriticSurface(generated, real, 1, SIDE, scores))
                .pixels(1);
    }

    private static long count(BufferedImage picture, Color color, int fromX, int toX) {
        return IntStream.range(0, picture.getHeight())
                .mapToLong(y -> IntStream.range(fromX, toX)
                        .filter(x -> picture.getRGB(x, y) == color.getRGB())
                        .count())
                .sum();
    }

    @Test
    void lowScoresAreDarkAtTheLeftAndHighOnesBrightAtTheRightOrAbove() {
        BufferedImage along = drawn(ramp(true), NONE, NONE);
        BufferedImage up = drawn(ramp(false), NONE, NONE);
        int middle = 310;

        assertThat(along.getRGB(100, middle)).isEqualTo(ColorMaps.sequential(0).getRGB());
        assertThat(along.getRGB(545, middle)).isEqualTo(ColorMaps.sequential(1).getRGB());
        assertThat(up.getRGB(middle, 535)).isEqualTo(ColorMaps.sequential(0).getRGB());
        assertThat(up.getRGB(middle, 85)).isEqualTo(ColorMaps.sequential(1).getRGB());
    }

    @Test
    void bothKindsOfPointsAreThereAndTheLegendNamesThem() {
        Points right = Points.of(0.5f, 0, 0.5f, 0.5f);
        Points left = Points.of(-0.5f, 0);
        BufferedImage picture = drawn(ramp(true), right, left);

        assertThat(count(picture, Color.RED, 320, 560)).isPositive();
        assertThat(count(picture, Color.RED, 90, 320)).isLessThan(count(picture, Color.RED, 320, 560));
        assertThat(picture.getRGB(203, 309)).isEqualTo(Color.WHITE.getRGB());
        String svg = PlanePictures.of("Step: 1", new CriticSurface(right, left, 1, SIDE, ramp(true)))
                .svg();
        assertThat(Svg.texts(Svg.parse(svg)))
                .contains("Step: 1", "x", "y", "real point", "generated point", "critic score");
    }

    @Test
    void pointsOutsideTheSquareAreCountedInTheLegend() {
        Points three = Points.of(0, 0, 2, 0, 0, Float.NaN);
        assertThat(Svg.texts(
                        Svg.parse(PlanePictures.of("Cloud", "point", three, 1).svg())))
                .contains("point (2 of 3 outside)");
    }

    @Test
    void aFlatOrBrokenSurfaceIsDrawnToo() {
        float[] broken = new float[SIDE * SIDE];
        broken[5] = Float.NaN;
        broken[6] = Float.POSITIVE_INFINITY;
        assertThat(drawn(broken, NONE, NONE).getWidth())
                .isEqualTo(drawn(ramp(true), NONE, NONE).getWidth());
    }

    @Test
    void valuesThatFillNoRowsAreRefused() {
        PlotAxis axis = PlotAxis.over("", 0, 1);
        assertThatThrownBy(() -> new Heatmap(axis, axis, 3, new float[7], axis))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 values");
    }
}
