package org.wgan4j.transport.exact.simplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidMassException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.grid.GridTransport;
import org.wgan4j.transport.exact.line.LineTransport;
import org.wgan4j.transport.exact.threshold.ThresholdedTransport;

/** Masses near both ends of what a double holds are solved as those that sum to 1 are. */
class ExtremeMassesTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e-308, 1e-300, 1e-200, 1e-30, 1e30, 1e200, 1e300})
    void everySolverScales(double scale) {
        SplittableRandom random = new SplittableRandom(5);
        int n = 12;
        double[] a = random.doubles(n, 0.5, 1).toArray();
        double[] b = a.clone();
        Arrays.sort(b);
        double[] x = random.doubles(n).toArray();
        double[] y = random.doubles(n).toArray();
        check(
                Measure.samples(x).weighted(a),
                Measure.samples(y).weighted(b),
                Cost.EUCLIDEAN,
                scale,
                NetworkSimplex::solve);
        check(
                Measure.samples(x).weighted(a),
                Measure.samples(y).weighted(b),
                Cost.EUCLIDEAN,
                scale,
                LineTransport::solve);
        check(Measure.histogram(a), Measure.histogram(b), Cost.EUCLIDEAN, scale, GridTransport::solve);
        check(Measure.histogram(a), Measure.histogram(b), Cost.MANHATTAN, scale, GridTransport::solve);
        check(Measure.histogram(a), Measure.histogram(b), Cost.SQUARED_EUCLIDEAN, scale, GridTransport::solve);
        check(
                Measure.samples(x).weighted(a),
                Measure.samples(y).weighted(b),
                Cost.EUCLIDEAN.atMost(0.2),
                scale,
                ThresholdedTransport::solve);
        check(Measure.samples(x), Measure.samples(y), Cost.EUCLIDEAN, scale, Assignment::solve);
    }

    private static void check(Measure source, Measure target, Cost cost, double scale, Solver solver) {
        Solution plain = solver.solve(Problem.of(source, target, cost), Limits.NONE);
        Solution scaled = solver.solve(Problem.of(scaled(source, scale), scaled(target, scale), cost), Limits.NONE);
        assertThat(scaled.converged()).as(scaled.solver()).isTrue();
        assertThat(scaled.cost() / scale).as(scaled.solver()).isCloseTo(plain.cost(), within(1e-9 * plain.cost()));
    }

    @FunctionalInterface
    private interface Solver {
        Solution solve(Problem problem, Limits limits);
    }

    private static Measure scaled(Measure measure, double scale) {
        double[] masses =
                Arrays.stream(measure.masses()).map(mass -> mass * scale).toArray();
        if (measure instanceof Samples samples) {
            return samples.weighted(masses);
        }
        return Measure.histogram(masses);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, Double.MAX_VALUE})
    void aSumThatNoDoubleHoldsIsRefusedAsASum(double mass) {
        assertThatThrownBy(() -> Measure.masses(mass, mass))
                .isInstanceOf(InvalidMassException.class)
                .hasMessageContaining("sum to more than")
                .hasMessageNotContaining("mass -1");
        assertThatThrownBy(() -> LineTransport.histogramW1(new double[] {mass, mass}, new double[] {mass, mass}))
                .isInstanceOf(InvalidMassException.class)
                .hasMessageContaining("sum to more than");
    }
}
