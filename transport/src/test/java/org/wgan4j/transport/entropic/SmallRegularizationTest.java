package org.wgan4j.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.ShapeMismatchException;

/** The way down to a regularisation far below the costs, and costs that are not symmetric where they must be. */
class SmallRegularizationTest {
    private static final double[][] ASYMMETRIC = {{0, 1, 1}, {1, 0, .3}, {1, .01, 0}};

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-5, 1e-6})
    void threeByThreeConvergesInAFewHundredSteps(double regularization) {
        long steps = 0;
        for (int seed = 0; seed < 100; seed++) {
            Problem problem = threeByThree(new SplittableRandom(seed), 1);
            EntropicSolution solution = Sinkhorn.of(regularization).solve(problem);
            assertThat(solution.converged())
                    .as("seed %d, error %s", seed, solution.marginalError())
                    .isTrue();
            assertThat(solution.objective())
                    .isCloseTo(solution.dual(), within(1e-8 + 10 * regularization * solution.marginalError()));
            steps += solution.iterations();
        }
        assertThat(steps / 100).isLessThan(regularization < 5e-4 ? 400 : 2000);
    }

    @Test
    void theScaleOfTheCostsDoesNotMatter() {
        for (double scale : new double[] {1e-200, 1e-20, 1e20, 1e200}) {
            Problem plain = threeByThree(new SplittableRandom(7), 1);
            Problem scaled = threeByThree(new SplittableRandom(7), scale);
            EntropicSolution expected = Sinkhorn.of(1e-6).solve(plain);
            EntropicSolution solution = Sinkhorn.of(1e-6 * scale).solve(scaled);
            assertThat(solution.converged()).isTrue();
            assertThat(solution.transportCost() / scale).isCloseTo(expected.transportCost(), within(1e-9));
        }
    }

    private static Problem threeByThree(SplittableRandom random, double scale) {
        double[][] costs = new double[3][3];
        for (double[] row : costs) {
            Arrays.setAll(row, j -> scale * random.nextDouble());
        }
        return Problem.of(
                Measure.masses(random.doubles(3, .1, 1).toArray()).normalized(),
                Measure.masses(random.doubles(3, .1, 1).toArray()).normalized(),
                Cost.matrix(costs));
    }

    @Test
    void aDivergenceLooksForAsymmetryAtAllPairs() {
        assertThatThrownBy(() -> SinkhornDivergence.between(
                        Measure.masses(.2, .3, .5),
                        Measure.masses(.5, .3, .2),
                        Cost.matrix(ASYMMETRIC),
                        Sinkhorn.of(.1)))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("point 2 to point 1 is 0.01 and back 0.3");
    }

    @Test
    void aBarycenterLooksForAsymmetryAtAllPairs() {
        assertThatThrownBy(() -> EntropicBarycenter.of(.1)
                        .solve(
                                List.of(Measure.masses(.2, .3, .5)),
                                new double[] {1},
                                Cost.matrix(ASYMMETRIC),
                                Limits.NONE))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("point 2 to point 1 is 0.01 and back 0.3");
    }

    @Test
    void asymmetryByRoundingIsNone() {
        double[][] costs = {{0, 0.1 + 0.2}, {0.3, 0}};
        Measure half = Measure.masses(0.5, 0.5);
        assertThat(SinkhornDivergence.between(half, half, Cost.matrix(costs), Sinkhorn.of(.1))
                        .value())
                .isCloseTo(0, within(1e-12));
    }
}
