package org.wgan4j.transport.exact.barycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

class LineBarycenterTest {
    private static Samples onLine(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextInt(10) - 3.5 * seed;
            weights[i] = random.nextInt(4);
        }
        weights[0] = 1;
        return Samples.onLine(values).weighted(weights);
    }

    @Test
    void theBoundOfPairsMeetsTheObjectiveAndTheNetworkSimplexAgrees() {
        for (long seed = 1; seed < 20; seed++) {
            List<Measure> measures = new ArrayList<>();
            for (int k = 0; k < 4; k++) {
                measures.add(onLine(3 + k, 4 * seed + k).normalized());
            }
            double[] weights = {0.1, 0.4, 0.3, 0.2};
            BarycenterSolution s = LineBarycenter.solve(measures, weights);
            assertThat(s.dualityGap()).isCloseTo(0, within(1e-12 * (1 + s.objective())));
            double objective = 0;
            for (int k = 0; k < 4; k++) {
                Problem problem = Problem.of(measures.get(k), s.barycenter(), Cost.SQUARED_EUCLIDEAN);
                objective +=
                        weights[k] * NetworkSimplex.solve(problem, Limits.NONE).cost();
                assertThat(s.plans().get(k).sourceMasses())
                        .containsExactly(measures.get(k).masses(), within(1e-13));
            }
            assertThat(objective).isCloseTo(s.objective(), within(1e-12 * (1 + s.objective())));
        }
    }

    @Test
    void shiftedCopiesMeetAtTheMeanShift() {
        Measure near = Measure.samples(0, 1, 5);
        Measure far = Measure.samples(12, 8, 7);
        BarycenterSolution s = LineBarycenter.solve(List.of(near, far), new double[] {6, 1});
        assertThat(s.barycenter().coordinate(0, 0)).isCloseTo(1, within(1e-14));
        assertThat(s.barycenter().coordinate(1, 0)).isCloseTo(2, within(1e-14));
        assertThat(s.barycenter().coordinate(2, 0)).isCloseTo(6, within(1e-14));
        assertThat(s.objective()).isCloseTo(49.0 * 6 / 49, within(1e-13));
    }

    @Test
    void noFixedSupportDoesBetter() {
        List<Measure> three =
                List.of(Measure.histogram(1, 2, 0, 4), Measure.histogram(3, 0, 0, 1), Measure.histogram(0, 1, 5, 1));
        double[] weights = {1, 2, 3};
        BarycenterSolution free = LineBarycenter.solve(three, weights);
        BarycenterSolution onCells =
                ExactBarycenter.solve(three, weights, three.get(0), Cost.SQUARED_EUCLIDEAN, Limits.NONE);
        BarycenterSolution onItsPoints =
                ExactBarycenter.solve(three, weights, free.barycenter(), Cost.SQUARED_EUCLIDEAN, Limits.NONE);
        assertThat(onCells.objective()).isGreaterThan(free.objective());
        assertThat(onItsPoints.objective()).isCloseTo(free.objective(), within(1e-12));
    }

    @Test
    void pointsOffTheLineAreRefused() {
        assertThatThrownBy(() ->
                        LineBarycenter.solve(List.of(Measure.histogram(new double[][] {{1, 2}})), new double[] {1}))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("2");
        assertThatThrownBy(() -> LineBarycenter.solve(List.of(), new double[0]))
                .isInstanceOf(ShapeMismatchException.class);
    }
}
