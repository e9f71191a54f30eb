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
import org.wgan4j.transport.InvalidMassException;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.UnequalMassException;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/** The line is held against known values, the network simplex, certificates, and the laws of a distance. */
class LineTransportTest {
    private static final double[] TEN = {12, 7, 4, 1, 19, 14, 9, 6, 3, 2};
    private static final double[] OTHER_TEN = {1, 5, 11, 17, 13, 9, 6, 4, 3, 2};

    @Test
    void theTenBinPairHasItsExactW1AndPotentials() {
        Measure source = Measure.histogram(TEN).normalized();
        Measure target = Measure.histogram(OTHER_TEN).normalized();
        Solution solution = solve(source, target, 1);
        assertOptimal(solution);
        assertThat(solution.cost()).isCloseTo(351.0 / 497, within(1e-15));
        assertThat(LineTransport.histogramW1(source.masses(), target.masses())).isCloseTo(351.0 / 497, within(1e-15));
        double[] expected = {1, 0, -1, -2, -1, 0, 1, 2, 1, 0};
        for (int i = 0; i < 10; i++) {
            double shift = solution.potentials().f(0) - expected[0];
            assertThat(solution.potentials().f(i)).isEqualTo(expected[i] + shift);
            assertThat(solution.potentials().g(i)).isEqualTo(-expected[i] - shift);
        }
    }

    @Test
    void theTenBinPairHasItsW2() {
        Solution solution = solve(
                Measure.histogram(TEN).normalized(),
                Measure.histogram(OTHER_TEN).normalized(),
                2);
        assertOptimal(solution);
        assertThat(solution.distance()).isCloseTo(0.9292711691419394, within(1e-15));
    }

    @Test
    void unnormalisedHistogramsCostMassTimesDistance() {
        double[] a = {3, 2, 1, 4};
        double[] b = {1, 2, 4, 3};
        assertThat(LineTransport.histogramW1(a, b)).isEqualTo(5);
        assertThat(solve(Measure.histogram(a), Measure.histogram(b), 1).cost()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,5", "6,1", "7,7", "20,31", "64,63"})
    void anyMixOfSamplesAndHistogramsCostsWhatTheNetworkSimplexSays(int n, int m) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Measure source = seed % 2 == 0
                    ? Measure.histogram(weights(random, n)).normalized()
                    : samples(random, n).normalized();
            Measure target = seed % 3 == 0
                    ? Measure.histogram(weights(random, m)).normalized()
                    : samples(random, m).normalized();
            for (double power : new double[] {1, 1.5, 2, 4}) {
                Problem problem = Problem.of(source, target, Cost.euclidean(power));
                Solution solution = LineTransport.solve(problem, Limits.NONE);
                assertOptimal(solution);
                double other = NetworkSimplex.solve(problem, Limits.NONE).cost();
                assertThat(solution.cost()).isCloseTo(other, within(1e-12 * Math.max(1, other)));
            }
        }
    }

    @Test
    void meetingMassesAndEmptyPointsLeaveThePotentialsFeasible() {
        double[] a = {0, 1, 0, 0, 2, 0, 1, 0};
        double[] b = {0, 0, 1, 0, 0, 2, 0, 1}; // the cumulative masses meet after every point
        for (double power : new double[] {1, 2, 3}) {
            assertOptimal(solve(Measure.histogram(a), Measure.histogram(b), power));
            assertOptimal(solve(Measure.histogram(a), Measure.histogram(a), power));
            assertOptimal(solve(Measure.samples(5, 5, 5, 5), Measure.samples(5, 5), power));
        }
        assertThat(solve(Measure.histogram(a), Measure.histogram(a), 2).cost()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 7})
    void aShiftCostsItsLengthToThePower(double power) {
        double[] x = new SplittableRandom(4).doubles(301, -3, 3).toArray();
        double[] y = Arrays.stream(x).map(value -> value + 2.5).toArray();
        assertThat(LineTransport.samples(x, y, power))
                .isCloseTo(Math.pow(2.5, power), within(1e-12 * Math.pow(2.5, power)));
        assertThat(solve(Measure.samples(x), Measure.samples(y), power).distance())
                .isCloseTo(2.5, within(1e-12));
    }

    @Test
    void costsAndMassesOfVeryDifferentSizesStayExact() {
        Samples source = Measure.samples(0, 1e16, 3, 1e16 + 4).weighted(1e-20, 1, 1e20, 1);
        Samples target = Measure.samples(1e16 + 2, 1, 4).weighted(2, 1e-20, 1e20);
        Solution solution = solve(source, target, 1);
        assertThat(solution.cost()).isCloseTo(1e20, within(1e5));
        assertThat(solution.dualityGap()).isLessThan(1e6);
        assertThat(solution.certificate().violation()).isLessThanOrEqualTo(2);
    }

    @Test
    void manyPointsLeaveNoMoreThanRounding() {
        SplittableRandom random = new SplittableRandom(9);
        Solution solution =
                solve(samples(random, 2000).normalized(), samples(random, 1501).normalized(), 2);
        assertOptimal(solution);
    }

    @Test
    void numbersAloneAgreeWithTheWholeSolution() {
        SplittableRandom random = new SplittableRandom(11);
        for (int n = 1; n < 40; n++) {
            double[] x = random.doubles(n, 0, 9).map(Math::rint).toArray();
            double[] y = random.doubles(1 + n * 7 % 13, 0, 9).toArray();
            for (double power : new double[] {1, 2, 2.5}) {
                double cost =
                        solve(Measure.samples(x), Measure.samples(y), power).cost();
                double[] ones = new double[x.length];
                double[] others = new double[y.length];
                Arrays.fill(ones, 1.0 / x.length);
                Arrays.fill(others, 1.0 / y.length);
                assertThat(LineTransport.samples(x, y, power)).isCloseTo(cost, within(1e-12 * Math.max(1, cost)));
                assertThat(LineTransport.samples(x, ones, y, others, power))
                        .isCloseTo(cost, within(1e-13 * Math.max(1, cost)));
            }
        }
    }

    @Test
    void repeatingEverySampleChangesNothing() {
        double[] x = {3, 1, 4, 1, 5};
        double[] y = {9, 2, 6};
        double[] twice = {3, 1, 4, 1, 5, 3, 1, 4, 1, 5};
        assertThat(LineTransport.samples(twice, y, 2)).isCloseTo(LineTransport.samples(x, y, 2), within(1e-14));
    }

    @Test
    void w1IsSymmetricAndObeysTheTriangle() {
        SplittableRandom random = new SplittableRandom(2);
        double[] a = random.doubles(50).toArray();
        double[] b = random.doubles(70).toArray();
        double[] c = random.doubles(60).toArray();
        double direct = LineTransport.samples(a, c, 1);
        assertThat(LineTransport.samples(c, a, 1)).isCloseTo(direct, within(1e-15));
        assertThat(direct).isLessThanOrEqualTo(LineTransport.samples(a, b, 1) + LineTransport.samples(b, c, 1));
        assertThat(LineTransport.samples(a, a, 1)).isZero();
    }

    @Test
    void whatDoesNotLieOnTheLineIsRefused() {
        Measure point = Measure.samples(new double[][] {{1, 2}});
        Problem plane = Problem.of(point, point, Cost.EUCLIDEAN);
        assertThat(LineTransport.fits(plane)).isFalse();
        assertThatThrownBy(() -> LineTransport.solve(plane, Limits.NONE))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("2 coordinates");
        Problem capped = Problem.of(Measure.samples(1), Measure.samples(2), Cost.EUCLIDEAN.atMost(0.5));
        assertThatThrownBy(() -> LineTransport.solve(capped, Limits.NONE))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> LineTransport.samples(new double[0], new double[1], 1))
                .isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> LineTransport.samples(new double[] {1, Double.NaN}, new double[1], 1))
                .isInstanceOf(InvalidMassException.class)
                .hasMessageContaining("point 1");
        assertThatThrownBy(() -> LineTransport.samples(new double[1], new double[1], 0.5))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> LineTransport.histogramW1(new double[] {1, 2}, new double[] {1, 1}))
                .isInstanceOf(UnequalMassException.class);
        assertThatThrownBy(() -> LineTransport.histogramW1(new double[] {1, -1}, new double[] {0, 0}))
                .isInstanceOf(InvalidMassException.class);
        assertThatThrownBy(() -> LineTransport.histogramW1(new double[2], new double[3]))
                .isInstanceOf(ShapeMismatchException.class);
    }

    private static Solution solve(Measure source, Measure target, double power) {
        return LineTransport.solve(Problem.of(source, target, Cost.euclidean(power)), Limits.NONE);
    }

    private static void assertOptimal(Solution solution) {
        double scale = Math.max(1, Math.abs(solution.cost()));
        assertThat(solution.converged()).isTrue();
        assertThat(solution.dualityGap()).isCloseTo(0, within(1e-13 * scale));
        assertThat(solution.certificate().violation()).isLessThan(1e-13 * scale);
        assertThat(solution.marginalError()).isLessThan(1e-13);
    }

    private static double[] weights(SplittableRandom random, int n) {
        double[] weights = random.doubles(n).map(w -> w < 0.3 ? 0 : w).toArray();
        weights[random.nextInt(n)] = 1;
        return weights;
    }

    private static Samples samples(SplittableRandom random, int n) {
        return Measure.samples(random.doubles(n, 0, 5)
                        .map(x -> x < 2 ? Math.rint(x) : x)
                        .toArray())
                .weighted(weights(random, n));
    }
}
