package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.wgan4j.transport.ShapeMismatchException;

class GaussianMapTest {
    @Test
    void theSourceMeanGoesToTheTargetMeanAndAxesAreStretchedByTheirDeviations() {
        Gaussian source = Gaussian.of(new double[] {1, -2}, new double[][] {{4, 0}, {0, 9}});
        Gaussian target = Gaussian.of(new double[] {5, 7}, new double[][] {{16, 0}, {0, 1}});
        GaussianMap map = GaussianTransport.between(source, target).map();
        assertThat(map.apply(new double[] {1, -2})).containsExactly(new double[] {5, 7}, within(1e-13));
        // Deviation 2 becomes 4 along the first axis, 3 becomes 1 along the second.
        assertThat(map.apply(new double[] {2, 1})).containsExactly(new double[] {7, 8}, within(1e-13));
        assertThat(map.apply(new double[] {-3, -8})).containsExactly(new double[] {-3, 5}, within(1e-13));
    }

    @Test
    void coordinatesThatAreTiedAreMovedTogether() {
        Gaussian source = Gaussian.of(new double[2], new double[][] {{1, 0}, {0, 1}});
        Gaussian target = Gaussian.of(new double[2], new double[][] {{2.5, 1.5}, {1.5, 2.5}});
        // From the identity the map is the root of the covariance: eigenvalues 2 and 1 along the diagonals.
        GaussianMap map = GaussianTransport.between(source, target).map();
        assertThat(map.apply(new double[] {1, 0})).containsExactly(new double[] {1.5, 0.5}, within(1e-13));
        assertThat(map.apply(new double[] {0, 1})).containsExactly(new double[] {0.5, 1.5}, within(1e-13));
    }

    @Test
    void aPointOfAnotherDimensionIsRefused() {
        GaussianMap map = GaussianTransport.between(Gaussian.onLine(0, 1), Gaussian.onLine(1, 2))
                .map();
        assertThatThrownBy(() -> map.apply(new double[] {1, 2}))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("2 coordinates");
    }
}
