package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.approximate.EnergyDistance.Statistic;

class EnergyDistanceTest {
    @ParameterizedTest
    @EnumSource(Statistic.class)
    void theFastFormOnTheLineAgreesWithThatOfAllPairs(Statistic statistic) {
        Samples x = Clouds.normal(700, 1, 1);
        Samples y = Clouds.mapped(Clouds.normal(511, 1, 2), (k, value) -> 2 * value + 1)
                .weighted(Clouds.weights(511, 3));
        EnergyDistance fast = EnergyDistance.between(x, y, statistic);
        EnergyDistance all = EnergyDistance.between(inPlane(x), inPlane(y), statistic);
        assertThat(fast.cross()).isCloseTo(all.cross(), within(1e-12));
        assertThat(fast.within()).isCloseTo(all.within(), within(1e-12));
        assertThat(fast.withinTarget()).isCloseTo(all.withinTarget(), within(1e-12));
        assertThat(fast.squared()).isCloseTo(all.squared(), within(1e-12));
        assertThat(all.cross()).isCloseTo(meanOfPairs(x, y, false), within(1e-12));
        assertThat(all.within()).isCloseTo(meanOfPairs(x, x, statistic == Statistic.U), within(1e-12));
        assertThat(all.withinTarget()).isCloseTo(meanOfPairs(y, y, statistic == Statistic.U), within(1e-12));
    }

    /** The same points on a slanted line of the plane, at the same distances. */
    private static Samples inPlane(Samples line) {
        double[][] points = new double[line.size()][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {0.6 * line.coordinate(i, 0), 0.8 * line.coordinate(i, 0)};
        }
        return Samples.of(points).weighted(line.masses());
    }

    private static double meanOfPairs(Samples x, Samples y, boolean distinct) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < x.size(); i++) {
            double rowSum = 0; // row by row, so that the rounding of a long sum does not decide the test
            double rowWeight = 0;
            for (int j = 0; j < y.size(); j++) {
                if (!distinct || i != j) {
                    double pair = x.mass(i) * y.mass(j);
                    rowSum += pair * Math.abs(x.coordinate(i, 0) - y.coordinate(j, 0));
                    rowWeight += pair;
                }
            }
            sum += rowSum;
            weight += rowWeight;
        }
        return sum / weight;
    }

    @Test
    void knowsTheValuesOfAnotherLibrary() {
        Samples x = Measure.samples(0, 1, 3.5, 7);
        Samples y = Measure.samples(.5, 1, 2, 8, 9);
        // scipy.stats.energy_distance, tools/make_divergence_values.py
        assertThat(EnergyDistance.between(x, y, Statistic.V).distance()).isCloseTo(0.8200609733428362, within(1e-14));
        assertThat(EnergyDistance.between(x.weighted(1, 2, 3, 4), y.weighted(2, 1, 4, 1, 2), Statistic.V)
                        .distance())
                .isCloseTo(0.91104335791443, within(1e-14));
    }

    @Test
    void twoPointsAreTheirDistanceApart() {
        Samples x = Measure.samples(new double[][] {{0, 0, 0, 0, 0}});
        Samples y = Measure.samples(new double[][] {{1, 2, 2, 4, 0}});
        assertThat(EnergyDistance.between(x, y, Statistic.V).squared()).isEqualTo(10);
        assertThat(EnergyDistance.between(x, x, Statistic.V).distance()).isZero();
    }

    @Test
    void isZeroBetweenEqualMeasuresHoweverTheirMassIsSplit() {
        Samples x = Clouds.normal(300, 6, 1);
        double[][] doubled = new double[600][6];
        for (int i = 0; i < 600; i++) {
            for (int k = 0; k < 6; k++) {
                doubled[i][k] = x.coordinate(i / 2, k);
            }
        }
        assertThat(EnergyDistance.between(x, Measure.samples(doubled), Statistic.V)
                        .squared())
                .isCloseTo(0, within(1e-13));
    }

    @Test
    void theUnbiasedStatisticIsAroundZeroWhereTheBiasedOneIsAbove() {
        double sumU = 0;
        double sumV = 0;
        for (int seed = 0; seed < 200; seed++) {
            Samples x = Clouds.normal(20, 4, seed);
            Samples y = Clouds.normal(20, 4, seed + 1000);
            sumU += EnergyDistance.between(x, y, Statistic.U).squared() / 200;
            sumV += EnergyDistance.between(x, y, Statistic.V).squared() / 200;
        }
        assertThat(sumU).isCloseTo(0, within(0.02));
        assertThat(sumV).isGreaterThan(0.1);
    }

    @Test
    void theUnbiasedStatisticNeedsTwoPoints() {
        assertThatThrownBy(() -> EnergyDistance.between(Measure.samples(0.0), Measure.samples(0.0, 1.0), Statistic.U))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("the source is at one point");
    }
}
