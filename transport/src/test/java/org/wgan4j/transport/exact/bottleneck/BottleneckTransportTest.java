package org.wgan4j.transport.exact.bottleneck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NoAllowedPlanException;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/** W_infinity is held against closed forms, brute force, and its own proof. */
class BottleneckTransportTest {
    private static BottleneckSolution solve(Problem problem) {
        BottleneckSolution solution = BottleneckTransport.solve(problem, Limits.NONE);
        assertThat(solution.largestCost(problem)).isEqualTo(solution.cost());
        assertThat(solution.excessOfBlocked(problem))
                .isGreaterThan(1e-13 * problem.source().totalMass());
        double[] sent = solution.plan().sourceMasses();
        double[] arrived = solution.plan().targetMasses();
        double rounding = 1e-13 * problem.source().totalMass();
        for (int i = 0; i < sent.length; i++) {
            assertThat(sent[i]).isCloseTo(problem.source().mass(i), within(rounding));
        }
        for (int j = 0; j < arrived.length; j++) {
            assertThat(arrived[j]).isCloseTo(problem.target().mass(j), within(rounding));
        }
        return solution;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 200})
    void onTheLineItIsTheLongestWayBetweenEqualRanks(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[] x = random.doubles(n).toArray();
        double[] y = random.doubles(n, 0, 2).toArray();
        double[] sortedX = x.clone();
        double[] sortedY = y.clone();
        Arrays.sort(sortedX);
        Arrays.sort(sortedY);
        double longest = 0;
        for (int i = 0; i < n; i++) {
            longest = Math.max(longest, Math.abs(sortedX[i] - sortedY[i]));
        }
        assertThat(solve(Problem.of(Measure.samples(x), Measure.samples(y), Cost.EUCLIDEAN))
                        .distance())
                .isEqualTo(longest);
        assertThat(solve(Problem.of(Measure.samples(x), Measure.samples(y), Cost.euclidean(3)))
                        .distance())
                .isCloseTo(longest, within(1e-15));
    }

    @Test
    void aShiftOfAllPointsIsItsLengthForAnyMasses() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] x = new double[80][2];
        double[][] y = new double[80][2];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {random.nextInt(50), random.nextInt(50)};
            y[i] = new double[] {x[i][0] + 3, x[i][1] - 4};
        }
        double[] masses = random.doubles(80, 0.1, 1).toArray();
        assertThat(solve(Problem.of(
                                Measure.samples(x).weighted(masses),
                                Measure.samples(y).weighted(masses),
                                Cost.EUCLIDEAN))
                        .distance())
                .isEqualTo(5);
    }

    @Test
    void smallProblemsAreTheBestOfAllPermutations() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(6);
            double[][] costs = new double[n][n];
            for (double[] row : costs) {
                Arrays.setAll(row, j -> random.nextInt(20));
            }
            double[] ones = new double[n];
            Arrays.fill(ones, 1);
            assertThat(solve(Problem.of(Measure.masses(ones), Measure.masses(ones), Cost.matrix(costs)))
                            .cost())
                    .as("seed %d", seed)
                    .isEqualTo(bestOfAll(costs, new boolean[n], 0, Double.NEGATIVE_INFINITY));
        }
    }

    private static double bestOfAll(double[][] costs, boolean[] taken, int row, double dearest) {
        if (row == costs.length) {
            return dearest;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < costs.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.min(best, bestOfAll(costs, taken, row + 1, Math.max(dearest, costs[row][j])));
                taken[j] = false;
            }
        }
        return best;
    }

    @Test
    void randomMassesHaveAPlanAndAProof() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(30);
            int m = 1 + random.nextInt(30);
            double[][] costs = new double[n][m];
            for (double[] row : costs) {
                Arrays.setAll(row, j -> random.nextDouble());
            }
            Problem problem = Problem.of(
                    Measure.masses(random.doubles(n, 0.1, 1).toArray()).normalized(),
                    Measure.masses(random.doubles(m, 0.1, 1).toArray()).normalized(),
                    Cost.matrix(costs));
            double cost = solve(problem).cost();
            assertThat(cost)
                    .isGreaterThanOrEqualTo(
                            NetworkSimplex.solve(problem, Limits.NONE).cost());
        }
    }

    @Test
    void sharesThatBalanceButForRoundingStayTogether() {
        double[] ninths = new double[9];
        Arrays.fill(ninths, 1.0 / 9);
        double[][] costs = new double[3][9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 9; j++) {
                costs[i][j] = j / 3 == i ? 1 : 100;
            }
        }
        Problem problem =
                Problem.of(Measure.masses(1.0 / 3, 1.0 / 3, 1.0 / 3), Measure.masses(ninths), Cost.matrix(costs));
        assertThat(BottleneckTransport.solve(problem, Limits.NONE).cost()).isEqualTo(1);
    }

    @Test
    void forbiddenPairsAreNotUsed() {
        double inf = Double.POSITIVE_INFINITY;
        Measure half = Measure.masses(0.5, 0.5);
        assertThat(solve(Problem.of(half, half, Cost.matrix(new double[][] {{inf, 3}, {1, 0}})))
                        .cost())
                .isEqualTo(3);
        assertThatThrownBy(() -> BottleneckTransport.solve(
                        Problem.of(half, half, Cost.matrix(new double[][] {{inf, inf}, {1, 0}})), Limits.NONE))
                .isInstanceOf(NoAllowedPlanException.class);
    }

    @Test
    void limitsEndItInASentence() {
        Measure x = Measure.samples(1, 2, 3, 4);
        assertThatThrownBy(() ->
                        BottleneckTransport.solve(Problem.of(x, x, Cost.EUCLIDEAN), Limits.NONE.withIterations(1)))
                .isInstanceOf(LimitReachedException.class);
    }
}
