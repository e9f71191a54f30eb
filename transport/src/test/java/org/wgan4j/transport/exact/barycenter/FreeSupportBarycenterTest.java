package org.wgan4j.transport.exact.barycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;

/** Free barycenters are held against families of measures whose barycenter is known, and against their bound. */
class FreeSupportBarycenterTest {
    private static double[][] cloud(int n, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[n][2];
        for (double[] point : points) {
            Arrays.setAll(point, k -> random.nextDouble());
        }
        return points;
    }

    /** Each point by a positive definite matrix and a shift: an optimal map (Brenier 1991). */
    private static double[][] mapped(double[][] x, double a, double b, double c, double dx, double dy) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = new double[] {a * x[i][0] + b * x[i][1] + dx, b * x[i][0] + c * x[i][1] + dy};
        }
        return y;
    }

    private static void assertPoints(Samples found, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.coordinate(i, 0)).isCloseTo(expected[i][0], within(1e-12));
            assertThat(found.coordinate(i, 1)).isCloseTo(expected[i][1], within(1e-12));
        }
    }

    @Test
    void betweenTwoPointsItIsTheirWeightedMean() {
        FreeSupportSolution solution = FreeSupportBarycenter.solve(
                List.of(Measure.samples(new double[][] {{0, 0}}), Measure.samples(new double[][] {{4, 8}})),
                new double[] {3, 1},
                Measure.samples(new double[][] {{7, 7}}),
                Limits.NONE);
        assertPoints(solution.barycenter(), new double[][] {{1, 2}});
        assertThat(solution.objective()).isCloseTo(0.75 * 0.25 * 80, within(1e-12));
        assertThat(solution.gap()).isCloseTo(0, within(1e-12));
        assertThat(solution.stationary()).isTrue();
    }

    @Test
    void translatesMeetAtTheMeanShift() {
        double[][] x = cloud(60, 1);
        double[] masses = new SplittableRandom(2).doubles(60, 0.1, 1).toArray();
        FreeSupportSolution solution = FreeSupportBarycenter.solve(
                List.of(
                        Measure.samples(mapped(x, 1, 0, 1, 2, 0)).weighted(masses),
                        Measure.samples(mapped(x, 1, 0, 1, 0, 6)).weighted(masses),
                        Measure.samples(mapped(x, 1, 0, 1, -4, 0)).weighted(masses)),
                new double[] {1, 1, 2},
                Measure.samples(x).weighted(masses),
                Limits.NONE);
        assertPoints(solution.barycenter(), mapped(x, 1, 0, 1, -1.5, 1.5));
        assertThat(solution.gap()).isCloseTo(0, within(1e-10));
        assertThat(solution.stationary()).isTrue();
    }

    @Test
    void imagesUnderPositiveDefiniteMatricesMeetAtTheMeanMatrix() {
        double[][] x = cloud(50, 3);
        FreeSupportSolution solution = FreeSupportBarycenter.solve(
                List.of(Measure.samples(mapped(x, 2, 0.5, 1, 0, 0)), Measure.samples(mapped(x, 1, -0.25, 3, 1, 1))),
                new double[] {1, 3},
                Measure.samples(x),
                Limits.NONE);
        assertPoints(solution.barycenter(), mapped(x, 1.25, -0.0625, 2.5, 0.75, 0.75));
        assertThat(solution.stationary()).isTrue();
    }

    @Test
    void theObjectiveFallsAndStaysAboveTheBound() {
        List<Samples> measures =
                List.of(Measure.samples(cloud(40, 4)), Measure.samples(cloud(30, 5)), Measure.samples(cloud(35, 6)));
        double[] weights = {1, 2, 1};
        Measure start = Measure.samples(cloud(20, 7));
        double before = Double.POSITIVE_INFINITY;
        for (int steps = 0; steps < 6; steps++) {
            FreeSupportSolution solution =
                    FreeSupportBarycenter.solve(measures, weights, start, Limits.NONE.withIterations(steps));
            assertThat(solution.objective()).isLessThanOrEqualTo(before);
            assertThat(solution.gap()).isPositive();
            assertThat(solution.plans()).hasSize(3);
            before = solution.objective();
        }
        assertThat(FreeSupportBarycenter.solve(measures, weights, start, Limits.NONE)
                        .stationary())
                .isTrue();
    }

    @Test
    void onTheLineASortedStartFindsTheExactOne() {
        double[] x = new SplittableRandom(8).doubles(30).sorted().toArray();
        double[] y = new SplittableRandom(9).doubles(30, 1, 3).sorted().toArray();
        List<Samples> measures = List.of(Measure.samples(x), Measure.samples(y));
        double[] weights = {0.3, 0.7};
        FreeSupportSolution free = FreeSupportBarycenter.solve(measures, weights, Measure.samples(x), Limits.NONE);
        BarycenterSolution exact = LineBarycenter.solve(measures, weights);
        assertThat(free.objective()).isCloseTo(exact.objective(), within(1e-12));
    }

    @Test
    void aMissingWeightIsRefused() {
        Samples one = Measure.samples(1, 2);
        assertThatThrownBy(() -> FreeSupportBarycenter.solve(List.of(one, one), new double[] {1}, one, Limits.NONE))
                .isInstanceOf(ShapeMismatchException.class);
    }
}
