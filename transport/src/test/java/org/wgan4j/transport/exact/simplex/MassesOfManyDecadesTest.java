package org.wgan4j.transport.exact.simplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.grid.GridTransport;
import org.wgan4j.transport.exact.line.CircleTransport;
import org.wgan4j.transport.exact.line.LineTransport;

/** Masses of which one is 1e20 times another, on the line, the circle and grids: the cost is exact, and converged means proved. */
class MassesOfManyDecadesTest {
    private static final double RELATIVE = 1e-9;

    private static final int PROBLEMS = 500;

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 20", "2, 0", "2, 10"})
    void aLineIsSolvedAsExactArithmeticSays(double power, int decadesOfLengths) {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] a = masses(random, 2 + random.nextInt(3));
            double[] b = halves(a);
            double[] x = places(random, a.length, decadesOfLengths);
            double[] y = places(random, b.length, decadesOfLengths);
            Problem problem = Problem.of(
                    Measure.samples(x).weighted(a), Measure.samples(y).weighted(b), Cost.euclidean(power));
            Solution solution = LineTransport.solve(problem, Limits.NONE);
            assertExact(problem, solution, seed);
            assertThat(LineTransport.samples(x, a, y, b, power))
                    .as("seed %d", seed)
                    .isCloseTo(solution.cost(), within(RELATIVE * solution.cost()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void aCircleIsSolvedAsExactArithmeticSays(int decadesOfLengths) {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] a = masses(random, 2 + random.nextInt(3));
            double[] b = halves(a);
            Measure source =
                    Measure.samples(places(random, a.length, decadesOfLengths)).weighted(a);
            Measure target =
                    Measure.samples(places(random, b.length, decadesOfLengths)).weighted(b);
            Problem problem = Problem.of(source, target, CircleTransport.arcs(source, target, 1));
            Solution solution = CircleTransport.solve(source, target, 1, Limits.NONE);
            assertExact(problem, solution, seed);
            assertThat(CircleTransport.w1(source, target, 1))
                    .as("seed %d", seed)
                    .isCloseTo(solution.cost(), within(RELATIVE * solution.cost()));
        }
    }

    @ParameterizedTest
    @EnumSource(GridCost.class)
    void aGridIsSolvedAsExactArithmeticSays(GridCost cost) {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] a = masses(random, 9);
            double[] b = a.clone();
            swapSome(random, b, seed % 3 == 0 ? 1 : seed % 3 == 1 ? 0x1p-20 : 0x1p-40);
            Problem problem = Problem.of(Histogram.grid(List.of(3, 3), a), Histogram.grid(List.of(3, 3), b), cost.cost);
            assertExact(problem, GridTransport.solve(problem, Limits.NONE), seed);
        }
    }

    @Test
    void equalMeasuresCostNothingAndAreProvedToDoSo() {
        double[] masses = new double[256];
        Arrays.setAll(masses, k -> Math.exp(-k * k / 100.0));
        for (Cost cost : List.of(Cost.EUCLIDEAN, Cost.SQUARED_EUCLIDEAN)) {
            Problem line = Problem.of(Measure.histogram(masses), Measure.histogram(masses), cost);
            assertFree(LineTransport.solve(line, Limits.NONE));
            Histogram image = Histogram.grid(List.of(16, 16), masses);
            assertFree(GridTransport.solve(Problem.of(image, image, cost), Limits.NONE));
        }
    }

    private static void assertFree(Solution solution) {
        assertThat(solution.cost()).isZero();
        assertThat(solution.converged()).isTrue();
        assertThat(solution.dualityGap()).isZero();
    }

    private enum GridCost {
        MANHATTAN(Cost.MANHATTAN),
        EUCLIDEAN(Cost.EUCLIDEAN),
        SQUARED(Cost.SQUARED_EUCLIDEAN);

        private final NormCost cost;

        GridCost(Cost cost) {
            this.cost = (NormCost) cost;
        }
    }

    private static void assertExact(Problem problem, Solution solution, int seed) {
        double optimum = RationalTransport.cost(problem);
        assertThat(solution.converged())
                .as("seed %d at %s", seed, solution.certificate())
                .isTrue();
        assertThat(solution.cost()).as("seed %d", seed).isCloseTo(optimum, within(RELATIVE * optimum));
        assertThat(solution.dualityGap())
                .as("gap of seed %d", seed)
                .isCloseTo(0, within(optimum > 0 ? RELATIVE * optimum : negligible(problem)));
    }

    /** A gap that is negligible for a plan that moves nothing. */
    private static double negligible(Problem problem) {
        return 1e-12 * Arrays.stream(problem.source().masses()).min().orElseThrow();
    }

    /** Powers of two over twenty decades. */
    private static double[] masses(SplittableRandom random, int count) {
        double[] masses = new double[count];
        Arrays.setAll(masses, k -> Math.scalb(1.0, -random.nextInt(67)));
        return masses;
    }

    private static double[] halves(double[] masses) {
        double[] halves = new double[2 * masses.length];
        Arrays.setAll(halves, k -> masses[k / 2] / 2);
        return halves;
    }

    /** Places from 0 to 1, below 1. */
    private static double[] places(SplittableRandom random, int count, int decades) {
        double[] places = new double[count];
        Arrays.setAll(places, k -> random.nextDouble() * Math.pow(10, -decades * random.nextDouble()));
        return places;
    }

    /** Permutes the masses that are no more than a bound. */
    private static void swapSome(SplittableRandom random, double[] masses, double most) {
        for (int k = masses.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            if (masses[k] <= most && masses[other] <= most) {
                double mass = masses[k];
                masses[k] = masses[other];
                masses[other] = mass;
            }
        }
    }
}
