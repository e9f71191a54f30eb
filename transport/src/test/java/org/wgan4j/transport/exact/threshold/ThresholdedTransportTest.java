package org.wgan4j.transport.exact.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.grid.GridTransport;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;
import org.wgan4j.transport.exact.simplex.ShortestPathTransport;

class ThresholdedTransportTest {
    @Test
    void agreesWithShortestPathsForAnyCostAndThreshold() {
        SplittableRandom random = new SplittableRandom(3);
        for (double threshold : new double[] {0.01, 0.2, 0.5, 0.9, 2}) {
            for (int repeat = 0; repeat < 10; repeat++) {
                int n = 1 + random.nextInt(9);
                int m = 1 + random.nextInt(9);
                double[][] costs = new double[n][m];
                for (double[] row : costs) {
                    for (int j = 0; j < m; j++) {
                        row[j] = random.nextInt(4) == 0 ? 0.5 : random.nextDouble();
                    }
                }
                Problem problem = Problem.of(
                        Measure.masses(thrown(n, random)),
                        Measure.masses(thrown(m, random)),
                        Cost.matrix(costs).atMost(threshold));
                Solution solution = ThresholdedTransport.solve(problem, Limits.NONE);
                assertProven(solution);
                assertThat(solution.cost()).isCloseTo(ShortestPathTransport.cost(problem), within(1e-11));
            }
        }
    }

    @Test
    void agreesWithTheNetworkSimplexOnImages() {
        SplittableRandom random = new SplittableRandom(5);
        for (Cost base : List.of(Cost.EUCLIDEAN, Cost.MANHATTAN, Cost.SQUARED_EUCLIDEAN)) {
            for (double threshold : new double[] {0.5, 1, 3, 100}) {
                Problem problem = Problem.of(image(12, random), image(12, random), base.atMost(threshold));
                Solution solution = ThresholdedTransport.solve(problem, Limits.NONE);
                assertProven(solution);
                assertThat(solution.cost())
                        .isCloseTo(NetworkSimplex.solve(problem, Limits.NONE).cost(), within(1e-11));
            }
        }
    }

    @Test
    void farBelowAllDistancesItIsTheThresholdTimesTheTotalVariation() {
        SplittableRandom random = new SplittableRandom(7);
        Histogram source = image(10, random);
        Histogram target = image(10, random);
        double moved = 0;
        for (int k = 0; k < 100; k++) {
            moved += Math.max(0, source.mass(k) - target.mass(k));
        }
        Problem problem = Problem.of(source, target, Cost.EUCLIDEAN.atMost(0.25));
        assertThat(ThresholdedTransport.solve(problem, Limits.NONE).cost()).isCloseTo(0.25 * moved, within(1e-12));
    }

    @Test
    void aboveAllDistancesItIsThePlainTransport() {
        SplittableRandom random = new SplittableRandom(9);
        Problem capped = Problem.of(image(9, random), image(9, random), Cost.EUCLIDEAN.atMost(1e30));
        Problem plain = Problem.of(capped.source(), capped.target(), Cost.EUCLIDEAN);
        Solution solution = ThresholdedTransport.solve(capped, Limits.NONE);
        assertProven(solution);
        assertThat(solution.cost())
                .isCloseTo(GridTransport.solve(plain, Limits.NONE).cost(), within(1e-11));
    }

    @Test
    void aFarOutlierCostsTheThresholdOnly() {
        Samples source = Measure.samples(0, 1, 2, 1e30);
        Samples target = Measure.samples(0, 1, 2, 3);
        Solution solution =
                ThresholdedTransport.solve(Problem.of(source, target, Cost.EUCLIDEAN.atMost(5)), Limits.NONE);
        assertProven(solution);
        assertThat(solution.cost()).isCloseTo(1.25, within(1e-12)); // the outlier goes to 3, the others stay
    }

    @Test
    void equalMeasuresStayAndPointsWithoutMassHavePotentials() {
        Histogram image = Histogram.grid(List.of(2, 3), 0, 1, 0, 2, 0, 0);
        Problem same = Problem.of(image, image, Cost.EUCLIDEAN.atMost(2));
        assertThat(ThresholdedTransport.solve(same, Limits.NONE).cost()).isZero();
        Problem other =
                Problem.of(image, Histogram.grid(List.of(2, 3), 3, 0, 0, 0, 0, 0), Cost.SQUARED_EUCLIDEAN.atMost(2));
        Solution solution = ThresholdedTransport.solve(other, Limits.NONE);
        assertProven(solution);
        assertThat(solution.cost()).isCloseTo(3, within(1e-12));
    }

    @Test
    void stoppedEarlyItReturnsAFeasiblePlanAndABound() {
        SplittableRandom random = new SplittableRandom(11);
        Problem problem = Problem.of(image(14, random), image(14, random), Cost.EUCLIDEAN.atMost(4));
        double optimum = ThresholdedTransport.solve(problem, Limits.NONE).cost();
        for (int most : new int[] {0, 10, 60}) {
            Solution stopped = ThresholdedTransport.solve(problem, Limits.NONE.withIterations(most));
            assertThat(stopped.converged()).isFalse();
            assertThat(stopped.marginalError()).isLessThan(1e-13);
            assertThat(stopped.certificate().violation()).isLessThan(1e-12);
            assertThat(stopped.cost()).isGreaterThanOrEqualTo(optimum - 1e-12);
            assertThat(stopped.dual()).isLessThanOrEqualTo(optimum + 1e-12);
        }
    }

    @Test
    void refusesACostWithoutAThreshold() {
        Histogram line = Histogram.of(1, 2);
        assertThatThrownBy(() -> ThresholdedTransport.solve(Problem.of(line, line, Cost.EUCLIDEAN), Limits.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("threshold");
    }

    private static void assertProven(Solution solution) {
        assertThat(solution.converged()).isTrue();
        assertThat(solution.dualityGap()).isBetween(-1e-11, 1e-11);
        assertThat(solution.certificate().violation()).isLessThan(1e-11);
        assertThat(solution.marginalError()).isLessThan(1e-13);
    }

    private static Histogram image(int size, SplittableRandom random) {
        double[] masses =
                random.doubles((long) size * size).map(x -> x < 0.3 ? 0 : x).toArray();
        double sum = DoubleStream.of(masses).sum();
        return Histogram.grid(
                List.of(size, size), DoubleStream.of(masses).map(x -> x / sum).toArray());
    }

    private static double[] thrown(int points, SplittableRandom random) {
        double[] masses = new double[points];
        for (int k = 0; k < 10; k++) {
            masses[random.nextInt(points)]++;
        }
        return masses;
    }
}
