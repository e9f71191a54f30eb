package org.wgan4j.transport.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.approximate.Gaussian;

class GaussianDivergenceTest {
    // mpmath with 40 digits, tools/make_divergence_values.py
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 0.11142148218473618, 0.382924922548026207",
        "0, 1, 10, 1, 0.693146317393984464, 0.999999426696856242",
        "0, 1, 0, 3, 0.186494019080995938, 0.484327996531699432",
        "1, 0.5, -2, 4, 0.442989114789566717, 0.808216344876153183",
        "0, 1, 0.001, 1.001, 3.7462486003235376e-7, 0.000599571851757729015",
        "0, 0.001, 5, 100, 0.692979170093544201, 0.999960162756066398"
    })
    void knowsJensenShannonAndTotalVariationOnTheLine(double m, double s, double n, double t, double js, double tv) {
        Gaussian p = Gaussian.onLine(m, s);
        Gaussian q = Gaussian.onLine(n, t);
        assertThat(GaussianDivergence.jensenShannon(p, q)).isCloseTo(js, within(1e-14));
        assertThat(GaussianDivergence.jensenShannon(q, p)).isCloseTo(js, within(1e-14));
        assertThat(GaussianDivergence.totalVariation(p, q)).isCloseTo(tv, within(1e-14));
        assertThat(GaussianDivergence.totalVariation(q, p)).isCloseTo(tv, within(1e-14));
    }

    @Test
    void theClosedFormsAgreeWithSummedDensities() {
        for (double[] pair : new double[][] {{0, 1, 1, 1}, {1, 0.5, -2, 4}, {0, 1, 0.1, 1.2}, {3, 2, 3, 2.5}}) {
            Gaussian p = Gaussian.onLine(pair[0], pair[1]);
            Gaussian q = Gaussian.onLine(pair[2], pair[3]);
            assertThat(GaussianDivergence.kullbackLeibler(p, q))
                    .isCloseTo(summed(pair, (a, b) -> Math.exp(a) * (a - b)), within(1e-10));
            assertThat(GaussianDivergence.kullbackLeibler(q, p))
                    .isCloseTo(summed(pair, (a, b) -> Math.exp(b) * (b - a)), within(1e-10));
            assertThat(GaussianDivergence.hellinger(p, q))
                    .isCloseTo(Math.sqrt(1 - summed(pair, (a, b) -> Math.exp((a + b) / 2))), within(1e-10));
            assertThat(GaussianDivergence.totalVariation(p, q))
                    .isCloseTo(summed(pair, (a, b) -> Math.abs(Math.exp(a) - Math.exp(b)) / 2), within(1e-6));
        }
    }

    /** The trapezoidal rule over a term of both logarithms: as good as exact for what is smooth and dies out. */
    private static double summed(double[] pair, DoubleBinaryOperator term) {
        double sum = 0;
        for (double x = -35; x <= 35; x += 0.001) {
            sum += 0.001 * term.applyAsDouble(logDensity(x, pair[0], pair[1]), logDensity(x, pair[2], pair[3]));
        }
        return sum;
    }

    private static double logDensity(double x, double mean, double deviation) {
        double z = (x - mean) / deviation;
        return -z * z / 2 - Math.log(deviation * Math.sqrt(2 * Math.PI));
    }

    @Test
    void agreesWithTheFormulaByDeterminantsInThreeDimensions() {
        Gaussian p = Gaussian.of(new double[] {1, -2, 0.5}, new double[][] {{2, 1, 0.5}, {1, 3, 0.25}, {0.5, 0.25, 1}});
        Gaussian q = Gaussian.of(new double[] {0, 1, 2}, new double[][] {{1, 0.5, 0}, {0.5, 2, -0.5}, {0, -0.5, 4}});
        // numpy, tools/make_divergence_values.py
        assertThat(GaussianDivergence.kullbackLeibler(p, q)).isCloseTo(5.397373548092986, within(1e-13));
        assertThat(GaussianDivergence.hellinger(p, q)).isCloseTo(0.8365242817850017, within(1e-14));
        assertThat(GaussianDivergence.hellinger(q, p)).isCloseTo(0.8365242817850017, within(1e-14));
    }

    @Test
    void independentCoordinatesAddTheirDivergences() {
        Gaussian p = Gaussian.of(new double[] {0, 5}, new double[][] {{1, 0}, {0, 4}});
        Gaussian q = Gaussian.of(new double[] {1, 3}, new double[][] {{9, 0}, {0, 1e-6}});
        double sum = GaussianDivergence.kullbackLeibler(Gaussian.onLine(0, 1), Gaussian.onLine(1, 3))
                + GaussianDivergence.kullbackLeibler(Gaussian.onLine(5, 2), Gaussian.onLine(3, 1e-3));
        assertThat(GaussianDivergence.kullbackLeibler(p, q)).isCloseTo(sum, within(1e-12 * sum));
    }

    @Test
    void equalGaussiansAreAtZero() {
        Gaussian p = Gaussian.of(new double[] {1, 2}, new double[][] {{2, 1}, {1, 2}});
        assertThat(GaussianDivergence.kullbackLeibler(p, p)).isBetween(0.0, 1e-15);
        assertThat(GaussianDivergence.hellinger(p, p)).isBetween(0.0, 1e-15);
        Gaussian line = Gaussian.onLine(3, 2);
        assertThat(GaussianDivergence.totalVariation(line, line)).isZero();
        assertThat(GaussianDivergence.jensenShannon(line, line)).isZero();
    }

    @Test
    void farApartOrOfOtherScaleTheyReachTheirBounds() {
        for (Gaussian far : new Gaussian[] {
            Gaussian.onLine(1e150, 1), Gaussian.onLine(60, 1), Gaussian.onLine(0, 1e120), Gaussian.onLine(0, 1e20)
        }) {
            Gaussian p = Gaussian.onLine(0, 1);
            assertThat(GaussianDivergence.totalVariation(p, far)).isCloseTo(1, within(1e-15));
            assertThat(GaussianDivergence.jensenShannon(p, far)).isCloseTo(Math.log(2), within(1e-14));
            assertThat(GaussianDivergence.kullbackLeibler(far, p)).isGreaterThan(1000);
        }
    }

    @Test
    void aSingularCovarianceSharesNothingWithAFullOne() {
        Gaussian point = Gaussian.onLine(0, 0);
        Gaussian line = Gaussian.onLine(0, 1);
        assertThat(GaussianDivergence.kullbackLeibler(point, line)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(GaussianDivergence.kullbackLeibler(line, point)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(GaussianDivergence.hellinger(point, line)).isEqualTo(1);
        assertThat(GaussianDivergence.totalVariation(point, line)).isEqualTo(1);
        assertThat(GaussianDivergence.jensenShannon(point, line)).isEqualTo(Math.log(2));
        assertThatThrownBy(() -> GaussianDivergence.kullbackLeibler(point, point))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("rank 0 and 0 of 1");
    }

    @Test
    void refusesOtherDimensions() {
        Gaussian line = Gaussian.onLine(0, 1);
        Gaussian plane = Gaussian.of(new double[2], new double[][] {{1, 0}, {0, 1}});
        assertThatThrownBy(() -> GaussianDivergence.kullbackLeibler(line, plane))
                .isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> GaussianDivergence.jensenShannon(plane, plane))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("for the line");
    }
}
