package org.wgan4j.transport.exact.simplex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.TransportException;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.line.CircleTransport;
import org.wgan4j.transport.exact.line.LineTransport;

/** Distances whose powers no double can hold: the root of the cost is right, or the question is refused, but nothing is 0 in silence. */
class ExtremePowersTest {
    @ParameterizedTest
    @CsvSource({
        "540, 1",
        "540, 1e10",
        "540, 1e-10",
        "2, 1e160",
        "2, 1e-170",
        "1, 1e300",
        "1, 1e-300",
        "3, 1e120",
        "5000, 1",
        "80, 1e300"
    })
    void pointsOnTheLine(double power, double scale) {
        Problem problem = Problem.of(
                Measure.samples(0, 0.5 * scale), Measure.samples(0.1 * scale, 0.6 * scale), Cost.euclidean(power));
        Solution line = LineTransport.solve(problem, Limits.NONE);
        assertThat(line.distance()).isCloseTo(0.1 * scale, within(1e-12 * scale));
        assertThat(line.converged()).isTrue();
        Solution simplex = NetworkSimplex.solve(problem, Limits.NONE);
        assertThat(simplex.distance()).isCloseTo(0.1 * scale, within(1e-12 * scale));
        assertThat(simplex.converged()).isTrue();
        Solution assignment = Assignment.solve(problem, Limits.NONE);
        assertThat(assignment.distance()).isCloseTo(0.1 * scale, within(1e-12 * scale));
        assertThat(assignment.converged()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"540, 1", "2, 1e160", "2, 1e-170", "1, 1e300", "1, 1e-300", "3, 1e120", "80, 1e300"})
    void pointsInThePlaneUnderEitherNorm(double power, double scale) {
        double[][] x = {{0, 0}, {0.5 * scale, 0}};
        double[][] y = {{0.6 * scale, 0}, {0, 0.1 * scale}};
        for (NormCost.Norm norm : NormCost.Norm.values()) {
            Problem problem = Problem.of(
                    Measure.samples(x).weighted(0.4, 0.6),
                    Measure.samples(y).weighted(0.6, 0.4),
                    new NormCost(norm, power));
            Solution solution = NetworkSimplex.solve(problem, Limits.NONE);
            assertThat(solution.distance()).isCloseTo(0.1 * scale, within(1e-12 * scale));
            assertThat(solution.converged()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"600, 2", "900, 2", "2000, 2", "1e9, 2", "1e12, 3", "1e9, 1.5", "1e9, 1", "1000, 0.75", "1e6, 0.3"})
    void theFarthestPointsAreNoCheaperThanTheyAre(double power, double length) {
        Problem problem =
                Problem.of(Measure.samples(0, length), Measure.samples(length, 2 * length), Cost.euclidean(power));
        Problem single = Problem.of(Measure.samples(0), Measure.samples(length), Cost.euclidean(power));
        double half = length * Math.pow(0.5, 1 / power);
        assertThat(LineTransport.solve(single, Limits.NONE).distance()).isCloseTo(length, within(1e-12 * length));
        assertThat(NetworkSimplex.solve(single, Limits.NONE).distance()).isCloseTo(length, within(1e-12 * length));
        assertThat(LineTransport.solve(problem, Limits.NONE).distance()).isBetween(half, length * (1 + 1e-12));
        assertThat(NetworkSimplex.solve(problem, Limits.NONE).distance()).isBetween(half, length * (1 + 1e-12));
    }

    @Test
    void aLargePowerApproachesTheLongestWayOfTheMonotonePlan() {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(40).toArray();
        double[] y = random.doubles(40).toArray();
        double[] sortedX = LineTransport.sorted(x);
        double[] sortedY = LineTransport.sorted(y);
        double longest = 0;
        for (int i = 0; i < x.length; i++) {
            longest = Math.max(longest, Math.abs(sortedX[i] - sortedY[i]));
        }
        Solution solution = LineTransport.solve(
                Problem.of(Measure.samples(x), Measure.samples(y), Cost.euclidean(3000)), Limits.NONE);
        assertThat(solution.distance())
                .isCloseTo(longest, within(0.01 * longest))
                .isLessThanOrEqualTo(longest);
    }

    @Test
    void tinyDistancesBesideLargeOnesAreNotZero() {
        Problem problem = Problem.of(
                Measure.samples(new double[][] {{0, 0}, {1, 0}}),
                Measure.samples(new double[][] {{1, 0}, {0, 1e-170}}),
                Cost.EUCLIDEAN);
        assertThat(NetworkSimplex.solve(problem, Limits.NONE).distance()).isCloseTo(5e-171, within(1e-180));
        assertThat(Assignment.solve(problem, Limits.NONE).distance()).isCloseTo(5e-171, within(1e-180));
    }

    @ParameterizedTest
    @ValueSource(doubles = {540, 1000})
    void aNumberAloneThatNoDoubleHoldsIsRefused(double power) {
        double[] x = {0, 0.5};
        double[] y = {0.1, 0.6};
        double[] equal = {0.5, 0.5};
        double[] far = {1e3, 2e3};
        assertThatThrownBy(() -> LineTransport.samples(x, y, power)).isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> LineTransport.samples(x, far, power)).isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> LineTransport.samples(x, equal, y, equal, power))
                .isInstanceOf(TransportException.class);
        assertThatThrownBy(() -> CircleTransport.samples(x, y, 1, power)).isInstanceOf(TransportException.class);
        assertThat(LineTransport.samples(x, x, power)).isZero();
    }

    @Test
    void aRegularisationInUnitsThatNoDoubleHoldsIsRefused() {
        assertThatThrownBy(() -> Cost.euclidean(540).between(Measure.samples(0, 0.5), Measure.samples(0.1, 0.6)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("540");
    }
}
