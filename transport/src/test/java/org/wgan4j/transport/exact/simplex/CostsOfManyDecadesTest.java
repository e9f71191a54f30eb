package org.wgan4j.transport.exact.simplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.threshold.ThresholdedTransport;

/** Costs, and masses, of which one is 1e20 times another and both matter: all are held against exact arithmetic. */
class CostsOfManyDecadesTest {
    private static final double RELATIVE = 1e-9;

    @Test
    void fiveByFourCostsOverTwentyDecades() {
        double[][] costs = {
            {1e10, 1e6, 1e-2, 1e-7},
            {1e-9, 1e-2, 1e-7, 1e-2},
            {1e8, 1e-7, 1e2, 1e5},
            {1e-9, 1e5, 1e-6, 1e-9},
            {1e-9, 1e5, 1e-6, 1e-9}
        };
        Problem problem = Problem.of(
                Measure.masses(0.25, 0.25, 0.25, 0.125, 0.125),
                Measure.masses(0.25, 0.25, 0.25, 0.25),
                Cost.matrix(costs));
        Solution solution = NetworkSimplex.solve(problem, Limits.NONE);
        assertThat(solution.cost()).isCloseTo(7.525e-8, within(1e-22));
        assertProved(solution);
    }

    @ParameterizedTest
    @CsvSource({"6, 500", "14, 500", "20, 4000", "24, 4000", "40, 1000", "200, 500"})
    void randomProblemsCostWhatExactArithmeticSays(int decades, int problems) {
        assertRandom(problems, decades, NetworkSimplex::solve, CostsOfManyDecadesTest::problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 24, 40})
    void anAssignmentCostsWhatExactArithmeticSays(int decades) {
        assertRandom(1000, decades, Assignment::solve, CostsOfManyDecadesTest::assignment);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 24})
    void aThresholdAmongTheDecadesIsKept(int decades) {
        assertRandom(1000, decades, ThresholdedTransport::solve, (random, d) -> {
            Problem plain = problem(random, d);
            double threshold = Math.pow(10, d * (random.nextDouble() - 0.5));
            return Problem.of(plain.source(), plain.target(), plain.cost().atMost(threshold));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 20})
    void massesOverManyDecadesAreMovedInFull(int decades) {
        assertRandom(1000, 20, NetworkSimplex::solve, (random, d) -> massesOfDecades(random, decades, d));
    }

    @Test
    void aMassOfABillionthOfABillionthCountsAtACostOfTheInverse() {
        Problem problem = Problem.of(Measure.masses(1, 1e-18), Measure.masses(1, 1e-18), Cost.matrix(new double[][] {
            {0, 1e21}, {1e21, 1e20}
        }));
        Solution solution = NetworkSimplex.solve(problem, Limits.NONE);
        assertThat(solution.cost()).isCloseTo(100, within(1e-12));
        assertProved(solution);
    }

    @Test
    void equalSharesWhoseSumsDifferByRoundingMoveNothingOverDearPairs() {
        double third = 1.0 / 3;
        double ninth = 1.0 / 9;
        double[] targets = new double[9];
        Arrays.fill(targets, ninth);
        double[][] costs = new double[3][9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 9; j++) {
                costs[i][j] = j / 3 == i ? 1e-10 : 1e10 * (1 + i + j);
            }
        }
        Solution solution = NetworkSimplex.solve(
                Problem.of(Measure.masses(third, third, third), Measure.masses(targets), Cost.matrix(costs)),
                Limits.NONE);
        assertThat(solution.cost()).isCloseTo(1e-10, within(1e-20));
        assertProved(solution);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 60, 150})
    void largerProblemsComeToAnEndWithAProof(int decades) {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int kind = seed % 4;
            double[] a = random.doubles(2 + random.nextInt(29), 0.1, 1).toArray();
            double[] b = random.doubles(2 + random.nextInt(29), 0.1, 1).toArray();
            if (kind == 3) {
                Arrays.fill(a, 1);
                Arrays.fill(b, 1);
            }
            double[][] costs = costs(random, a.length, b.length, decades);
            for (double[] row : costs) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = kind == 1 && random.nextInt(3) == 0
                            ? 0
                            : kind == 2 && random.nextBoolean() ? -row[j] : row[j];
                }
            }
            Solution solution = NetworkSimplex.solve(
                    Problem.of(Measure.masses(a).normalized(), Measure.masses(b).normalized(), Cost.matrix(costs)),
                    Limits.NONE);
            assertThat(solution.converged())
                    .as("seed %d at %s", seed, solution.certificate())
                    .isTrue();
            double least = Arrays.stream(costs)
                    .flatMapToDouble(Arrays::stream)
                    .map(Math::abs)
                    .filter(cost -> cost > 0)
                    .min()
                    .orElse(1);
            assertThat(solution.dualityGap())
                    .isCloseTo(0, within(RELATIVE * Math.max(Math.abs(solution.cost()), least)));
        }
    }

    private static void assertRandom(
            int problems,
            int decades,
            BiFunction<Problem, Limits, Solution> solver,
            BiFunction<SplittableRandom, Integer, Problem> kind) {
        for (int seed = 0; seed < problems; seed++) {
            Problem problem = kind.apply(new SplittableRandom(seed), decades);
            double optimum = RationalTransport.cost(problem);
            Solution solution = solver.apply(problem, Limits.NONE);
            assertThat(solution.cost()).as("seed %d", seed).isCloseTo(optimum, within(RELATIVE * Math.abs(optimum)));
            assertThat(solution.converged())
                    .as("seed %d at %s", seed, solution.certificate())
                    .isTrue();
            assertThat(solution.dualityGap())
                    .as("gap of seed %d at %s", seed, solution.certificate())
                    .isCloseTo(0, within(RELATIVE * Math.abs(optimum)));
        }
    }

    private static void assertProved(Solution solution) {
        assertThat(solution.converged()).isTrue();
        assertThat(solution.dualityGap()).isCloseTo(0, within(RELATIVE * solution.cost()));
        assertThat(solution.certificate().violation()).isLessThan(RELATIVE * solution.cost());
    }

    /** 2 x 2 to 6 x 6, masses that are whole multiples of 1/16, costs spread evenly over decades. */
    private static Problem problem(SplittableRandom random, int decades) {
        int n = 2 + random.nextInt(5);
        int m = 2 + random.nextInt(5);
        return Problem.of(
                Measure.masses(sixteenths(random, n)),
                Measure.masses(sixteenths(random, m)),
                Cost.matrix(costs(random, n, m, decades)));
    }

    private static Problem assignment(SplittableRandom random, int decades) {
        int n = 2 + random.nextInt(5);
        double[] equal = new double[n];
        Arrays.fill(equal, 1);
        return Problem.of(Measure.masses(equal), Measure.masses(equal), Cost.matrix(costs(random, n, n, decades)));
    }

    /** Sources whose masses are powers of two over so many decades, each cut into two halves, which are the targets. */
    private static Problem massesOfDecades(SplittableRandom random, int massDecades, int decades) {
        int n = 2 + random.nextInt(3);
        int bits = (int) (massDecades * 3.32);
        double[] a = new double[n];
        double[] b = new double[2 * n];
        for (int i = 0; i < n; i++) {
            a[i] = Math.scalb(1.0, -random.nextInt(bits + 1));
            b[2 * i] = a[i] / 2;
            b[2 * i + 1] = a[i] / 2;
        }
        return Problem.of(Measure.masses(a), Measure.masses(b), Cost.matrix(costs(random, n, 2 * n, decades)));
    }

    private static double[] sixteenths(SplittableRandom random, int n) {
        double[] masses = new double[n];
        Arrays.fill(masses, 1.0 / 16);
        for (int k = n; k < 16; k++) {
            masses[random.nextInt(n)] += 1.0 / 16;
        }
        return masses;
    }

    private static double[][] costs(SplittableRandom random, int n, int m, int decades) {
        double[][] costs = new double[n][m];
        for (double[] row : costs) {
            Arrays.setAll(row, j -> Math.pow(10, decades * (random.nextDouble() - 0.5)));
        }
        return costs;
    }
}
