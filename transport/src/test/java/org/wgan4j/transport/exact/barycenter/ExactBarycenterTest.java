package org.wgan4j.transport.exact.barycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

class ExactBarycenterTest {
    private static Histogram random(int cells, long seed) {
        return Measure.histogram(new SplittableRandom(seed).doubles(cells).toArray())
                .normalized();
    }

    private static void assertProof(BarycenterSolution s, List<Histogram> measures, double[] weights, Cost cost) {
        assertThat(s.converged()).isTrue();
        assertThat(s.dualityGap()).isCloseTo(0, within(1e-11 * (1 + s.objective())));
        double objective = 0;
        for (int k = 0; k < weights.length; k++) {
            assertThat(s.plans().get(k).sourceMasses())
                    .containsExactly(measures.get(k).normalized().masses(), within(1e-12));
            assertThat(s.plans().get(k).targetMasses())
                    .containsExactly(s.barycenter().masses(), within(1e-12));
            objective += weights[k]
                    * NetworkSimplex.solve(Problem.of(measures.get(k).normalized(), s.barycenter(), cost), Limits.NONE)
                            .cost();
        }
        assertThat(objective).isCloseTo(s.objective(), within(1e-11 * (1 + s.objective())));
    }

    @Test
    void theProgramsDualProvesItsAnswer() {
        for (int cells : new int[] {1, 2, 7, 12}) {
            for (long seed = 1; seed < 4; seed++) {
                List<Histogram> three = List.of(random(cells, seed), random(cells, seed + 9), random(cells, seed + 99));
                double[] weights = {0.5, 0.3, 0.2};
                for (Cost cost : new Cost[] {Cost.EUCLIDEAN, Cost.SQUARED_EUCLIDEAN}) {
                    assertProof(
                            ExactBarycenter.solve(three, weights, three.get(0), cost, Limits.NONE),
                            three,
                            weights,
                            cost);
                }
            }
        }
    }

    @Test
    void twoMeasuresAreOneTransportProblemAndTheProgramAgrees() {
        for (long seed = 1; seed < 5; seed++) {
            List<Histogram> two = List.of(random(11, seed), random(11, seed + 50));
            double[] weights = {0.7, 0.3};
            BarycenterSolution transport =
                    ExactBarycenter.solve(two, weights, two.get(0), Cost.SQUARED_EUCLIDEAN, Limits.NONE);
            assertProof(transport, two, weights, Cost.SQUARED_EUCLIDEAN);
            BarycenterSolution program = ExactBarycenter.solve(
                    List.of(two.get(0), two.get(1), two.get(1)),
                    new double[] {0.7, 0.2, 0.1},
                    two.get(0),
                    Cost.SQUARED_EUCLIDEAN,
                    Limits.NONE);
            assertThat(program.objective()).isCloseTo(transport.objective(), within(1e-12));
        }
    }

    @Test
    void agreesWithPot() {
        double[][] masses = new double[3][12];
        for (int x = 0; x < 12; x++) {
            masses[0][x] = 1 + x * 5 % 12;
            masses[1][x] = 1 + x * 7 % 5;
            masses[2][x] = 12 - x;
        }
        List<Histogram> three =
                List.of(Measure.histogram(masses[0]), Measure.histogram(masses[1]), Measure.histogram(masses[2]));
        BarycenterSolution s = ExactBarycenter.solve(
                three, new double[] {0.5, 0.3, 0.2}, three.get(0), Cost.SQUARED_EUCLIDEAN, Limits.NONE);
        // tools/make_transport_values.py
        assertThat(s.objective()).isCloseTo(0.9767722473604826, within(1e-12));
    }

    @Test
    void equalMeasuresAreTheirOwnBarycenter() {
        Histogram one = random(9, 4);
        for (int count : new int[] {1, 2, 3}) {
            double[] weights = new double[count];
            Arrays.fill(weights, 1.0 / count);
            List<Histogram> copies = Collections.nCopies(count, one);
            BarycenterSolution s = ExactBarycenter.solve(copies, weights, one, Cost.EUCLIDEAN, Limits.NONE);
            assertProof(s, copies, weights, Cost.EUCLIDEAN);
            assertThat(s.objective()).isCloseTo(0, within(1e-14));
        }
    }

    @Test
    void zerosTiesAndZeroWeightsAreNoTrouble() {
        List<Histogram> three = List.of(
                Measure.histogram(1, 0, 0, 0, 0, 1),
                Measure.histogram(0, 0, 1, 1, 0, 0),
                Measure.histogram(0, 1, 0, 0, 1, 0));
        double[] weights = {0.5, 0.5, 0};
        assertProof(
                ExactBarycenter.solve(three, weights, three.get(0), Cost.EUCLIDEAN, Limits.NONE),
                three,
                weights,
                Cost.EUCLIDEAN);
    }

    @Test
    void fourImagesOf25Pixels() {
        Cost cost = Cost.SQUARED_EUCLIDEAN;
        List<Histogram> four = new ArrayList<>();
        for (long seed = 1; seed < 5; seed++) {
            double[] pixels = new SplittableRandom(seed).doubles(25).toArray();
            four.add(Histogram.grid(List.of(5, 5), pixels));
        }
        double[] weights = {0.25, 0.25, 0.25, 0.25};
        assertProof(ExactBarycenter.solve(four, weights, four.get(0), cost, Limits.NONE), four, weights, cost);
    }

    @Test
    void aStoppedProgramStillBoundsTheOptimum() {
        List<Histogram> three = List.of(random(10, 1), random(10, 2), random(10, 3));
        double[] weights = {1, 1, 1};
        double best = ExactBarycenter.solve(three, weights, three.get(0), Cost.EUCLIDEAN, Limits.NONE)
                .objective();
        BarycenterSolution stopped =
                ExactBarycenter.solve(three, weights, three.get(0), Cost.EUCLIDEAN, Limits.NONE.withIterations(5));
        assertThat(stopped.converged()).isFalse();
        assertThat(stopped.dual()).isLessThanOrEqualTo(best + 1e-13);
        assertThat(stopped.objective()).isGreaterThanOrEqualTo(best - 1e-13);
    }

    @Test
    void tooLargeAProgramIsRefused() {
        List<Histogram> three = List.of(random(300, 1), random(300, 2), random(300, 3));
        assertThatThrownBy(() ->
                        ExactBarycenter.solve(three, new double[] {1, 1, 1}, three.get(0), Cost.EUCLIDEAN, Limits.NONE))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("1498");
        assertThatThrownBy(() ->
                        ExactBarycenter.solve(three, new double[] {1, 1}, three.get(0), Cost.EUCLIDEAN, Limits.NONE))
                .isInstanceOf(ShapeMismatchException.class);
    }
}
