package org.wgan4j.transport.exact.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.simplex.Images;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;
import org.wgan4j.transport.exact.simplex.ShortestPathTransport;

class GridTransportTest {
    private static final List<List<Integer>> SHAPES = List.of(
            List.of(1),
            List.of(2),
            List.of(7),
            List.of(1, 6),
            List.of(5, 1),
            List.of(2, 2),
            List.of(3, 5),
            List.of(6, 4),
            List.of(3, 2, 4),
            List.of(1, 3, 3),
            List.of(2, 1, 2, 3));

    static List<Cost> costs() {
        return List.of(Cost.MANHATTAN, Cost.EUCLIDEAN, Cost.SQUARED_EUCLIDEAN);
    }

    @ParameterizedTest
    @MethodSource("costs")
    void agreesWithShortestPathsOnSmallGridsOfAnyShape(Cost cost) {
        SplittableRandom random = new SplittableRandom(7);
        for (List<Integer> shape : SHAPES) {
            for (int repeat = 0; repeat < 8; repeat++) {
                int cells = shape.stream().reduce(1, (a, b) -> a * b);
                Problem problem = Problem.of(
                        Histogram.grid(shape, thrown(cells, 12, random)),
                        Histogram.grid(shape, thrown(cells, 12, random)),
                        cost);
                Solution solution = GridTransport.solve(problem, Limits.NONE);
                assertProven(solution, problem);
                assertThat(solution.cost()).isCloseTo(ShortestPathTransport.cost(problem), within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("costs")
    void provesItsAnswerOnImagesOfManyKinds(Cost cost) {
        SplittableRandom random = new SplittableRandom(11);
        for (int height : new int[] {1, 9, 16, 23}) {
            for (int width : new int[] {5, 16, 21}) {
                List<double[]> images = Images.kinds(height, width, random);
                for (int k = 1; k < images.size(); k++) {
                    Problem problem = problem(List.of(height, width), images.get(k - 1), images.get(k), cost);
                    assertProven(GridTransport.solve(problem, Limits.NONE), problem);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("costs")
    void agreesWithTheNetworkSimplex(Cost cost) {
        SplittableRandom random = new SplittableRandom(13);
        List<double[]> images = Images.kinds(15, 18, random);
        for (int k = 1; k < images.size(); k++) {
            Problem problem = problem(List.of(15, 18), images.get(k - 1), images.get(k), cost);
            double expected = NetworkSimplex.solve(problem, Limits.NONE).cost();
            assertThat(GridTransport.solve(problem, Limits.NONE).cost())
                    .isCloseTo(expected, within(1e-12 * (1 + expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("costs")
    void aShiftedImageCostsItsShiftTimesItsMass(Cost cost) {
        SplittableRandom random = new SplittableRandom(17);
        int size = 20;
        double[] source = new double[size * size];
        double[] target = new double[size * size];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 11; j++) {
                double mass = random.nextDouble();
                source[i * size + j] = mass;
                target[(i + 5) * size + j + 7] = mass;
            }
        }
        double unit = cost.equals(Cost.MANHATTAN) ? 12 : cost.equals(Cost.EUCLIDEAN) ? Math.sqrt(74) : 74;
        double mass = DoubleStream.of(source).sum();
        Problem problem = problem(List.of(size, size), source, target, cost);
        Solution solution = GridTransport.solve(problem, Limits.NONE);
        assertProven(solution, problem);
        assertThat(solution.cost()).isCloseTo(unit * mass, within(1e-11 * unit * mass));
    }

    @Test
    void onALineTheCostIsTheSumOfTheDifferencesOfPrefixSums() {
        double[] source = Images.random(101, new SplittableRandom(19));
        double[] target = Images.random(101, new SplittableRandom(20));
        double expected = 0;
        double moved = 0;
        for (int k = 0; k < source.length; k++) {
            moved += source[k] - target[k];
            expected += Math.abs(moved);
        }
        for (Cost cost : List.of(Cost.MANHATTAN, Cost.EUCLIDEAN)) {
            Problem problem = problem(List.of(101), source, target, cost);
            assertThat(GridTransport.solve(problem, Limits.NONE).cost()).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void theDistancesAreOrderedAsTheirCostsAre() {
        List<double[]> images = Images.kinds(14, 14, new SplittableRandom(23));
        for (int k = 1; k < images.size(); k++) {
            double l1 =
                    solve(14, images.get(k - 1), images.get(k), Cost.MANHATTAN).distance();
            double l2 =
                    solve(14, images.get(k - 1), images.get(k), Cost.EUCLIDEAN).distance();
            double w2 = solve(14, images.get(k - 1), images.get(k), Cost.SQUARED_EUCLIDEAN)
                    .distance();
            assertThat(l2).isBetween(l1 / Math.sqrt(2) - 1e-12, l1 + 1e-12);
            assertThat(w2).isGreaterThan(l2 - 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("costs")
    void isSymmetricAndMovesNothingBetweenEqualImages(Cost cost) {
        List<double[]> images = Images.kinds(9, 9, new SplittableRandom(29));
        double[] a = images.get(0);
        double[] b = images.get(1);
        double there = solve(9, a, b, cost).cost();
        assertThat(solve(9, b, a, cost).cost()).isCloseTo(there, within(1e-12 * there));
        assertThat(solve(9, a, a, cost).cost()).isZero();
        assertThat(solve(9, a, a, cost).dualityGap()).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("costs")
    void massesOfAnyScaleAreMovedExactly(Cost cost) {
        SplittableRandom random = new SplittableRandom(31);
        for (double scale : new double[] {1e-200, 1e-9, 1e12, 1e200}) {
            double[] a = Images.random(64, random);
            double[] b = Images.random(64, random);
            double expected = solve(8, a, b, cost).cost();
            double[] scaledA = Arrays.stream(a).map(x -> x * scale).toArray();
            double[] scaledB = Arrays.stream(b).map(x -> x * scale).toArray();
            assertThat(solve(8, scaledA, scaledB, cost).cost() / scale).isCloseTo(expected, within(1e-11));
        }
    }

    @ParameterizedTest
    @MethodSource("costs")
    void massesOfVeryDifferentSizeStillAddUp(Cost cost) {
        SplittableRandom random = new SplittableRandom(37);
        double[] a = new double[100];
        double[] b = new double[100];
        for (int k = 0; k < 100; k++) {
            a[k] = Math.pow(10, -30 * random.nextDouble());
            b[(k * 37) % 100] = a[k];
        }
        Problem problem = problem(List.of(10, 10), a, b, cost);
        assertProven(GridTransport.solve(problem, Limits.NONE), problem);
    }

    @ParameterizedTest
    @MethodSource("costs")
    void stoppedEarlyItReturnsAFeasiblePlanAndABound(Cost cost) {
        double[] a = Images.random(400, new SplittableRandom(41));
        double[] b = Images.random(400, new SplittableRandom(43));
        double optimum = solve(20, a, b, cost).cost();
        for (int most : new int[] {0, 1, 50, 300}) {
            Problem problem = problem(List.of(20, 20), a, b, cost);
            Solution stopped = GridTransport.solve(problem, Limits.NONE.withIterations(most));
            assertThat(stopped.converged()).isFalse();
            assertThat(stopped.iterations()).isLessThanOrEqualTo(most);
            assertThat(stopped.marginalError()).isLessThan(1e-13);
            assertThat(stopped.certificate().violation()).isLessThan(1e-10);
            assertThat(stopped.cost()).isGreaterThanOrEqualTo(optimum - 1e-12);
            assertThat(stopped.dual()).isLessThanOrEqualTo(optimum + 1e-12);
        }
    }

    @Test
    void refusesWhatIsNotOnOneGridOrHasAnotherCost() {
        Histogram image = Histogram.image(new double[][] {{1, 2}, {3, 4}});
        Histogram line = Histogram.of(1, 2, 3, 4);
        assertThatThrownBy(() -> GridTransport.solve(
                        Problem.of(line, Measure.samples(1, 2).weighted(5, 5), Cost.EUCLIDEAN), Limits.NONE))
                .isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> GridTransport.solve(Problem.of(image, image, Cost.euclidean(3)), Limits.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("power=3");
        assertThatThrownBy(() -> GridTransport.approximation(Problem.of(image, image, Cost.EUCLIDEAN), 0, Limits.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("reach is 0");
    }

    private static void assertProven(Solution solution, Problem problem) {
        double mass = problem.source().totalMass();
        double scale = solution.cost() + mass;
        assertThat(solution.converged()).isTrue();
        assertThat(solution.dualityGap()).isBetween(-2e-12 * scale, 2e-12 * scale);
        assertThat(solution.certificate().violation()).isLessThan(1e-11);
        assertThat(solution.marginalError()).isLessThan(1e-13 * mass);
        assertThat(solution.plan().size()).isLessThan(2 * problem.source().size());
    }

    private static Solution solve(int size, double[] source, double[] target, Cost cost) {
        return GridTransport.solve(problem(List.of(size, size), source, target, cost), Limits.NONE);
    }

    private static Problem problem(List<Integer> shape, double[] source, double[] target, Cost cost) {
        return Problem.of(Histogram.grid(shape, source), Histogram.grid(shape, target), cost);
    }

    /** So many units thrown at random. */
    private static double[] thrown(int cells, int units, SplittableRandom random) {
        double[] masses = new double[cells];
        for (int k = 0; k < units; k++) {
            masses[random.nextInt(cells)]++;
        }
        return masses;
    }
}
