package org.wgan4j.transport.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.wgan4j.transport.Certificate;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Masses;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.approximate.Gaussian;
import org.wgan4j.transport.approximate.GaussianTransport;
import org.wgan4j.transport.exact.barycenter.BarycenterSolution;
import org.wgan4j.transport.exact.barycenter.LineBarycenter;
import org.wgan4j.transport.exact.line.LineTransport;

/** Values made twice of the same numbers are equal, and so are the records that hold them; arrays given away are not shared. */
class EqualityTest {
    private static void assertSameTwice(Supplier<Object> value, Object other) {
        assertThat(value.get())
                .isEqualTo(value.get())
                .hasSameHashCodeAs(value.get())
                .isNotEqualTo(other);
    }

    @Test
    void measuresAreEqualIfTheirNumbersAre() {
        assertSameTwice(() -> Measure.samples(1, 2), Measure.samples(1, 3));
        assertSameTwice(() -> Measure.samples(1, 2), Measure.samples(1, 2).weighted(1, 2));
        assertSameTwice(() -> Measure.samples(1, 2), Measure.samples(new double[][] {{1, 2}}));
        assertSameTwice(() -> Measure.histogram(1, 2), Measure.histogram(new double[][] {{1, 2}}));
        assertSameTwice(() -> Measure.histogram(1, 2), Measure.masses(1, 2));
        assertSameTwice(() -> Measure.masses(1, 2), Measure.masses(2, 1));
    }

    @Test
    void answersAreEqualIfAllTheirPartsAre() {
        Plan plan = Plan.ofMatrix(new double[][] {{1, 0}, {0, 2}});
        assertSameTwice(() -> Plan.ofMatrix(new double[][] {{1, 0}, {0, 2}}), Plan.ofMatrix(new double[][] {
            {1, 0}, {2, 0}
        }));
        assertSameTwice(
                () -> new Potentials(new double[] {1}, new double[] {2}),
                new Potentials(new double[] {2}, new double[] {1}));
        Potentials potentials = new Potentials(new double[] {0, 0}, new double[] {0, 0});
        Certificate certificate = new Certificate(1, 1, 0, 0);
        assertSameTwice(
                () -> new Solution(
                        "a", 1, 1, Plan.ofMatrix(plan.toMatrix()), potentials, certificate, 3, true, Duration.ZERO),
                new Solution("b", 1, 1, plan, potentials, certificate, 3, true, Duration.ZERO));
        List<Samples> measures = List.of(Measure.samples(1, 2), Measure.samples(3, 5));
        BarycenterSolution other = LineBarycenter.solve(measures, new double[] {1, 2});
        assertSameTwice(() -> LineBarycenter.solve(measures, new double[] {1, 1}), other);
    }

    @Test
    void gaussiansAreEqualIfMeanAndCovarianceAre() {
        assertSameTwice(() -> Gaussian.onLine(1, 2), Gaussian.onLine(1, 3));
        assertSameTwice(
                () -> GaussianTransport.between(Gaussian.onLine(1, 2), Gaussian.onLine(3, 4)),
                GaussianTransport.between(Gaussian.onLine(1, 2), Gaussian.onLine(3, 5)));
    }

    @Test
    void arraysAreCopiedOnTheWayInAndOut() {
        double[] values = {1, 2};
        Samples samples = Measure.samples(values);
        Masses masses = Measure.masses(values);
        values[0] = 7;
        assertThat(samples.coordinate(0, 0)).isEqualTo(1);
        assertThat(masses.mass(0)).isEqualTo(1);
        masses.masses()[1] = 9;
        assertThat(masses.mass(1)).isEqualTo(2);
        Solution solution = LineTransport.solve(
                Problem.of(Measure.samples(0, 1), Measure.samples(2, 3), Cost.EUCLIDEAN), Limits.NONE);
        double before = solution.potentials().f(0);
        solution.potentials().f()[0] = 99;
        assertThat(solution.potentials().f(0)).isEqualTo(before);
    }
}
