package org.wgan4j.transport.exact.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.simplex.Images;

class GridApproximationTest {
    @Test
    void anApproximationIsWithinItsBoundOfTheOptimum() {
        List<double[]> images = Images.kinds(24, 24, new SplittableRandom(47));
        for (int k = 1; k < images.size(); k++) {
            Problem problem = problem(List.of(24, 24), images.get(k - 1), images.get(k), Cost.EUCLIDEAN);
            double optimum = GridTransport.solve(problem, Limits.NONE).cost();
            for (int reach : new int[] {1, 2, 3, 5}) {
                GridTransport.Approximation near = GridTransport.approximation(problem, reach, Limits.NONE);
                Solution solution = near.solution();
                assertThat(solution.converged()).isTrue();
                assertThat(solution.certificate().violation()).isLessThan(1e-11);
                assertThat(solution.marginalError()).isLessThan(1e-13);
                assertThat(solution.cost() * (1 - near.relativeError())).isLessThanOrEqualTo(optimum + 1e-11);
                assertThat(solution.cost()).isGreaterThanOrEqualTo(optimum - 1e-11);
                assertThat(solution.dual()).isGreaterThanOrEqualTo((1 - near.relativeError()) * optimum - 1e-11);
            }
        }
    }

    @Test
    void theBoundsAreThoseOfThePaper() {
        Problem problem = problem(
                List.of(16, 16),
                Images.random(256, new SplittableRandom(1)),
                Images.random(256, new SplittableRandom(2)),
                Cost.EUCLIDEAN);
        List<Double> bounds = new ArrayList<>();
        for (int reach : new int[] {1, 2, 3, 5, 15}) {
            bounds.add(Math.rint(1000
                            * GridTransport.approximation(problem, reach, Limits.NONE)
                                    .relativeError())
                    / 10);
        }
        assertThat(bounds).containsExactly(7.6, 2.7, 1.3, 0.5, 0.0);
    }

    @Test
    void theWorstBoundIsReachedHalfwayBetweenTwoDirections() {
        double[] source = new double[35 * 35];
        double[] target = new double[35 * 35];
        source[0] = 1;
        target[34 * 35 + 14] = 1; // the direction (34, 14) is at 22.4 degrees
        Problem problem = problem(List.of(35, 35), source, target, Cost.EUCLIDEAN);
        GridTransport.Approximation near = GridTransport.approximation(problem, 1, Limits.NONE);
        assertThat(near.solution().cost()).isCloseTo(Math.hypot(34, 14), within(1e-12));
        assertThat(near.solution().dual())
                .isCloseTo((20 + 14 * Math.sqrt(2)) * (1 - near.relativeError()), within(1e-10));
    }

    private static Problem problem(List<Integer> shape, double[] source, double[] target, Cost cost) {
        return Problem.of(Histogram.grid(shape, source), Histogram.grid(shape, target), cost);
    }
}
