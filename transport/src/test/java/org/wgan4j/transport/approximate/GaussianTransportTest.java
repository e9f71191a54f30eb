package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.solver.OptimalTransport;

class GaussianTransportTest {
    @Test
    void knowsTheValuesOfTheClosedForm() {
        assertThat(GaussianTransport.between(Gaussian.onLine(0, 1), Gaussian.onLine(10, 1))
                        .distance())
                .isEqualTo(10);
        GaussianTransport bures = GaussianTransport.between(
                centred(new double[][] {{2, 1}, {1, 2}}), centred(new double[][] {{1, 0}, {0, 4}}));
        assertThat(bures.cost()).isCloseTo(0.7712204476543416, within(1e-14));
        assertThat(bures.meanCost()).isZero();
    }

    @Test
    void agreesWithAnotherLibrary() {
        GaussianTransport transport = GaussianTransport.between(
                Gaussian.of(new double[] {1, -2, 0.5}, new double[][] {{2, 1, 0.5}, {1, 3, 0.25}, {0.5, 0.25, 1}}),
                Gaussian.of(new double[] {0, 1, 2}, new double[][] {{1, 0.5, 0}, {0.5, 2, -0.5}, {0, -0.5, 4}}));
        // ot.gaussian.bures_wasserstein_distance, tools/make_divergence_values.py
        assertThat(transport.distance()).isCloseTo(3.7030797566216727, within(1e-13));
    }

    @Test
    void onTheLineItIsTheDistanceOfMeansAndDeviations() {
        for (double s : new double[] {0, 1e-8, 1, 1 + 1e-9, 7, 1e8}) {
            GaussianTransport transport = GaussianTransport.between(Gaussian.onLine(3, 1), Gaussian.onLine(-1, s));
            assertThat(transport.cost()).isCloseTo(16 + (s - 1) * (s - 1), within(1e-14 * (1 + s * s)));
            assertThat(transport.covarianceCost()).isCloseTo((s - 1) * (s - 1), within(1e-14 * (1 + s * s)));
        }
        double near = GaussianTransport.between(Gaussian.onLine(0, 1), Gaussian.onLine(0, 1 + 1e-9))
                .distance();
        assertThat(near).as("not lost in the difference of traces").isCloseTo(1e-9, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20})
    void commutingCovariancesMoveAlongTheirSharedAxes(int d) {
        double[][] vectors = SymmetricEigen.of(Clouds.covariance(d, d, 3)).rows();
        double[] a = new double[d];
        double[] b = new double[d];
        double expected = 0;
        for (int k = 0; k < d; k++) {
            a[k] = k + 1;
            b[k] = k == 0 ? 0 : 1.0 / k;
            expected += Math.pow(Math.sqrt(a[k]) - Math.sqrt(b[k]), 2);
        }
        Gaussian first = centred(MatrixProduct.ofEigen(vectors, a));
        Gaussian second = centred(MatrixProduct.ofEigen(vectors, b));
        assertThat(GaussianTransport.between(first, second).cost()).isCloseTo(expected, within(1e-12 * d));
        assertThat(GaussianTransport.between(second, first).cost()).isCloseTo(expected, within(1e-12 * d));
    }

    @Test
    void theMapCarriesTheCovarianceAndCostsTheDistance() {
        int d = 12;
        Gaussian a = Gaussian.of(new double[d], Clouds.covariance(d, d + 3, 1));
        double[] mean = new double[d];
        mean[2] = 4;
        Gaussian b = Gaussian.of(mean, Clouds.covariance(d, d + 3, 2));
        GaussianTransport transport = GaussianTransport.between(a, b);
        double[][] map = transport.map().matrix();
        double[][] image = MatrixProduct.of(MatrixProduct.of(map, a.covariance()), map);
        double moved = 16; // the mean, and then tr((T - I) A (T - I))
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                assertThat(image[i][j]).isCloseTo(b.covariance(i, j), within(1e-9));
                assertThat(map[i][j]).isEqualTo(map[j][i]);
            }
            map[i][i] -= 1;
        }
        double[][] cost = MatrixProduct.of(MatrixProduct.of(map, a.covariance()), map);
        for (int i = 0; i < d; i++) {
            moved += cost[i][i];
        }
        assertThat(moved).isCloseTo(transport.cost(), within(1e-9));
        assertThat(SymmetricEigen.values(transport.map().matrix())[0])
                .as("the gradient of a convex function")
                .isPositive();
        assertThat(transport.map().apply(new double[d])).containsExactly(mean);
    }

    @Test
    void theClosedFormIsTheLimitOfExactTransportBetweenMappedSamples() {
        Gaussian a = Gaussian.of(new double[] {0, 0}, new double[][] {{2, 1}, {1, 2}});
        Gaussian b = Gaussian.of(new double[] {1, 0}, new double[][] {{1, 0}, {0, 4}});
        GaussianMap map = GaussianTransport.between(a, b).map();
        double[][] root = {{1.3660254037844386, 0.3660254037844386}, {0.3660254037844386, 1.3660254037844386}};
        double[][] x = new double[300][2];
        double[][] y = new double[300][];
        double moved = 0;
        Samples normal = Clouds.normal(300, 2, 7);
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < 2; k++) {
                x[i][k] = root[k][0] * normal.coordinate(i, 0) + root[k][1] * normal.coordinate(i, 1);
            }
            y[i] = map.apply(x[i]);
            moved += (Math.pow(y[i][0] - x[i][0], 2) + Math.pow(y[i][1] - x[i][1], 2)) / x.length;
        }
        double exact = OptimalTransport.between(Measure.samples(x), Measure.samples(y))
                .cost(Cost.SQUARED_EUCLIDEAN)
                .solve()
                .cost();
        assertThat(exact).as("no plan beats the map").isCloseTo(moved, within(1e-10));
        Gaussian fittedX = Gaussian.fitted(Measure.samples(x));
        Gaussian fittedY = Gaussian.fitted(Measure.samples(y));
        double bound = GaussianTransport.between(fittedX, fittedY).meanCost()
                + GaussianTransport.between(fittedX, fittedY).covarianceCost() * 299 / 300;
        assertThat(bound).as("Gelbrich's bound, tight for a linear map").isCloseTo(exact, within(1e-9));
    }

    @Test
    void equalGaussiansAreAtDistanceZeroAndNearOnesNear() {
        for (int rank : new int[] {3, 30}) {
            double[][] covariance = Clouds.covariance(30, rank, 4);
            Gaussian a = centred(covariance);
            assertThat(GaussianTransport.between(a, centred(covariance)).distance())
                    .isZero();
            covariance[0][0] *= 1 + 1e-15;
            assertThat(GaussianTransport.between(a, centred(covariance)).distance())
                    .isBetween(0.0, rank == 3 ? 1e-5 : 1e-11);
        }
    }

    @Test
    void isSymmetricAndKeepsTheTriangleInequality() {
        for (int seed = 0; seed < 20; seed++) {
            Gaussian a = centred(Clouds.covariance(6, 2 + seed % 5, seed));
            Gaussian b = centred(Clouds.covariance(6, 6, seed + 100));
            Gaussian c = centred(Clouds.covariance(6, 3, seed + 200));
            double ab = GaussianTransport.between(a, b).distance();
            assertThat(GaussianTransport.between(b, a).distance()).isCloseTo(ab, within(1e-7));
            assertThat(ab)
                    .isLessThanOrEqualTo(GaussianTransport.between(a, c).distance()
                            + GaussianTransport.between(c, b).distance()
                            + 1e-7);
        }
    }

    @Test
    void interpolationDividesTheDistance() {
        Gaussian a = Gaussian.of(new double[] {0, 0, 1}, Clouds.covariance(3, 5, 1));
        Gaussian b = Gaussian.of(new double[] {2, 1, 0}, Clouds.covariance(3, 5, 2));
        GaussianTransport transport = GaussianTransport.between(a, b);
        for (double share : new double[] {0, 0.25, 1}) {
            Gaussian between = transport.interpolated(share);
            assertThat(GaussianTransport.between(a, between).distance())
                    .isCloseTo(share * transport.distance(), within(1e-7));
            assertThat(GaussianTransport.between(between, b).distance())
                    .isCloseTo((1 - share) * transport.distance(), within(1e-7));
        }
        assertThatThrownBy(() -> transport.interpolated(1.5)).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aSingularCovarianceHasADistanceButNoMap() {
        Gaussian point = centred(new double[2][2]);
        Gaussian round = centred(new double[][] {{1, 0}, {0, 1}});
        GaussianTransport transport = GaussianTransport.between(point, round);
        assertThat(transport.cost()).isCloseTo(2, within(1e-15));
        assertThatThrownBy(transport::map)
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("rank 0 of 2");
        assertThat(GaussianTransport.between(round, point).map().apply(new double[] {3, 4}))
                .containsExactly(0, 0);
    }

    @Test
    void fitsTheMeanAndTheUnbiasedCovariance() {
        Samples x = Measure.samples(new double[][] {{1e9, 0}, {1e9 + 2, 0}, {1e9 + 4, 6}});
        Gaussian fitted = Gaussian.fitted(x);
        assertThat(fitted.mean()).containsExactly(1e9 + 2, 2);
        assertThat(fitted.covariance(0, 0)).isCloseTo(4, within(1e-12));
        assertThat(fitted.covariance(1, 0)).isCloseTo(6, within(1e-12));
        assertThat(fitted.covariance(1, 1)).isCloseTo(12, within(1e-12));
        assertThat(Gaussian.fitted(x.weighted(5, 5, 5)).covariance(1, 0)).isCloseTo(6, within(1e-12));
        assertThatThrownBy(() -> Gaussian.fitted(x.weighted(0, 3, 0)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("at least two");
        assertThatThrownBy(() -> Gaussian.fitted(Measure.masses(1, 2))).isInstanceOf(ShapeMismatchException.class);
    }

    @Test
    void refusesWhatIsNoCovarianceByItsEigenvalue() {
        assertThatThrownBy(() -> centred(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("smallest eigenvalue of the covariance is -")
                .hasMessageContaining("none may be below 0");
        assertThatThrownBy(() -> Gaussian.of(new double[1], new double[2][2]))
                .isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> Gaussian.of(new double[] {Double.NaN}, new double[1][1]))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> Gaussian.onLine(0, -1)).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> GaussianTransport.between(Gaussian.onLine(0, 1), centred(new double[2][2])))
                .isInstanceOf(ShapeMismatchException.class);
    }

    private static Gaussian centred(double[][] covariance) {
        return Gaussian.of(new double[covariance.length], covariance);
    }
}
