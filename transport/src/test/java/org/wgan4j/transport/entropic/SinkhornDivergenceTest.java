package org.wgan4j.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;

class SinkhornDivergenceTest {
    @ParameterizedTest
    @ValueSource(doubles = {10, 1, 0.1, 0.01})
    void equalMeasuresAreAtZeroAndOthersAbove(double regularization) {
        Sinkhorn sinkhorn = Sinkhorn.of(regularization);
        for (Cost cost : new Cost[] {Cost.EUCLIDEAN, Cost.SQUARED_EUCLIDEAN}) {
            for (long seed = 1; seed < 6; seed++) {
                Samples x = Instances.cloud(15, 2, seed);
                Samples y = Instances.cloud(14, 2, seed + 50);
                SinkhornDivergence same = SinkhornDivergence.between(x, x, cost, sinkhorn);
                assertThat(same.converged()).isTrue();
                assertThat(same.value()).isCloseTo(0, within(1e-12));
                assertThat(SinkhornDivergence.between(x, y, cost, sinkhorn).value())
                        .isGreaterThan(1e-5);
            }
        }
    }

    @Test
    void theSelfTermIsTheEntropicCostOfAMeasureToItself() {
        Samples x = Instances.cloud(20, 2, 3);
        SinkhornDivergence s = SinkhornDivergence.between(x, x, Cost.EUCLIDEAN, Sinkhorn.of(0.05));
        EntropicSolution direct = Sinkhorn.of(0.05).withTolerance(1e-13).solve(Problem.of(x, x, Cost.EUCLIDEAN));
        assertThat(s.sourceSelf()).isCloseTo(direct.objective(), within(1e-12));
        assertThat(s.between()).isCloseTo(direct.objective(), within(1e-12));
    }

    @Test
    void aShiftCostsItsSquareAtEveryRegularisation() {
        Samples x = Instances.cloud(12, 1, 4);
        double[][] shifted = new double[12][1];
        for (int i = 0; i < 12; i++) {
            shifted[i][0] = x.coordinate(i, 0) + 3;
        }
        Samples y = Samples.of(shifted).weighted(x.masses());
        for (double regularization : new double[] {0.01, 0.1, 1, 10}) {
            SinkhornDivergence s =
                    SinkhornDivergence.between(x, y, Cost.SQUARED_EUCLIDEAN, Sinkhorn.of(regularization));
            assertThat(s.value()).isCloseTo(9, within(1e-8));
        }
    }

    @Test
    void twoPointsAreTheirDistanceApart() {
        SinkhornDivergence s =
                SinkhornDivergence.between(Measure.samples(1), Measure.samples(4), Cost.EUCLIDEAN, Sinkhorn.of(7));
        assertThat(s.value()).isCloseTo(3, within(1e-14));
    }

    @Test
    void stoppedIsNotConverged() {
        Samples x = Instances.cloud(15, 2, 1);
        Samples y = Instances.cloud(14, 2, 2);
        SinkhornDivergence s =
                SinkhornDivergence.between(x, y, Cost.EUCLIDEAN, Sinkhorn.of(0.01), Limits.NONE.withIterations(2));
        assertThat(s.converged()).isFalse();
        assertThat(s.value()).isNotNaN();
    }

    @Test
    void anAsymmetricCostIsRefused() {
        Measure masses = Measure.masses(0.5, 0.5);
        assertThatThrownBy(() -> SinkhornDivergence.between(
                        masses, masses, Cost.matrix(new double[][] {{0, 1}, {2, 0}}), Sinkhorn.of(1)))
                .isInstanceOf(ShapeMismatchException.class)
                .hasMessageContaining("symmetric");
    }
}
