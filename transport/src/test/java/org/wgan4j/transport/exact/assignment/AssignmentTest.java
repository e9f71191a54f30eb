package org.wgan4j.transport.exact.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.line.LineTransport;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/** Assignments are held against all permutations, the network simplex, their certificates, and optima known in advance. */
class AssignmentTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void smallProblemsCostWhatTheBestPermutationCosts(int n) {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] costs = matrix(n, (i, j) -> random.nextDouble(-1, 1));
            assertThat(total(costs)).isCloseTo(bestOfAll(costs), within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7})
    void smallWholeCostsFullOfTiesAreSolvedToTheUnit(int n) {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] costs = matrix(n, (i, j) -> random.nextInt(4));
            assertThat(total(costs)).isEqualTo(bestOfAll(costs));
        }
    }

    @ParameterizedTest
    @CsvSource({"60,2", "61,2", "400,2", "401,1", "300,30"})
    void pointsInSpaceCostWhatTheNetworkSimplexSays(int n, int dimension) {
        for (double power : new double[] {1, 2, 3.5}) {
            Problem problem = Problem.of(points(n, dimension, 1), points(n, dimension, 2), Cost.euclidean(power));
            Solution solution = Assignment.solve(problem, Limits.NONE);
            assertOptimal(solution);
            double other = NetworkSimplex.solve(problem, Limits.NONE).cost();
            assertThat(solution.cost()).isCloseTo(other, within(1e-12 * Math.max(1, other)));
        }
    }

    @Test
    void anAssignmentBuiltFromPotentialsIsFound() {
        int n = 1500;
        SplittableRandom random = new SplittableRandom(5);
        double[] f = random.doubles(n, -1, 1).toArray();
        double[] g = random.doubles(n, -1, 1).toArray();
        double[][] costs = matrix(n, (i, j) -> f[i] + g[j] + (j == (7 * i + 3) % n ? 0 : random.nextDouble()));
        int[] columns = Assignment.columnsOf(rows(costs));
        assertThat(columns)
                .containsExactly(IntStream.range(0, n).map(i -> (7 * i + 3) % n).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 999, 1500})
    void equalCostsTakeOneReadingOfEachRow(int n) {
        AtomicInteger read = new AtomicInteger();
        CostRows costs = counted(rows(matrix(n, (i, j) -> 3.0)), read);
        assertPermutation(Assignment.columnsOf(costs));
        assertThat(read.get()).isLessThanOrEqualTo(4 * n);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 1000})
    void costsOfFewValuesAreSolvedToTheUnit(int values) {
        SplittableRandom random = new SplittableRandom(values);
        int n = 300;
        Solution solution = solve(matrix(n, (i, j) -> random.nextInt(values)));
        assertThat(solution.cost()).isEqualTo(Math.rint(solution.cost()));
        assertThat(solution.dual()).isCloseTo(solution.cost(), within(1e-9));
        assertThat(solution.certificate().violation()).isLessThan(1e-12);
    }

    @Test
    void productsOfRanksPairLowWithHigh() {
        int n = 200; // the classical hard case of assignment codes: every row prefers the same columns
        Solution solution = solve(matrix(n, (i, j) -> (i + 1.0) * (j + 1.0)));
        double expected =
                IntStream.range(0, n).mapToDouble(i -> (i + 1.0) * (n - i)).sum();
        assertThat(solution.cost()).isEqualTo(expected);
        assertThat(solution.dual()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"700,1", "701,2", "500,4"})
    void pointsFarAwayOnTheLineCostWhatTheLineSays(int n, double power) {
        SplittableRandom random = new SplittableRandom(n);
        Problem problem = Problem.of(
                Measure.samples(random.doubles(n).toArray()),
                Measure.samples(random.doubles(n, 2, 3).toArray()),
                Cost.euclidean(power)); // every row prefers the same columns, and prices have far to go
        Solution solution = Assignment.solve(problem, Limits.NONE);
        assertOptimal(solution);
        double line = LineTransport.solve(problem, Limits.NONE).cost();
        assertThat(solution.cost()).isCloseTo(line, within(1e-12 * line));
    }

    @Test
    void forbiddenPairsOf1e32LeaveTheSmallCostsExact() {
        for (int seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 120 + seed % 2;
            double allowed = seed % 3 == 0 ? 0.02 : 0.3;
            double[][] small = matrix(n, (i, j) -> random.nextDouble());
            double[][] costs = matrix(
                    n, (i, j) -> i == j || j == (i + 1) % n || random.nextDouble() < allowed ? small[i][j] : 1e32);
            double[][] mild = matrix(n, (i, j) -> Math.min(costs[i][j], 1e3));
            assertThat(total(costs)).isCloseTo(total(mild), within(1e-11));
            Solution solution = solve(costs);
            assertThat(solution.dualityGap()).isLessThan(1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 300})
    void rowsWithOneAllowedColumnLeaveTheOthersExact(int n) {
        SplittableRandom random = new SplittableRandom(n);
        int bound = n * 4 / 5;
        double[][] costs = matrix(n, (i, j) -> i < bound && i != j ? 1e32 : random.nextDouble() + (i < bound ? 5 : 0));
        double[][] mild = matrix(n, (i, j) -> Math.min(costs[i][j], 1e3));
        assertThat(total(costs)).isCloseTo(total(mild), within(1e-11));
        assertThat(solve(costs).dualityGap()).isCloseTo(0, within(1e-6));
    }

    @Test
    void costsOfEverySizeUpTo1e32AreSolvedExactly() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + seed % 6;
            double[][] costs = matrix(n, (i, j) -> Math.pow(10, random.nextInt(-8, 33)) * random.nextInt(1, 9));
            int[] columns = Assignment.columnsOf(rows(costs));
            double best = bestOfAll(costs);
            assertThat(total(costs, columns)).isCloseTo(best, within(4e-16 * best));
        }
    }

    @Test
    void oneForbiddenPairLeftOverIsPaidOnce() {
        double[][] costs = {{1, 1e32, 1e32}, {2, 1e32, 1e32}, {1e32, 5, 4}};
        int[] columns = Assignment.columnsOf(rows(costs));
        assertThat(total(costs, columns)).isEqualTo(1e32);
        assertThat(columns[2]).isNotEqualTo(0);
    }

    @Test
    void aConstantAddedToARowAddsItToTheCost() {
        double[][] costs = matrix(90, (i, j) -> Math.abs(i * 31 % 90 - j) * 0.5);
        double before = total(costs);
        Arrays.setAll(costs[17], j -> costs[17][j] - 1024);
        assertThat(total(costs)).isEqualTo(before - 1024);
    }

    @Test
    void repeatedPointsAreAssignedAtNoCost() {
        double[][] points = new double[500][];
        Arrays.setAll(points, i -> new double[] {i % 7, i % 3});
        double[][] reversed = new double[500][];
        Arrays.setAll(reversed, i -> points[499 - i]);
        Solution solution = Assignment.solve(
                Problem.of(Measure.samples(points), Measure.samples(reversed), Cost.EUCLIDEAN), Limits.NONE);
        assertThat(solution.cost()).isZero();
        assertThat(solution.dual()).isCloseTo(0, within(1e-15));
    }

    @Test
    void limitsYieldAPermutationAndALowerBound() {
        Problem problem = Problem.of(points(300, 2, 1), points(300, 2, 2), Cost.EUCLIDEAN);
        double optimum = Assignment.solve(problem, Limits.NONE).cost();
        for (int steps : new int[] {0, 1, 1000, 2000, 5000}) {
            Solution solution = Assignment.solve(problem, Limits.NONE.withIterations(steps));
            assertThat(solution.converged()).isEqualTo(solution.iterations() < steps);
            assertThat(solution.marginalError()).isZero();
            assertThat(solution.certificate().violation()).isLessThan(1e-15);
            assertThat(optimum).isBetween(solution.dual() - 1e-15, solution.cost() + 1e-15);
        }
        assertThat(Assignment.solve(problem, Limits.NONE.withIterations(0)).converged())
                .isFalse();
        assertThat(Assignment.solve(problem, Limits.NONE.withCancellation(() -> true))
                        .converged())
                .isFalse();
    }

    @Test
    void massesCarryOverToThePlan() {
        double[] twos = {2, 2, 2};
        Problem problem =
                Problem.of(Measure.histogram(twos), Measure.samples(2, 0, 1).weighted(twos), Cost.EUCLIDEAN);
        assertThat(Assignment.fits(problem)).isTrue();
        Solution solution = Assignment.solve(problem, Limits.NONE);
        assertThat(solution.cost()).isZero();
        assertThat(solution.plan().toMatrix()).isDeepEqualTo(new double[][] {{0, 2, 0}, {0, 0, 2}, {2, 0, 0}});
    }

    @Test
    void otherProblemsAreRefused() {
        Problem unequal = Problem.of(Measure.masses(1, 3), Measure.masses(2, 2), Cost.matrix(new double[2][2]));
        assertThat(Assignment.fits(unequal)).isFalse();
        assertThatThrownBy(() -> Assignment.solve(unequal, Limits.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("point 1 of the source has the mass 3.0");
        Problem oblong = Problem.of(Measure.masses(2, 2), Measure.masses(4), Cost.matrix(new double[2][1]));
        assertThat(Assignment.fits(oblong)).isFalse();
        assertThatThrownBy(() -> Assignment.solve(oblong, Limits.NONE))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("2 sources and 1 targets");
    }

    private static void assertOptimal(Solution solution) {
        double scale = Math.max(1, Math.abs(solution.cost()));
        assertThat(solution.converged()).isTrue();
        assertThat(solution.dualityGap()).isCloseTo(0, within(1e-12 * scale));
        assertThat(solution.certificate().violation()).isLessThan(1e-14 * scale);
        assertThat(solution.marginalError()).isZero();
    }

    private static void assertPermutation(int[] columns) {
        assertThat(Arrays.stream(columns).sorted().toArray())
                .containsExactly(IntStream.range(0, columns.length).toArray());
    }

    private static Solution solve(double[][] costs) {
        double[] ones = new double[costs.length];
        Arrays.fill(ones, 1);
        return Assignment.solve(
                Problem.of(Measure.masses(ones), Measure.masses(ones), Cost.matrix(costs)), Limits.NONE);
    }

    private static double total(double[][] costs) {
        return total(costs, Assignment.columnsOf(rows(costs)));
    }

    private static double total(double[][] costs, int[] columns) {
        assertPermutation(columns);
        double sum = 0;
        for (int i = 0; i < columns.length; i++) {
            sum += costs[i][columns[i]];
        }
        return sum;
    }

    private static double bestOfAll(double[][] costs) {
        return bestOfAll(costs, new boolean[costs.length], 0, 0);
    }

    private static double bestOfAll(double[][] costs, boolean[] taken, int row, double sum) {
        if (row == taken.length) {
            return sum;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.min(best, bestOfAll(costs, taken, row + 1, sum + costs[row][j]));
                taken[j] = false;
            }
        }
        return best;
    }

    private static Measure points(int n, int dimension, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[n][dimension];
        for (double[] point : points) {
            Arrays.setAll(point, k -> random.nextDouble());
        }
        return Measure.samples(points);
    }

    private static double[][] matrix(int n, Cost.PairFunction entry) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = entry.between(i, j);
            }
        }
        return matrix;
    }

    private static CostRows rows(double[][] costs) {
        double[] ones = new double[costs.length];
        Arrays.fill(ones, 1);
        return Cost.matrix(costs).between(Measure.masses(ones), Measure.masses(ones));
    }

    private static CostRows counted(CostRows costs, AtomicInteger rowsRead) {
        return new CostRows() {
            @Override
            public int sources() {
                return costs.sources();
            }

            @Override
            public int targets() {
                return costs.targets();
            }

            @Override
            public double cost(int source, int target) {
                return costs.cost(source, target);
            }

            @Override
            public double[] row(int source, double[] buffer) {
                rowsRead.incrementAndGet();
                return costs.row(source, buffer);
            }
        };
    }
}
