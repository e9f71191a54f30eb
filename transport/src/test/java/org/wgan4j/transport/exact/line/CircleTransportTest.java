package org.wgan4j.transport.exact.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.UnequalMassException;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/** The circle is held against the network simplex and assignments with arcs for costs, certificates, and rotations. */
class CircleTransportTest {
    @ParameterizedTest
    @CsvSource({"1,1", "1,4", "2,2", "3,5", "8,8", "17,30", "60,61"})
    void arcsCostWhatTheNetworkSimplexSays(int n, int m) {
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Measure source = samples(random, n);
            Measure target = samples(random, m);
            Solution solution = CircleTransport.solve(source, target, 6, Limits.NONE);
            assertOptimal(solution);
            Problem problem = Problem.of(source, target, CircleTransport.arcs(source, target, 6));
            double other = NetworkSimplex.solve(problem, Limits.NONE).cost();
            assertThat(solution.cost()).isCloseTo(other, within(1e-13));
            assertThat(CircleTransport.w1(source, target, 6)).isCloseTo(other, within(1e-13));
        }
    }

    @Test
    void neighboursAcrossTheCutAreNear() {
        double[] last = {0, 0, 0, 0, 0, 0, 0, 1};
        double[] first = {1, 0, 0, 0, 0, 0, 0, 0};
        assertThat(CircleTransport.histogramW1(last, first)).isEqualTo(1);
        assertThat(LineTransport.histogramW1(last, first)).isEqualTo(7);
        assertThat(CircleTransport.samplesW1(new double[] {0.1}, new double[] {6.2}, 6.4))
                .isCloseTo(0.3, within(1e-15));
    }

    @Test
    void aRotationOfBothChangesNothing() {
        SplittableRandom random = new SplittableRandom(3);
        double[] a = random.doubles(24).toArray();
        double[] b = new double[24];
        for (int k = 0; k < 24; k++) {
            b[(5 * k) % 24] = a[k];
        }
        double cost = CircleTransport.histogramW1(a, b);
        for (int turn = 1; turn < 24; turn++) {
            assertThat(CircleTransport.histogramW1(rotated(a, turn), rotated(b, turn)))
                    .isCloseTo(cost, within(1e-13));
        }
    }

    @Test
    void aRotationOfOneCostsTheShorterWayAtMost() {
        double[] x = new SplittableRandom(8).doubles(40, 0, 10).toArray();
        for (double turn : new double[] {0, 0.5, 3, 5, 8}) {
            double[] y = Arrays.stream(x).map(v -> (v + turn) % 10).toArray();
            assertThat(CircleTransport.samplesW1(x, y, 10)).isLessThanOrEqualTo(Math.min(turn, 10 - turn) + 1e-13);
        }
    }

    @Test
    void oppositePointsAreHalfTheCircleApart() {
        Solution solution = CircleTransport.solve(Measure.samples(0, 2), Measure.samples(1, 3), 4, Limits.NONE);
        assertOptimal(solution);
        assertThat(solution.cost()).isEqualTo(1);
        Solution opposite = CircleTransport.solve(Measure.samples(1), Measure.samples(3), 4, Limits.NONE);
        assertOptimal(opposite);
        assertThat(opposite.cost()).isEqualTo(2);
        assertThat(CircleTransport.solve(Measure.samples(1, 1), Measure.samples(1), 4, Limits.NONE)
                        .cost())
                .isZero();
    }

    @Test
    void histogramsWithEmptyCellsHavePotentialsForThemToo() {
        Measure source = Measure.histogram(0, 3, 0, 0, 1, 0, 0, 2);
        Measure target = Measure.histogram(2, 0, 0, 0, 0, 3, 1, 0);
        Solution solution = CircleTransport.solve(source, target, 8, Limits.NONE);
        assertOptimal(solution);
        assertThat(CircleTransport.histogramW1(source.masses(), target.masses()))
                .isCloseTo(solution.cost(), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 5})
    void powersOfArcsCostWhatTheBestAssignmentCosts(double power) {
        for (int n : new int[] {1, 2, 3, 10, 41}) {
            for (int seed = 0; seed < 10; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                double[] x = random.doubles(n, 0, 3).toArray();
                double[] y = random.doubles(n, 0, seed % 2 == 0 ? 3 : 0.5).toArray();
                Cost cost =
                        Cost.of((i, j) -> Math.pow(Math.min(Math.abs(x[i] - y[j]), 3 - Math.abs(x[i] - y[j])), power));
                Problem problem = Problem.of(Measure.samples(x), Measure.samples(y), cost);
                double expected = Assignment.solve(problem, Limits.NONE).cost();
                assertThat(CircleTransport.samples(x, y, 3, power))
                        .isCloseTo(expected, within(1e-13 * Math.max(1, expected)));
            }
        }
    }

    @Test
    void whatDoesNotLieOnTheCircleIsRefused() {
        assertThatThrownBy(() -> CircleTransport.samplesW1(new double[] {0, 7}, new double[] {1}, 7))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("point 1 lies at 7.0");
        assertThatThrownBy(() -> CircleTransport.samplesW1(new double[] {0}, new double[] {0}, 0))
                .isInstanceOf(InvalidParameterException.class);
        Measure plane = Measure.samples(new double[][] {{0, 0}});
        assertThatThrownBy(() -> CircleTransport.w1(plane, plane, 1)).isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> CircleTransport.histogramW1(new double[] {1}, new double[] {1, 0}))
                .isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> CircleTransport.histogramW1(new double[] {1, 1}, new double[] {1, 0}))
                .isInstanceOf(UnequalMassException.class);
        assertThatThrownBy(() -> CircleTransport.samples(new double[1], new double[2], 1, 2))
                .isInstanceOf(ShapeMismatchException.class);
    }

    private static void assertOptimal(Solution solution) {
        assertThat(solution.converged()).isTrue();
        assertThat(solution.dualityGap()).isCloseTo(0, within(1e-13));
        assertThat(solution.certificate().violation()).isLessThan(1e-14);
        assertThat(solution.marginalError()).isLessThan(1e-14);
    }

    private static Samples samples(SplittableRandom random, int n) {
        double[] positions =
                random.doubles(n, 0, 6).map(x -> x < 3 ? Math.floor(x) : x).toArray();
        double[] weights = random.doubles(n).map(w -> w < 0.2 ? 0 : w).toArray();
        weights[0] = 1;
        return Measure.samples(positions).weighted(weights).normalized();
    }

    private static double[] rotated(double[] values, int turn) {
        double[] rotated = new double[values.length];
        Arrays.setAll(rotated, k -> values[(k + turn) % values.length]);
        return rotated;
    }
}
