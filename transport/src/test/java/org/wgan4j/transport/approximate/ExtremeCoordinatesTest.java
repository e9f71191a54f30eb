package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.TransportException;

/** Coordinates whose squares no double holds: a value that grows with them, or a refusal, and never NaN, 0 or infinity in silence. */
class ExtremeCoordinatesTest {
    private static Measure points(int n, int dimension, double scale, double shift, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[n][dimension];
        for (double[] point : points) {
            Arrays.setAll(point, k -> scale * (random.nextDouble() - 0.5 + shift));
        }
        return Measure.samples(points);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-200, 1e-160, 1e155, 1e200, 1e300, 1e307})
    void theEnergyDistanceGrowsWithTheCoordinates(double scale) {
        for (int dimension = 1; dimension <= 5; dimension++) {
            for (EnergyDistance.Statistic statistic : EnergyDistance.Statistic.values()) {
                EnergyDistance plain = EnergyDistance.between(
                        points(20, dimension, 1, 0, 1), points(30, dimension, 1, 1, 2), statistic);
                EnergyDistance scaled = EnergyDistance.between(
                        points(20, dimension, scale, 0, 1), points(30, dimension, scale, 1, 2), statistic);
                assertThat(scaled.squared() / scale).isCloseTo(plain.squared(), within(1e-12));
                assertThat(scaled.cross() / scale).isCloseTo(plain.cross(), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EnergyDistance.Statistic.class)
    void anEnergyDistanceBeyondTheLargestDoubleIsRefused(EnergyDistance.Statistic statistic) {
        Measure low = Measure.samples(new double[][] {{-1.7e308, 0}, {-1.7e308, 1}});
        Measure high = Measure.samples(new double[][] {{1.7e308, 0}, {1.7e308, 1}});
        assertThatThrownBy(() -> EnergyDistance.between(low, high, statistic)).isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> EnergyDistance.between(
                        Measure.samples(-1.7e308, -1e308), Measure.samples(1.7e308, 1e308), statistic))
                .isInstanceOf(TransportException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-170, 1e155, 1e300})
    void aSlicedDistanceWhoseCostNoDoubleHoldsIsRefused(double scale) {
        Measure x = points(5, 2, scale, 0, 1);
        Measure y = points(5, 2, scale, 1, 2);
        assertThatThrownBy(() -> SlicedWasserstein.between(x, y, 2.5, 10, 1)).isInstanceOf(TransportException.class);
        assertThat(SlicedWasserstein.between(x, y, 1, 10, 1).value())
                .isPositive()
                .isFinite();
    }

    @Test
    void aSlicedDistanceOfALargePowerIsRefusedWhereItsCostVanishes() {
        Measure x = Measure.samples(0, 0.5);
        Measure y = Measure.samples(0.1, 0.6);
        assertThatThrownBy(() -> SlicedWasserstein.between(x, y, 540, 10, 1))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("540");
        assertThat(SlicedWasserstein.between(x, x, 540, 10, 1).value()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-170, 1e160, 1e300})
    void gaussiansWhoseSquaresNoDoubleHoldsAreRefused(double scale) {
        assertThatThrownBy(() -> Gaussian.fitted(points(9, 2, scale, 0, 1))).isInstanceOf(TransportException.class);
        Gaussian origin = Gaussian.of(new double[] {0}, new double[][] {{0}});
        Gaussian far = Gaussian.of(new double[] {scale}, new double[][] {{0}});
        assertThatThrownBy(() -> GaussianTransport.between(origin, far)).isInstanceOf(TransportException.class);
        assertThat(GaussianTransport.between(far, far).distance()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-170, 1e160, 1e300})
    void lowerBoundsHoldOrAreRefused(double scale) {
        Measure x = points(5, 2, scale, 0, 1);
        Measure y = points(5, 2, scale, 1, 2);
        assertThatThrownBy(() -> LowerBounds.means(x, y, Cost.SQUARED_EUCLIDEAN))
                .isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> LowerBounds.axes(x, y, Cost.SQUARED_EUCLIDEAN)).isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> LowerBounds.projection(x, y, Cost.SQUARED_EUCLIDEAN, new double[] {1, 1}))
                .isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> RelaxedTransport.nearest(Problem.of(x, y, Cost.SQUARED_EUCLIDEAN)))
                .isInstanceOf(TransportException.class);
        assertThat(LowerBounds.means(x, y, Cost.EUCLIDEAN)).isPositive().isFinite();
        assertThat(LowerBounds.axes(x, y, Cost.EUCLIDEAN)).isPositive().isFinite();
    }
}
