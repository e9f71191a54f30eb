package org.wgan4j.transport.exact.simplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidCostException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NoAllowedPlanException;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.entropic.EntropicSolution;
import org.wgan4j.transport.entropic.Sinkhorn;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.partial.PartialTransport;
import org.wgan4j.transport.solver.OptimalTransport;

/** An infinite cost forbids its pair: the best of the plans that do without, or a sentence where there is none. */
class ForbiddenPairsTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void theOnlyAllowedPlanIsFound() {
        double[][] costs = {{INF, 3, INF}, {1, INF, 2}, {INF, INF, 5}};
        Measure source = Measure.masses(0.25, 0.5, 0.25);
        Measure target = Measure.masses(0.25, 0.25, 0.5);
        Solution solution = NetworkSimplex.solve(Problem.of(source, target, Cost.matrix(costs)), Limits.NONE);
        assertThat(solution.cost()).isEqualTo(0.25 * 3 + 0.25 * 1 + 0.25 * 2 + 0.25 * 5);
        assertThat(solution.converged()).isTrue();
        assertThat(solution.dualityGap()).isCloseTo(0, within(1e-12));
        float[][] single = new float[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                single[i][j] = (float) costs[i][j];
            }
        }
        assertThat(NetworkSimplex.solve(Problem.of(source, target, Cost.matrix(single)), Limits.NONE)
                        .cost())
                .isEqualTo(solution.cost());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-20, 1, 1e20})
    void blocksAreSolvedAsIfEachWereAlone(double scale) {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 2 + random.nextInt(5);
            double[][] costs = new double[2 * size][2 * size];
            double expected = 0;
            double[] masses = new double[2 * size];
            Arrays.fill(masses, 1);
            for (double[] row : costs) {
                Arrays.fill(row, INF);
            }
            double[] ones = new double[size];
            Arrays.fill(ones, 1);
            for (int block = 0; block < 2; block++) {
                double[][] inner = new double[size][size];
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        inner[i][j] = scale * random.nextDouble();
                    }
                    System.arraycopy(inner[i], 0, costs[block * size + i], block * size, size);
                }
                expected += NetworkSimplex.solve(
                                Problem.of(Measure.masses(ones), Measure.masses(ones), Cost.matrix(inner)), Limits.NONE)
                        .cost();
            }
            Problem problem = Problem.of(Measure.masses(masses), Measure.masses(masses), Cost.matrix(costs));
            for (Solution solution :
                    new Solution[] {NetworkSimplex.solve(problem, Limits.NONE), Assignment.solve(problem, Limits.NONE)
                    }) {
                assertThat(solution.cost()).as("seed %d", seed).isCloseTo(expected, within(1e-12 * expected));
                assertThat(solution.converged()).isTrue();
                assertThat(solution.dualityGap()).isCloseTo(0, within(1e-9 * expected));
            }
        }
    }

    @Test
    void whereEveryPlanNeedsAForbiddenPairTheAnswerIsASentence() {
        double[][] costs = {{1, INF, INF}, {1, INF, INF}, {1, 2, 3}};
        Measure equal = Measure.masses(1, 1, 1);
        assertThatThrownBy(() -> NetworkSimplex.solve(Problem.of(equal, equal, Cost.matrix(costs)), Limits.NONE))
                .isInstanceOf(NoAllowedPlanException.class)
                .hasMessageContaining("at least 1.0");
        assertThatThrownBy(() -> OptimalTransport.between(equal, equal)
                        .cost(Cost.matrix(costs))
                        .solve())
                .isInstanceOf(NoAllowedPlanException.class);
        assertThat(Sinkhorn.of(0.1)
                        .withIterations(1000)
                        .solve(Problem.of(equal, equal, Cost.matrix(costs)))
                        .converged())
                .isFalse();
    }

    @Test
    void aPartOfTheMassMayStillMove() {
        double[][] costs = {{1, INF, INF}, {1, INF, INF}, {1, 2, 3}};
        Measure equal = Measure.masses(1, 1, 1);
        assertThat(PartialTransport.solve(equal, equal, Cost.matrix(costs), 2, Limits.NONE)
                        .cost())
                .isCloseTo(3, within(1e-12));
        assertThatThrownBy(() -> PartialTransport.solve(equal, equal, Cost.matrix(costs), 3, Limits.NONE))
                .isInstanceOf(NoAllowedPlanException.class);
    }

    @Test
    void entropicPlansKeepToTheAllowedPairs() {
        double[][] costs = {{INF, 3, 1}, {1, 2, INF}, {2, INF, 1}};
        Measure third = Measure.masses(1, 1, 1);
        EntropicSolution solution = Sinkhorn.of(0.01).solve(Problem.of(third, third, Cost.matrix(costs)));
        assertThat(solution.converged()).isTrue();
        assertThat(solution.transportCost()).isCloseTo(1 + 2 + 2, within(1e-6));
        assertThat(solution.plan().forbiddenMass(Cost.matrix(costs).between(third, third)))
                .isZero();
    }

    @Test
    void minusInfinityAndNaNAreNoCosts() {
        assertThatThrownBy(() -> Cost.matrix(new double[][] {{0, -INF}})).isInstanceOf(InvalidCostException.class);
        assertThatThrownBy(() -> Cost.matrix(new double[][] {{0, INF, Double.NaN}}))
                .isInstanceOf(InvalidCostException.class);
        assertThatThrownBy(() -> Cost.matrix(new float[][] {{0, Float.NEGATIVE_INFINITY}}))
                .isInstanceOf(InvalidCostException.class);
    }

    @Test
    void sharesThatBalanceButForRoundingNeedNoForbiddenPair() {
        double[] targets = new double[9];
        Arrays.fill(targets, 1.0 / 9);
        double[][] costs = new double[3][9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 9; j++) {
                costs[i][j] = j / 3 == i ? 1 : INF;
            }
        }
        double third = 1.0 / 3;
        assertThat(NetworkSimplex.solve(
                                Problem.of(
                                        Measure.masses(third, third, third),
                                        Measure.masses(targets),
                                        Cost.matrix(costs)),
                                Limits.NONE)
                        .cost())
                .isCloseTo(1, within(1e-12));
    }
}
