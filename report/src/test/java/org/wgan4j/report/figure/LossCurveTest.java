package org.wgan4j.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossCurveTest {

    private static double[] count(int size) {
        return IntStream.rangeClosed(1, size).asDoubleStream().toArray();
    }

    private static double[] values(LossCurve curve) {
        return IntStream.range(0, curve.size()).mapToDouble(curve::y).toArray();
    }

    @Test
    void thinningKeepsEveryBucketsExtremesAndTheEnds() {
        double[] noise = new Random(5).doubles(10_007, -1, 1).toArray();
        noise[4321] = 99;
        noise[8765] = -99;
        LossCurve thin = LossCurve.of("noise", SeriesColor.BLUE, count(noise.length), noise)
                .thinned(100);
        assertThat(thin.size()).isLessThanOrEqualTo(400);
        assertThat(values(thin)).contains(99, -99);
        assertThat(thin.y(0)).isEqualTo(noise[0]);
        assertThat(thin.y(thin.size() - 1)).isEqualTo(noise[noise.length - 1]);
        for (int i = 0; i < thin.size(); i++) {
            assertThat(thin.y(i)).isEqualTo(noise[(int) thin.x(i) - 1]);
            assertThat(i == 0 || thin.x(i - 1) < thin.x(i)).isTrue();
        }
    }

    @Test
    void shortCurvesAreNotThinned() {
        LossCurve curve = LossCurve.of("short", SeriesColor.BLUE, count(400), count(400));
        assertThat(curve.thinned(100)).isSameAs(curve);
    }

    @Test
    void whatIsNotFiniteIsAGapThatThinningAndSmoothingKeep() {
        double[] y = new double[1000];
        Arrays.fill(y, 200, 400, Double.NaN);
        y[0] = Double.POSITIVE_INFINITY;
        LossCurve curve = LossCurve.of("gap", SeriesColor.BLUE, count(1000), y);
        assertThat(curve.y(0)).isNaN();
        assertThat(values(curve.thinned(10))).containsOnly(0, Double.NaN);
        assertThat(Arrays.stream(values(curve.smoothed(21))).filter(Double::isNaN))
                .hasSize(201);
        assertThat(curve.isEmpty()).isFalse();
    }

    @Test
    void smoothingIsTheMeanOfTheNeighboursThatAreThere() {
        LossCurve smooth = LossCurve.of("c", SeriesColor.BLUE, count(6), new double[] {1, 2, Double.NaN, 4, 5, 9})
                .smoothed(3);
        assertThat(values(smooth)).usingComparatorWithPrecision(1e-12).containsExactly(1.5, 1.5, Double.NaN, 4.5, 6, 7);
    }

    @Test
    void aLevelCurveStaysLevel() {
        double[] level = new double[500];
        Arrays.fill(level, 0.3);
        for (double value : values(
                LossCurve.of("level", SeriesColor.BLUE, count(500), level).smoothed(51))) {
            assertThat(value).isCloseTo(0.3, within(1e-12));
        }
    }

    @Test
    void unequalLengthsAndDescendingStepsAreRefused() {
        assertThatThrownBy(() -> LossCurve.of("c", SeriesColor.BLUE, count(2), count(3)))
                .hasMessageContaining("2 and 3");
        assertThatThrownBy(() -> LossCurve.of("c", SeriesColor.BLUE, new double[] {2, 1}, count(2)))
                .hasMessageContaining("point 1");
    }

    @Test
    void aRareSpikeDoesNotSetTheFrameButIsCounted() {
        double[] y = new Random(1).doubles(1000, 0, 1).toArray();
        y[3] = 1e6;
        ValueRange range = ValueRange.showing(List.of(LossCurve.of("c", SeriesColor.BLUE, count(1000), y)));
        assertThat(range.maximum()).isBetween(1.0, 2.0);
        assertThat(range.outside()).isEqualTo(1);
    }

    @Test
    void withoutSpikesTheFrameHoldsEveryPoint() {
        double[] y = new Random(2).doubles(1000, -3, 8).toArray();
        ValueRange range = ValueRange.showing(List.of(LossCurve.of("c", SeriesColor.BLUE, count(1000), y)));
        assertThat(range.outside()).isZero();
        assertThat(range.minimum()).isLessThan(Arrays.stream(y).min().orElseThrow());
        assertThat(range.maximum()).isGreaterThan(Arrays.stream(y).max().orElseThrow());
    }
}
