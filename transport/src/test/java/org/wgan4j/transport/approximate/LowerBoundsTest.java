package org.wgan4j.transport.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.solver.OptimalTransport;

class LowerBoundsTest {
    private static final List<Cost> COSTS = List.of(
            Cost.EUCLIDEAN,
            Cost.SQUARED_EUCLIDEAN,
            Cost.MANHATTAN,
            Cost.euclidean(1.5),
            Cost.euclidean(3),
            new NormCost(NormCost.Norm.MANHATTAN, 2));

    @Test
    void noBoundIsAboveTheBestAssignment() {
        for (Cost cost : COSTS) {
            for (int seed = 0; seed < 20; seed++) {
                Samples x = Clouds.normal(6, 1 + seed % 4, seed);
                Samples y = Clouds.mapped(Clouds.normal(6, 1 + seed % 4, seed + 50), (k, value) -> value + k);
                Problem problem = Problem.of(x, y, cost);
                assertAllBelow(problem, bestAssignment(problem, new int[6], 0) / 6, seed);
            }
        }
    }

    @Test
    void noBoundIsAboveTheExactCostOfWeightedMeasures() {
        for (Cost cost : COSTS) {
            for (int seed = 0; seed < 10; seed++) {
                Samples x = Clouds.normal(9, 3, seed)
                        .weighted(Clouds.weights(9, seed))
                        .normalized();
                Samples y = Clouds.normal(14, 3, seed + 50)
                        .weighted(Clouds.weights(14, seed + 9))
                        .normalized();
                double exact = OptimalTransport.between(x, y).cost(cost).solve().cost();
                assertAllBelow(Problem.of(x, y, cost), exact, seed);
            }
        }
    }

    private static void assertAllBelow(Problem problem, double exact, int seed) {
        double most = exact + 1e-12 * (1 + exact);
        Measure x = problem.source();
        Measure y = problem.target();
        double[] direction = Clouds.matrix(1, x.dimension(), seed)[0];
        double means = LowerBounds.means(x, y, problem.cost());
        double axes = LowerBounds.axes(x, y, problem.cost());
        double nearest = RelaxedTransport.nearest(problem);
        double constrained = RelaxedTransport.constrained(problem);
        assertThat(means).isBetween(0.0, most);
        assertThat(axes).isBetween(0.0, most);
        assertThat(LowerBounds.projection(x, y, problem.cost(), direction)).isBetween(0.0, most);
        assertThat(nearest).isBetween(0.0, most);
        assertThat(constrained).isBetween(nearest - 1e-12 * nearest, most);
        if (x.dimension() == 1) {
            assertThat(axes).as("on the line the axis is all there is").isCloseTo(exact, within(1e-12 * (1 + exact)));
        }
    }

    /** The least sum of costs over all permutations. */
    private static double bestAssignment(Problem problem, int[] taken, int row) {
        if (row == taken.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < taken.length; j++) {
            if (taken[j] == 0) {
                taken[j] = 1;
                best = Math.min(best, problem.costs().cost(row, j) + bestAssignment(problem, taken, row + 1));
                taken[j] = 0;
            }
        }
        return best;
    }

    @Test
    void aShiftMeetsTheBoundOfMeansAndThatOfItsOwnDirection() {
        Samples x = Clouds.normal(30, 2, 1);
        Samples y = Clouds.mapped(x, (k, value) -> value + (k == 0 ? 3 : 4));
        for (Cost cost : List.of(Cost.EUCLIDEAN, Cost.SQUARED_EUCLIDEAN, Cost.euclidean(3))) {
            double expected = Math.pow(5, cost.power());
            assertThat(LowerBounds.means(x, y, cost)).isCloseTo(expected, within(1e-11));
            assertThat(LowerBounds.projection(x, y, cost, new double[] {6e200, 8e200}))
                    .isCloseTo(expected, within(1e-11));
        }
        assertThat(LowerBounds.axes(x, y, Cost.EUCLIDEAN)).isCloseTo(5, within(1e-12));
        assertThat(LowerBounds.axes(x, y, Cost.SQUARED_EUCLIDEAN)).isCloseTo(25, within(1e-12));
        assertThat(LowerBounds.means(x, y, Cost.MANHATTAN)).isCloseTo(7, within(1e-12));
        assertThat(LowerBounds.axes(x, y, Cost.MANHATTAN)).isCloseTo(7, within(1e-12));
    }

    @Test
    void theBoundsGrowWithTheMassAsTheCostDoes() {
        Samples x = Clouds.normal(5, 2, 1).weighted(2, 2, 2, 2, 2);
        Samples y = Clouds.normal(10, 2, 2).weighted(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        for (Cost cost : COSTS) {
            double exact = OptimalTransport.between(x, y).cost(cost).solve().cost();
            assertAllBelow(Problem.of(x, y, cost), exact, 1);
            assertThat(LowerBounds.axes(x, y, cost))
                    .isCloseTo(10 * LowerBounds.axes(x.normalized(), y.normalized(), cost), within(1e-11));
        }
    }

    @Test
    void constrainedTransferSeesThatOnePartnerCannotServeAll() {
        Problem problem =
                Problem.of(Measure.masses(1, 1), Measure.masses(1, 1), Cost.matrix(new double[][] {{0, 1e32}, {0, 5}}));
        assertThat(RelaxedTransport.nearest(problem)).isEqualTo(5);
        Problem crowded =
                Problem.of(Measure.masses(2, 2), Measure.masses(1, 3), Cost.matrix(new double[][] {{0, 4}, {0, 4}}));
        assertThat(RelaxedTransport.constrained(crowded)).isEqualTo(12);
        Problem same = Problem.of(
                Measure.samples(0.0, 1.0).weighted(.5, .5),
                Measure.samples(0.0, 1.0).weighted(.9, .1),
                Cost.EUCLIDEAN);
        assertThat(RelaxedTransport.nearest(same))
                .as("blind to overlapping points")
                .isZero();
        assertThat(RelaxedTransport.constrained(same)).as("exact here").isCloseTo(.4, within(1e-15));
    }

    @Test
    void pointsWithoutMassServeNobody() {
        Problem problem =
                Problem.of(Measure.masses(1, 0), Measure.masses(0, 1), Cost.matrix(new double[][] {{0, 7}, {0, 0}}));
        assertThat(RelaxedTransport.nearest(problem)).isEqualTo(7);
        assertThat(RelaxedTransport.constrained(problem)).isEqualTo(7);
    }

    @Test
    void randomCostsOfAnySignAreBoundedToo() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 20; round++) {
            double[][] costs = Clouds.matrix(6, 6, round);
            costs[random.nextInt(6)][random.nextInt(6)] = 1e32;
            Problem problem =
                    Problem.of(Measure.masses(1, 1, 1, 1, 1, 1), Measure.masses(1, 1, 1, 1, 1, 1), Cost.matrix(costs));
            double exact = bestAssignment(problem, new int[6], 0);
            assertThat(RelaxedTransport.nearest(problem)).isLessThanOrEqualTo(exact + 1e-12);
            assertThat(RelaxedTransport.constrained(problem)).isLessThanOrEqualTo(exact + 1e-12);
        }
    }

    @Test
    void refusesCostsThatAreNoPowersOfADistance() {
        Samples x = Measure.samples(0.0, 1.0);
        assertThatThrownBy(() -> LowerBounds.means(x, x, Cost.EUCLIDEAN.atMost(1)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("ThresholdedCost");
        assertThatThrownBy(() -> LowerBounds.projection(x, x, Cost.EUCLIDEAN, new double[] {0}))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> LowerBounds.projection(x, x, Cost.EUCLIDEAN, new double[] {1, 0}))
                .isInstanceOf(ShapeMismatchException.class);
        assertThatThrownBy(() -> LowerBounds.axes(x, Clouds.normal(2, 2, 1), Cost.EUCLIDEAN))
                .isInstanceOf(ShapeMismatchException.class);
    }
}
