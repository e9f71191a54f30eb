package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlicedDistanceTest {
    @Test
    void theStandardErrorOfAMeanIsTheScatterOverTheRootOfTheCount() {
        // Mean 5, squares of the deviations 9 + 1 + 1 + 9 = 20, variance 20 / 3, of the mean 20 / 12.
        SlicedDistance distance = SlicedDistance.ofCosts(new double[] {2, 4, 6, 8}, 1, new int[] {0, 1, 2, 3}, 7, true);
        assertThat(distance.cost()).isEqualTo(5);
        assertThat(distance.value()).isEqualTo(5);
        assertThat(distance.standardError()).isCloseTo(Math.sqrt(20.0 / 12), within(1e-15));
        assertThat(distance.maximum()).isEqualTo(8);
        assertThat(distance.maximumAt()).isEqualTo(3);
    }

    @Test
    void theStandardErrorOfARootIsThatOfTheCostTimesTheSlopeOfTheRoot() {
        // d sqrt(c) = dc / (2 sqrt(c)), and d c^(1/3) = dc / (3 c^(2/3)).
        double costError = Math.sqrt(20.0 / 12);
        SlicedDistance square = SlicedDistance.ofCosts(new double[] {8, 2, 6, 4}, 2, new int[] {0, 1, 2, 3}, 7, true);
        assertThat(square.value()).isEqualTo(Math.sqrt(5));
        assertThat(square.standardError()).isCloseTo(costError / (2 * Math.sqrt(5)), within(1e-15));
        assertThat(square.maximum()).isEqualTo(Math.sqrt(8));
        assertThat(square.maximumAt()).isZero();
        SlicedDistance cube = SlicedDistance.ofCosts(new double[] {8, 2, 6, 4}, 3, new int[] {0, 1, 2, 3}, 7, true);
        assertThat(cube.standardError()).isCloseTo(costError / (3 * Math.cbrt(25)), within(1e-15));
    }

    @Test
    void oneDirectionHasNoScatterAndEqualCostsHaveNone() {
        assertThat(SlicedDistance.ofCosts(new double[] {3}, 1, new int[] {0}, 0, true)
                        .standardError())
                .isNaN();
        assertThat(SlicedDistance.ofCosts(new double[] {3, 3, 3}, 2, new int[] {0, 1, 2}, 0, true)
                        .standardError())
                .isZero();
        assertThat(SlicedDistance.ofCosts(new double[] {0, 0}, 2, new int[] {0, 1}, 0, true)
                        .standardError())
                .isZero();
    }
}
