package org.wgan4j.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wgan4j.report.figure.draw.PngFile;

class LossChartTest {
    private static final int BLUE = 0xff0072B2;

    private static BufferedImage drawn(double... y) {
        double[] x = IntStream.rangeClosed(1, y.length).asDoubleStream().toArray();
        LossCurve curve = LossCurve.of("critic on real, E f(x)", SeriesColor.BLUE, x, y);
        return new LossChart("Title", "generator step", "loss", "Nothing yet.", List.of(curve)).draw(640, 320);
    }

    private static long pixels(BufferedImage picture, int argb) {
        int[] all = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(all).filter(pixel -> pixel == argb).count();
    }

    @Test
    void aChartHasItsSizeAndItsCurvesInTheirColour() {
        BufferedImage chart = drawn(3, 1, 2, 5, 4);
        assertThat(chart.getWidth()).isEqualTo(640);
        assertThat(chart.getHeight()).isEqualTo(320);
        assertThat(pixels(chart, BLUE)).isGreaterThan(200);
    }

    @Test
    void aSinglePointIsDrawn() {
        assertThat(pixels(drawn(2.5), BLUE)).isGreaterThan(10);
    }

    @Test
    void equalPointsAreDrawn() {
        assertThat(pixels(drawn(0, 0, 0), BLUE)).isGreaterThan(100);
    }

    @Test
    void gapsInfinitiesAndHugeValuesDoNotSpoilTheRest() {
        assertThat(pixels(drawn(1, Double.NaN, 2, Double.POSITIVE_INFINITY, 3, 2), BLUE))
                .isGreaterThan(50);
        assertThat(pixels(drawn(-1e150, 1e150, Double.NEGATIVE_INFINITY), BLUE)).isGreaterThan(50);
        assertThat(pixels(drawn(1, -Double.MAX_VALUE, Double.MAX_VALUE, 2), BLUE))
                .isPositive();
        assertThat(pixels(drawn(Double.MIN_VALUE, 0), BLUE)).isPositive();
    }

    @Test
    void noPointAtAllIsSaidInWords() {
        BufferedImage nothing = drawn();
        assertThat(pixels(nothing, BLUE)).isZero();
        assertThat(pixels(nothing, 0xff222222)).isGreaterThan(20);
        assertThat(PngFile.bytes(drawn(Double.NaN, Double.NaN))).isEqualTo(PngFile.bytes(nothing));
    }

    @Test
    void aLongNoisyCurveIsDrawnPaleAndItsMeanBold() {
        double[] noisy = new java.util.Random(1).doubles(20_000, -1, 1).toArray();
        BufferedImage chart = drawn(noisy);
        assertThat(pixels(chart, BLUE)).isGreaterThan(300);
        assertThat(pixels(chart, 0xff000000 | SeriesColor.BLUE.paled().getRGB()))
                .isGreaterThan(10_000);
    }

    @Test
    void theSameCurvesGiveTheSameBytes() {
        assertThat(PngFile.bytes(drawn(3, 1, 2))).isEqualTo(PngFile.bytes(drawn(3, 1, 2)));
    }

    @Test
    void aChartTooSmallToReadIsRefused() {
        LossChart chart = new LossChart("t", "x", "y", "none", List.of());
        assertThatThrownBy(() -> chart.draw(100, 100)).hasMessageContaining("100x100");
    }

    @Test
    void panelsStandOneUnderTheOtherAtTheirFullSize() {
        BufferedImage page = StackedImages.stacked(List.of(drawn(1, 2), drawn(2, 1)));
        assertThat(page.getHeight()).isEqualTo(640);
        assertThat(PngFile.bytes(page.getSubimage(0, 0, 640, 320))).isEqualTo(PngFile.bytes(drawn(1, 2)));
        assertThat(PngFile.bytes(page.getSubimage(0, 320, 640, 320))).isEqualTo(PngFile.bytes(drawn(2, 1)));
    }
}
