package org.wgan4j.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.ShapeMismatchException;

class EntropicBarycenterTest {
    private static double[] bell(int cells, double middle, double width) {
        double[] masses = new double[cells];
        for (int x = 0; x < cells; x++) {
            masses[x] = Math.exp(-(x - middle) * (x - middle) / (2 * width * width));
        }
        return masses;
    }

    private static double mean(double[] masses) {
        double mean = 0;
        for (int x = 0; x < masses.length; x++) {
            mean += x * masses[x];
        }
        return mean;
    }

    private static double variance(double[] masses) {
        double variance = 0;
        for (int x = 0; x < masses.length; x++) {
            variance += (x - mean(masses)) * (x - mean(masses)) * masses[x];
        }
        return variance;
    }

    /** Janati et al. 2020, theorem 2: debiased Gaussians keep their width; the blurred one is wider by eps / 2. */
    @Test
    void bellsMeetInTheMiddleAndOnlyTheDebiasedKeepTheirWidth() {
        List<Histogram> bells = List.of(Measure.histogram(bell(120, 40, 5)), Measure.histogram(bell(120, 80, 5)));
        double[] weights = {3, 1};
        EntropicBarycenter blurred = EntropicBarycenter.of(8);
        var wide = blurred.solve(bells, weights, Cost.SQUARED_EUCLIDEAN, Limits.NONE);
        var sharp = blurred.withoutBlur().solve(bells, weights, Cost.SQUARED_EUCLIDEAN, Limits.NONE);
        assertThat(wide.converged()).isTrue();
        assertThat(sharp.converged()).isTrue();
        assertThat(mean(wide.barycenter().masses())).isCloseTo(50, within(1e-3));
        assertThat(mean(sharp.barycenter().masses())).isCloseTo(50, within(1e-3));
        assertThat(variance(sharp.barycenter().masses())).isCloseTo(25, within(1e-2));
        assertThat(variance(wide.barycenter().masses())).isCloseTo(25 + 8 / 2.0, within(1e-2));
    }

    @Test
    void theBarycenterOfOneHistogramIsItselfWithoutBlur() {
        double[] masses = bell(30, 12, 4);
        var q = EntropicBarycenter.of(1)
                .withoutBlur()
                .solve(List.of(Measure.histogram(masses)), new double[] {1}, Cost.SQUARED_EUCLIDEAN, Limits.NONE);
        assertThat(q.barycenter().masses())
                .containsExactly(Measure.histogram(masses).normalized().masses(), within(1e-6));
    }

    @Test
    void axesOneAfterTheOtherAreTheWholeKernel() {
        SplittableRandom random = new SplittableRandom(1);
        double[] masses = random.doubles(3 * 5 * 4).toArray();
        Histogram grid = Histogram.grid(List.of(3, 5, 4), masses);
        double[] values = random.doubles(60, -50, 50).toArray();
        values[7] = Double.NEGATIVE_INFINITY;
        for (Cost cost : new Cost[] {Cost.SQUARED_EUCLIDEAN, Cost.MANHATTAN}) {
            LogKernel whole = LogKernel.of(cost.between(grid, grid), 0.7, Limits.NONE.start());
            LogKernel axes = new GridLogKernel(grid.shape(), cost.power(), 0.7, Limits.NONE.start());
            assertThat(axes.apply(values)).containsExactly(whole.apply(values), within(1e-12));
        }
    }

    @Test
    void imagesOf64By64ConvergeWithZerosInThem() {
        double[][] left = new double[64][64];
        double[][] right = new double[64][64];
        for (int r = 20; r < 40; r++) {
            for (int c = 5; c < 20; c++) {
                left[r][c] = 1;
                right[r + 4][c + 30] = 1;
            }
        }
        var q = EntropicBarycenter.of(20)
                .withTolerance(1e-3)
                .solve(
                        List.of(Measure.histogram(left), Measure.histogram(right)),
                        new double[] {1, 1},
                        Cost.SQUARED_EUCLIDEAN,
                        Limits.NONE);
        assertThat(q.converged()).isTrue();
        double row = 0;
        double column = 0;
        double[] masses = q.barycenter().masses();
        for (int x = 0; x < masses.length; x++) {
            int line = x / 64;
            row += line * masses[x];
            column += (x - 64 * line) * masses[x];
        }
        assertThat(row).isCloseTo(29.5 + 2, within(1e-2));
        assertThat(column).isCloseTo(12 + 15, within(1e-2));
    }

    @Test
    void tinyRegularisationAndZeroWeightsGiveNoNaN() {
        List<Histogram> two = List.of(Measure.histogram(0, 1, 0), Measure.histogram(1e-300, 0, 1));
        for (double regularization : new double[] {1e-300, 1e-9, 1, 1e300}) {
            for (EntropicBarycenter form : new EntropicBarycenter[] {
                new EntropicBarycenter(regularization, false, 1e-9, 50),
                new EntropicBarycenter(regularization, true, 1e-9, 50)
            }) {
                var q = form.solve(two, new double[] {1, 0}, Cost.SQUARED_EUCLIDEAN, Limits.NONE);
                assertThat(q.barycenter().masses()).doesNotContain(Double.NaN);
                assertThat(q.marginalError()).isNotNaN();
            }
        }
    }

    @Test
    void stoppedIsNotConverged() {
        var q = EntropicBarycenter.of(0.1)
                .solve(
                        List.of(PotData.histograms()),
                        new double[] {1, 1, 1},
                        Cost.SQUARED_EUCLIDEAN,
                        Limits.NONE.withIterations(1));
        assertThat(q.converged()).isFalse();
        assertThat(q.iterations()).isEqualTo(1);
    }

    @Test
    void lengthsMustAgree() {
        assertThatThrownBy(() -> EntropicBarycenter.of(1)
                        .solve(
                                List.of(Measure.histogram(1, 2), Measure.histogram(1, 2, 3)),
                                new double[] {1, 1},
                                Cost.EUCLIDEAN,
                                Limits.NONE))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("3");
    }
}
