package org.wgan4j.transport.exact.simplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;

/** The network simplex is held against its certificates, closed forms, and families of problems whose optimum is known. */
class NetworkSimplexTest {
    @ParameterizedTest
    @CsvSource({"1,1", "1,7", "9,1", "2,2", "5,8", "30,17", "64,64", "65,64", "201,350"})
    void randomProblemsOfEveryShapeAreSolvedToTheGap(int n, int m) {
        for (int seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Solution solution = solve(masses(random, n), masses(random, m), costs(random, n, m));
            assertOptimal(solution);
            assertThat(solution.plan().size()).isLessThanOrEqualTo(n + m - 1);
        }
    }

    @Test
    void smallProblemsCostWhatTheBestOfAllTheirVerticesCosts() {
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 4;
            double[][] costs = costs(random, n, n);
            double[] equal = new double[n];
            Arrays.fill(equal, 0.25);
            double best = leastOfPermutations(costs, new boolean[n], 0) / n;
            assertThat(solve(equal, equal, costs).cost()).isCloseTo(best, within(1e-15));
        }
    }

    @Test
    void anOptimumBuiltFromPotentialsIsFoundAtSeveralThousandPoints() {
        int n = 2001;
        int m = 1500;
        SplittableRandom random = new SplittableRandom(3);
        double[] f = random.doubles(n, -1, 1).toArray();
        double[] g = random.doubles(m, -1, 1).toArray();
        double[] a = new double[n];
        double[] b = new double[m];
        double[][] costs = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                costs[i][j] = f[i] + g[j] + random.nextDouble();
            }
        }
        // A path through all nodes on which the cost is tight carries the mass.
        double optimum = 0;
        for (int k = 0; k < n; k++) {
            int j = (int) ((long) k * m / n);
            double mass = 0.1 + random.nextDouble();
            costs[k][j] = f[k] + g[j];
            a[k] += mass;
            b[j] += mass;
            optimum += mass * costs[k][j];
        }
        Solution solution = solve(a, b, costs);
        assertOptimal(solution);
        assertThat(solution.cost()).isCloseTo(optimum, within(1e-9));
    }

    @Test
    void aShiftOfAllPointsCostsItsLength() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] x = points(random, 700, 3);
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = new double[] {x[i][0] + 3, x[i][1] - 4, x[i][2] + 12};
        }
        double[] weights = masses(random, x.length);
        Problem problem = Problem.of(
                Measure.samples(x).weighted(weights), Measure.samples(y).weighted(weights), Cost.EUCLIDEAN);
        Solution solution = NetworkSimplex.solve(problem, Limits.NONE);
        assertOptimal(solution);
        assertThat(solution.cost()).isCloseTo(13 * problem.source().totalMass(), within(1e-10));
    }

    @Test
    void anAffineMapWithAPositiveDefiniteMatrixIsOptimalForTheSquaredDistance() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] x = points(random, 1000, 2);
        double[][] y = new double[x.length][];
        double expected = 0;
        double[] weights = masses(random, x.length);
        for (int i = 0; i < x.length; i++) {
            y[i] = new double[] {2 * x[i][0] + 0.5 * x[i][1] + 1, 0.5 * x[i][0] + 1.5 * x[i][1] - 2};
            expected += weights[i] * (square(y[i][0] - x[i][0]) + square(y[i][1] - x[i][1]));
        }
        Solution solution = NetworkSimplex.solve(
                Problem.of(
                        Measure.samples(x).weighted(weights),
                        Measure.samples(y).weighted(weights),
                        Cost.SQUARED_EUCLIDEAN),
                Limits.NONE);
        assertOptimal(solution);
        assertThat(solution.cost()).isCloseTo(expected, within(1e-10 * expected));
    }

    @Test
    void tiesAndEqualCostsAndDuplicatesEndAtTheOptimum() {
        SplittableRandom random = new SplittableRandom(6);
        double[][] constant = new double[40][40];
        for (double[] row : constant) {
            Arrays.fill(row, 7);
        }
        double[] equal = new double[40];
        Arrays.fill(equal, 1);
        assertThat(solve(equal, equal, constant).cost()).isEqualTo(280);
        double[][] few = new double[60][60];
        for (double[] row : few) {
            Arrays.setAll(row, j -> random.nextInt(3));
        }
        double[] masses = new double[60];
        Arrays.setAll(masses, i -> 1 + random.nextInt(2));
        assertOptimal(solve(masses, masses, few));
        assertOptimal(solve(masses, masses, new double[60][60]));
    }

    @Test
    void massesFarBelowTheSmallestUnitAreMovedTooOrLeftWithinTheirSize() {
        Solution two = solve(new double[] {1, 1e-30}, new double[] {1e-30, 1}, new double[][] {{0, 1}, {1, 0}});
        assertThat(two.converged()).isTrue();
        assertThat(two.cost()).isCloseTo(1, within(1e-15));
        for (int seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] a = random.doubles(20).map(u -> Math.pow(10, -60 * u)).toArray();
            double[] b = random.doubles(15).map(u -> Math.pow(10, -60 * u)).toArray();
            assertOptimal(solve(a, b, costs(random, 20, 15)));
        }
    }

    @Test
    void fewPointsOnACoarseGridEndWhateverTheirTies() {
        for (int spacing : new int[] {1, 16, 64, 256}) {
            for (int seed = 0; seed < 500; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                Measure source = coarse(random, spacing);
                Measure target = coarse(random, spacing);
                Solution solution = NetworkSimplex.solve(Problem.of(source, target, Cost.EUCLIDEAN), Limits.NONE);
                assertThat(solution.converged()).isTrue();
                assertThat(solution.dualityGap()).as("seed %d", seed).isCloseTo(0, within(1e-11));
                assertThat(solution.certificate().violation()).isLessThan(1e-11);
            }
        }
    }

    private static Measure coarse(SplittableRandom random, int spacing) {
        double[][] points = new double[1 + random.nextInt(12)][3];
        for (double[] point : points) {
            Arrays.setAll(point, k -> (200 + random.nextInt(40)) / spacing * spacing);
        }
        double[] masses = random.ints(points.length, 1, 6).asDoubleStream().toArray();
        return Measure.samples(points).weighted(masses).normalized();
    }

    @Test
    void equalMeasuresCostNothingUnderAMetric() {
        SplittableRandom random = new SplittableRandom(7);
        Measure points = Measure.samples(points(random, 200, 2)).weighted(masses(random, 200));
        assertThat(NetworkSimplex.solve(Problem.of(points, points, Cost.EUCLIDEAN), Limits.NONE)
                        .cost())
                .isZero();
    }

    @Test
    void pointsWithoutMassTakeNoPartAndGetFeasiblePotentials() {
        SplittableRandom random = new SplittableRandom(8);
        for (int seed = 0; seed < 20; seed++) {
            int n = 25;
            double[] a = masses(random, n);
            double[] b = masses(random, n);
            for (int k = 0; k < 12; k++) {
                a[random.nextInt(1, n)] = 0;
                b[random.nextInt(1, n)] = 0;
            }
            balance(a, b);
            Solution solution = solve(a, b, costs(random, n, n));
            assertOptimal(solution);
            double[] sent = solution.plan().sourceMasses();
            assertThat(IntStream.range(0, n).filter(i -> a[i] == 0).allMatch(i -> sent[i] == 0))
                    .isTrue();
        }
    }

    @Test
    void negativeCostsAreCostsLikeOthers() {
        SplittableRandom random = new SplittableRandom(9);
        double[] a = masses(random, 30);
        double[] b = masses(random, 20);
        balance(a, b);
        double[][] costs = costs(random, 30, 20);
        double plain = solve(a, b, costs).cost();
        for (double[] row : costs) {
            Arrays.setAll(row, j -> row[j] - 5);
        }
        Solution shifted = solve(a, b, costs);
        assertOptimal(shifted);
        assertThat(shifted.cost()).isCloseTo(plain - 5 * Arrays.stream(a).sum(), within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e9, 1e16, 1e32})
    void forbiddenPairsOfHugeCostDoNotBlurTheSmallCosts(double huge) {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int blocks = 5;
            int size = 6;
            int n = blocks * size;
            double[] a = new double[n];
            double[] b = new double[n];
            double[][] costs = new double[n][n];
            double expected = 0;
            for (double[] row : costs) {
                Arrays.fill(row, huge);
            }
            for (int block = 0; block < blocks; block++) {
                double[] c = masses(random, size);
                double[] d = masses(random, size);
                balance(c, d);
                double[][] inner = costs(random, size, size);
                expected += solve(c, d, inner).cost();
                for (int i = 0; i < size; i++) {
                    a[block * size + i] = c[i];
                    b[block * size + i] = d[i];
                    System.arraycopy(inner[i], 0, costs[block * size + i], block * size, size);
                }
            }
            Solution solution = solve(a, b, costs);
            assertThat(solution.cost()).as("seed %d", seed).isCloseTo(expected, within(1e-10));
            assertThat(solution.dualityGap()).as("seed %d", seed).isCloseTo(0, within(1e-8));
        }
    }

    @Test
    void oneRowThatCostsFarMoreThanAllOthersIsPaidForAndTheOthersAreStillBest() {
        SplittableRandom random = new SplittableRandom(10);
        double[] a = masses(random, 12);
        double[] b = masses(random, 15);
        balance(a, b);
        double[][] costs = costs(random, 12, 15);
        double plain = solve(a, b, costs).cost();
        Arrays.setAll(costs[3], j -> costs[3][j] + 0x1p40);
        Solution dear = solve(a, b, costs);
        assertThat(dear.cost() - 0x1p40 * a[3]).isCloseTo(plain, within(1e-3));
    }

    @Test
    void everyUnitOfScaleInCostsAndMassesScalesTheAnswer() {
        SplittableRandom random = new SplittableRandom(11);
        double[] a = masses(random, 20);
        double[] b = masses(random, 20);
        balance(a, b);
        double[][] costs = costs(random, 20, 20);
        double plain = solve(a, b, costs).cost();
        double[] bigA = Arrays.stream(a).map(x -> x * 1e200).toArray();
        double[] bigB = Arrays.stream(b).map(x -> x * 1e200).toArray();
        assertThat(solve(bigA, bigB, costs).cost()).isCloseTo(plain * 1e200, within(plain * 1e188));
        double[] smallA = Arrays.stream(a).map(x -> x * 1e-200).toArray();
        double[] smallB = Arrays.stream(b).map(x -> x * 1e-200).toArray();
        assertThat(solve(smallA, smallB, costs).cost()).isCloseTo(plain * 1e-200, within(plain * 1e-212));
    }

    @Test
    void splittingAMassInTwoAtOnePlaceChangesNothing() {
        SplittableRandom random = new SplittableRandom(12);
        double[][] x = points(random, 40, 2);
        double[][] y = points(random, 30, 2);
        double whole = NetworkSimplex.solve(
                        Problem.of(Measure.samples(x), Measure.samples(y), Cost.EUCLIDEAN), Limits.NONE)
                .cost();
        double[][] twice = new double[80][];
        double[] weights = new double[80];
        for (int i = 0; i < 80; i++) {
            twice[i] = x[i / 2];
            weights[i] = (i % 2 == 0 ? 0.3 : 0.7) / 40;
        }
        Solution split = NetworkSimplex.solve(
                Problem.of(Measure.samples(twice).weighted(weights), Measure.samples(y), Cost.EUCLIDEAN), Limits.NONE);
        assertOptimal(split);
        assertThat(split.cost()).isCloseTo(whole, within(1e-14));
    }

    @Test
    void costsComputedWhenNeededGiveTheSameAsAMatrix() {
        SplittableRandom random = new SplittableRandom(13);
        Measure x = Measure.samples(points(random, 300, 2))
                .weighted(masses(random, 300))
                .normalized();
        Measure y = Measure.samples(points(random, 280, 2))
                .weighted(masses(random, 280))
                .normalized();
        Problem lazy = Problem.of(x, y, Cost.EUCLIDEAN);
        double[][] matrix = new double[300][280];
        float[][] single = new float[300][280];
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 280; j++) {
                matrix[i][j] = lazy.costs().cost(i, j);
                single[i][j] = (float) matrix[i][j];
            }
        }
        double expected = NetworkSimplex.solve(lazy, Limits.NONE).cost();
        assertThat(NetworkSimplex.solve(Problem.of(x, y, Cost.matrix(matrix)), Limits.NONE)
                        .cost())
                .isCloseTo(expected, within(1e-14));
        assertThat(NetworkSimplex.solve(Problem.of(x, y, Cost.matrix(single)), Limits.NONE)
                        .cost())
                .isCloseTo(expected, within(1e-7));
    }

    @Test
    void limitsReturnAFeasiblePlanAndABoundThatBracketTheOptimum() {
        SplittableRandom random = new SplittableRandom(14);
        double[] a = masses(random, 150);
        double[] b = masses(random, 150);
        balance(a, b);
        double[][] costs = costs(random, 150, 150);
        Problem problem = Problem.of(Measure.masses(a), Measure.masses(b), Cost.matrix(costs));
        double optimum = NetworkSimplex.solve(problem, Limits.NONE).cost();
        for (Limits limits : new Limits[] {
            Limits.NONE.withIterations(0), Limits.NONE.withIterations(50), Limits.NONE.withTime(Duration.ZERO)
        }) {
            Solution cut = NetworkSimplex.solve(problem, limits);
            assertThat(cut.converged()).isFalse();
            assertThat(cut.iterations()).isLessThanOrEqualTo(limits.iterations());
            assertThat(cut.cost()).isGreaterThanOrEqualTo(optimum - 1e-12);
            assertThat(cut.dual()).isLessThanOrEqualTo(optimum + 1e-12);
            assertThat(cut.certificate().violation()).isLessThan(1e-12);
            assertThat(cut.marginalError()).isLessThan(1e-12);
        }
    }

    @Test
    void aCancellationAndAnInterruptStopIt() {
        SplittableRandom random = new SplittableRandom(15);
        double[] a = masses(random, 100);
        double[][] costs = costs(random, 100, 100);
        Problem problem = Problem.of(Measure.masses(a), Measure.masses(a), Cost.matrix(costs));
        AtomicInteger asked = new AtomicInteger();
        Solution cancelled =
                NetworkSimplex.solve(problem, Limits.NONE.withCancellation(() -> asked.incrementAndGet() > 20));
        assertThat(cancelled.converged()).isFalse();
        assertThat(cancelled.iterations()).isEqualTo(20);
        Thread.currentThread().interrupt();
        Solution interrupted = NetworkSimplex.solve(problem, Limits.NONE);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.converged()).isFalse();
    }

    private static Solution solve(double[] a, double[] b, double[][] costs) {
        double[] target = b.clone();
        balance(a, target);
        return NetworkSimplex.solve(
                Problem.of(Measure.masses(a), Measure.masses(target), Cost.matrix(costs)), Limits.NONE);
    }

    private static void assertOptimal(Solution solution) {
        double scale = Math.abs(solution.cost()) + 1e-300;
        double mass = solution.plan().toMatrix().length;
        assertThat(solution.converged()).isTrue();
        assertThat(solution.certificate().violation()).isLessThan(1e-12);
        assertThat(solution.marginalError()).isLessThan(1e-12 * mass);
        assertThat(solution.dualityGap()).isCloseTo(0, within(1e-11 * Math.max(1, scale)));
    }

    private static double[] masses(SplittableRandom random, int n) {
        return random.doubles(n, 0.1, 1).toArray();
    }

    private static void balance(double[] a, double[] b) {
        double ratio = Arrays.stream(a).sum() / Arrays.stream(b).sum();
        Arrays.setAll(b, j -> b[j] * ratio);
    }

    private static double[][] costs(SplittableRandom random, int n, int m) {
        double[][] costs = new double[n][];
        Arrays.setAll(costs, i -> random.doubles(m).toArray());
        return costs;
    }

    private static double[][] points(SplittableRandom random, int n, int dimension) {
        return costs(random, n, dimension);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double leastOfPermutations(double[][] costs, boolean[] taken, int row) {
        if (row == costs.length) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < costs.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                least = Math.min(least, costs[row][j] + leastOfPermutations(costs, taken, row + 1));
                taken[j] = false;
            }
        }
        return least;
    }
}
