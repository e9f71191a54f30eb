package org.wgan4j.transport.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.approximate.EnergyDistance;
import org.wgan4j.transport.approximate.Gaussian;
import org.wgan4j.transport.approximate.RelaxedTransport;
import org.wgan4j.transport.approximate.SlicedDistance;
import org.wgan4j.transport.approximate.SlicedWasserstein;
import org.wgan4j.transport.entropic.EntropicBarycenter;
import org.wgan4j.transport.entropic.Sinkhorn;
import org.wgan4j.transport.entropic.SinkhornDivergence;
import org.wgan4j.transport.entropic.UnbalancedSinkhorn;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.barycenter.ExactBarycenter;
import org.wgan4j.transport.exact.barycenter.LineBarycenter;
import org.wgan4j.transport.exact.partial.PartialTransport;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;
import org.wgan4j.transport.exact.threshold.ThresholdedTransport;

/** Every solver asks its limits wherever it spends time, and what it has by then is the answer, or a sentence. */
class LimitsTest {
    private static final Limits STOPPED = Limits.NONE.withCancellation(() -> true);
    private static final int MANY = 3000;

    /** Costs that count how often they are asked for, and say stop after so many times. */
    private static final class Counted {
        private final AtomicLong asked = new AtomicLong();
        private final long most;

        Counted(long most) {
            this.most = most;
        }

        Cost cost() {
            return Cost.of((i, j) -> {
                asked.incrementAndGet();
                return ((i * 7919L + j * 104729L) % 10007) / 10007.0 + 0.1;
            });
        }

        Limits limits() {
            return Limits.NONE.withCancellation(() -> asked.get() > most);
        }
    }

    private static Measure masses(int n, int seed) {
        return Measure.masses(new SplittableRandom(seed).doubles(n, 0.1, 1).toArray())
                .normalized();
    }

    private static Measure equal(int n) {
        double[] masses = new double[n];
        Arrays.fill(masses, 1);
        return Measure.masses(masses);
    }

    private static Measure cloud(int n, int dimension, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[n][dimension];
        for (double[] point : points) {
            Arrays.setAll(point, k -> random.nextDouble());
        }
        return Measure.samples(points);
    }

    private static void assertSaysSo(Consumer<Limits> work) {
        assertThatThrownBy(() -> work.accept(STOPPED))
                .isInstanceOf(LimitReachedException.class)
                .hasMessageContaining("before there was any answer");
    }

    @Test
    void aStopBeforeThereIsAnAnswerIsASentence() {
        Counted counted = new Counted(0);
        Problem problem = Problem.of(masses(MANY, 1), masses(MANY, 2), counted.cost());
        assertThatThrownBy(() -> NetworkSimplex.solve(problem, counted.limits()))
                .isInstanceOf(LimitReachedException.class);
        assertThat(counted.asked.get()).isLessThan((1 << 22) + 100L * MANY);
        assertSaysSo(limits -> Assignment.solve(Problem.of(equal(MANY), equal(MANY), new Counted(0).cost()), limits));
        assertSaysSo(limits -> ThresholdedTransport.solve(
                Problem.of(
                        masses(MANY, 1), masses(MANY, 2), new Counted(0).cost().atMost(0.5)),
                limits));
        assertSaysSo(
                limits -> PartialTransport.solve(masses(MANY, 1), masses(MANY, 2), new Counted(0).cost(), 0.5, limits));
        assertSaysSo(limits -> ExactBarycenter.solve(
                List.of(masses(300, 1), masses(300, 2)),
                new double[] {1, 1},
                masses(300, 3),
                new Counted(0).cost(),
                limits));
    }

    @Test
    void entropicTransportStopsInStartUpToo() {
        assertSaysSo(limits ->
                Sinkhorn.of(0.01).solve(Problem.of(masses(MANY, 1), masses(MANY, 2), new Counted(0).cost()), limits));
        assertSaysSo(limits ->
                UnbalancedSinkhorn.of(0.01, 1).solve(masses(MANY, 1), masses(MANY, 2), new Counted(0).cost(), limits));
        assertSaysSo(limits -> SinkhornDivergence.between(
                cloud(MANY, 2, 1), cloud(MANY, 2, 2), Cost.EUCLIDEAN, Sinkhorn.of(0.01), limits));
        assertSaysSo(limits ->
                EntropicBarycenter.of(0.1).solve(List.of(cloud(MANY, 2, 1)), new double[] {1}, Cost.EUCLIDEAN, limits));
    }

    @Test
    void approximateDistancesStopToo() {
        Measure x = cloud(200_000, 3, 1);
        Measure y = cloud(200_000, 3, 2);
        assertSaysSo(limits -> EnergyDistance.between(x, y, EnergyDistance.Statistic.V, limits));
        assertSaysSo(limits -> SlicedWasserstein.between(x, y, 2, 100, 1, limits));
        assertSaysSo(limits -> Gaussian.fitted(cloud(20_000, 60, 1), limits));
        Problem problem = Problem.of(masses(MANY, 1), masses(MANY, 2), new Counted(0).cost());
        assertSaysSo(limits -> RelaxedTransport.nearest(problem, limits));
        assertSaysSo(limits -> RelaxedTransport.constrained(problem, limits));
    }

    @Test
    void sortingOnTheLineStopsToo() {
        Measure x = Measure.samples(new SplittableRandom(1).doubles(2_000_000).toArray());
        Measure y = Measure.samples(new SplittableRandom(2).doubles(2_000_000).toArray());
        assertSaysSo(limits -> OptimalTransport.between(x, y).limits(limits).solve());
        assertSaysSo(limits -> LineBarycenter.solve(List.of(x, y), new double[] {1, 1}, limits));
    }

    @ParameterizedTest
    @ValueSource(longs = {9_100_000, 12_000_000, 20_000_000})
    void aLaterStopLeavesAPlanAndABound(long asked) {
        Counted counted = new Counted(asked);
        Solution solution =
                NetworkSimplex.solve(Problem.of(masses(MANY, 1), masses(MANY, 2), counted.cost()), counted.limits());
        assertThat(solution.converged()).isFalse();
        assertThat(solution.marginalError()).isLessThan(1e-12);
        assertThat(solution.dual()).isPositive().isLessThan(solution.cost());
        assertThat(solution.certificate().violation()).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {9_100_000, 12_000_000, 20_000_000})
    void aStoppedAssignmentIsAPermutationWithABound(long asked) {
        Counted counted = new Counted(asked);
        Solution solution = Assignment.solve(Problem.of(equal(MANY), equal(MANY), counted.cost()), counted.limits());
        assertThat(solution.converged()).isFalse();
        assertThat(solution.plan().size()).isEqualTo(MANY);
        assertThat(solution.marginalError()).isZero();
        assertThat(solution.dual()).isPositive().isLessThanOrEqualTo(solution.cost());
        assertThat(solution.certificate().violation()).isLessThan(1e-12);
    }

    @Test
    void aSlicedDistanceIsThatOfTheDirectionsTaken() {
        Measure x = cloud(20_000, 3, 1);
        Measure y = cloud(20_000, 3, 2);
        SlicedDistance some = SlicedWasserstein.between(x, y, 2, 4000, 1, Limits.NONE.withIterations(40));
        assertThat(some.converged()).isFalse();
        assertThat(some.projections()).isBetween(1, 3999);
        SlicedDistance all = SlicedWasserstein.between(x, y, 2, 100, 1);
        assertThat(all.converged()).isTrue();
        assertThat(some.value()).isBetween(all.value() / 2, 2 * all.value());
    }

    @ParameterizedTest
    @EnumSource(ExactSolver.class)
    void smallProblemsAreAnsweredEvenWithoutTime(ExactSolver solver) {
        Measure a = Measure.histogram(1, 1, 1);
        Problem problem =
                Problem.of(a, a, solver == ExactSolver.THRESHOLDED ? Cost.EUCLIDEAN.atMost(1) : Cost.EUCLIDEAN);
        Solution solution = solver.solve(problem, STOPPED);
        assertThat(solution.plan().sourceMasses()).containsExactly(1, 1, 1);
        assertThat(solution.dual()).isLessThanOrEqualTo(solution.cost());
    }
}
