package org.wgan4j.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;

class SinkhornTest {
    private static final Problem SWAP = Problem.of(
            Measure.masses(0.5, 0.5), Measure.masses(0.5, 0.5), Cost.matrix(new double[][] {{0, 1}, {1, 0}}));

    @Test
    void twoPointsCostTheLogisticFunctionOfTheirDistance() {
        assertThat(Sinkhorn.of(1).solve(SWAP).transportCost()).isCloseTo(0.2689414213699951, within(1e-15));
        double small = Sinkhorn.of(0.01).solve(SWAP).transportCost();
        assertThat(small / 3.720075976020836e-44).isCloseTo(1, within(1e-12));
        assertThat(Sinkhorn.of(0.001).solve(SWAP).transportCost()).isZero();
    }

    @Test
    void objectivesOfTwoPointsAreTheirClosedForms() {
        EntropicSolution s = Sinkhorn.of(1).solve(SWAP);
        double off = 0.2689414213699951 / 2;
        double on = 0.5 - off;
        double negativeEntropy = 2 * (on * Math.log(on) + off * Math.log(off));
        assertThat(s.divergence()).isCloseTo(negativeEntropy - 4 * 0.25 * Math.log(0.25), within(1e-14));
        assertThat(s.objective()).isCloseTo(s.transportCost() + s.divergence(), within(1e-15));
        assertThat(s.objectiveWithEntropy()).isCloseTo(2 * off + negativeEntropy - 1, within(1e-14));
        assertThat(s.dual()).isCloseTo(s.objective(), within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 0.01, 0.001})
    void kernelAndLogarithmsTakeTheSameSteps(double regularization) {
        Problem problem = Instances.clouds(37, 50, 5, Cost.SQUARED_EUCLIDEAN);
        double[] a = problem.source().masses();
        double[] b = problem.target().masses();
        SinkhornIteration kernel = new KernelIteration(problem.costs(), a, b, 1, Limits.NONE.start());
        SinkhornIteration log = new LogDomainIteration(problem.costs(), a, b, 1, Limits.NONE.start());
        for (double epsilon = 1; epsilon >= regularization; epsilon /= 10) {
            kernel.regularize(epsilon);
            log.regularize(epsilon);
            for (int step = 0; step < 60; step++) {
                double error = kernel.fitSources(1);
                assertThat(log.fitSources(1)).isCloseTo(error, within(1e-11));
                kernel.fitTargets(1);
                log.fitTargets(1);
            }
        }
        assertThat(kernel.f()).containsExactly(log.f(), within(1e-12));
        assertThat(kernel.g()).containsExactly(log.g(), within(1e-12));
    }

    @Test
    void kernelAndLogarithmsAgreeWhereScalingsLeaveTheirRange() {
        Problem problem = Instances.clouds(20, 23, 8, Cost.EUCLIDEAN);
        double[] a = problem.source().masses();
        double[] b = problem.target().masses();
        SinkhornIteration kernel = new KernelIteration(problem.costs(), a, b, 0.002, Limits.NONE.start());
        SinkhornIteration log = new LogDomainIteration(problem.costs(), a, b, 0.002, Limits.NONE.start());
        for (int step = 0; step < 200; step++) {
            kernel.fitSources(1);
            log.fitSources(1);
            kernel.fitTargets(1);
            log.fitTargets(1);
        }
        assertThat(kernel.f()).containsExactly(log.f(), within(1e-12));
        assertThat(kernel.g()).containsExactly(log.g(), within(1e-12));
    }

    @Test
    void stretchedStepsLeadToTheSamePlanInFewer() {
        Problem problem = Instances.clouds(60, 60, 2, Cost.SQUARED_EUCLIDEAN);
        SinkhornIteration plain = new LogDomainIteration(
                problem.costs(), problem.source().masses(), problem.target().masses(), 0.005, Limits.NONE.start());
        long steps = 1;
        while (plain.fitSources(1) > 1e-12) {
            plain.fitTargets(1);
            steps++;
        }
        EntropicSolution s = Sinkhorn.of(0.005).withTolerance(1e-12).solve(problem);
        assertThat(s.converged()).isTrue();
        assertThat(s.iterations()).isLessThan(steps / 2);
        double shift = s.potentials().f(0) - plain.f()[0];
        double[] f = s.potentials().f();
        for (int i = 0; i < f.length; i++) {
            assertThat(f[i] - plain.f()[i]).isCloseTo(shift, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 7})
    void costAndDualEncloseTheOptimumAndMeetIt(int size) {
        Problem problem = Instances.assignment(size, size);
        double best = Instances.bestAssignment(problem);
        double lastGap = Double.POSITIVE_INFINITY;
        for (double regularization : new double[] {0.1, 0.01, 0.001}) {
            Solution s = Sinkhorn.of(regularization)
                    .withTolerance(1e-6)
                    .solve(problem)
                    .solution();
            assertThat(s.converged()).isTrue();
            assertThat(s.cost()).isGreaterThanOrEqualTo(best - 1e-12);
            assertThat(s.dual()).isLessThanOrEqualTo(best + 1e-12);
            assertThat(s.certificate().violation()).isLessThan(1e-15);
            assertThat(s.marginalError()).isLessThan(1e-15);
            assertThat(s.dualityGap()).isLessThanOrEqualTo(lastGap + 1e-15);
            lastGap = s.dualityGap();
        }
        assertThat(lastGap).isLessThan(0.01);
    }

    @Test
    void exchangingTheMeasuresTransposesThePlan() {
        Measure x = Instances.cloud(12, 2, 3);
        Measure y = Instances.cloud(9, 2, 4);
        EntropicSolution there = Sinkhorn.of(0.05).withTolerance(1e-13).solve(Problem.of(x, y, Cost.EUCLIDEAN));
        EntropicSolution back = Sinkhorn.of(0.05).withTolerance(1e-13).solve(Problem.of(y, x, Cost.EUCLIDEAN));
        assertThat(there.objective()).isCloseTo(back.objective(), within(1e-13));
        double[][] plan = there.plan().toMatrix();
        double[][] transposed = back.plan().toMatrix();
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 9; j++) {
                assertThat(plan[i][j]).isCloseTo(transposed[j][i], within(1e-12));
            }
        }
    }

    @Test
    void costsScaleWithTheMassAndWithTheUnit() {
        Problem problem = Instances.clouds(10, 11, 6, Cost.SQUARED_EUCLIDEAN);
        Problem heavy =
                new Problem(scaled(problem.source(), 7), scaled(problem.target(), 7), problem.cost(), problem.costs());
        Problem far = Problem.of(
                problem.source(),
                problem.target(),
                Cost.of((i, j) -> 1000 * problem.costs().cost(i, j)));
        EntropicSolution s = Sinkhorn.of(0.02).withTolerance(1e-13).solve(problem);
        EntropicSolution h = Sinkhorn.of(0.02).withTolerance(1e-13).solve(heavy);
        assertThat(h.objective()).isCloseTo(7 * s.objective(), within(1e-12));
        assertThat(h.dual()).isCloseTo(h.objective(), within(1e-12));
        assertThat(h.marginalError()).isLessThan(2e-13);
        EntropicSolution f = Sinkhorn.of(20).withTolerance(1e-13).solve(far);
        assertThat(f.objective()).isCloseTo(1000 * s.objective(), within(1e-9));
    }

    private static Measure scaled(Measure measure, double factor) {
        return Measure.masses(
                DoubleStream.of(measure.masses()).map(mass -> factor * mass).toArray());
    }

    @Test
    void aPointWithoutMassChangesNothingAndHasAPotential() {
        Cost full = Cost.matrix(new double[][] {{1, 2, 9}, {4, 1, 9}, {0, 0, -5}});
        Cost part = Cost.matrix(new double[][] {{1, 2}, {4, 1}});
        EntropicSolution with =
                Sinkhorn.of(0.3).solve(Problem.of(Measure.masses(0.4, 0.6, 0), Measure.masses(0.7, 0.3, 0), full));
        EntropicSolution without =
                Sinkhorn.of(0.3).solve(Problem.of(Measure.masses(0.4, 0.6), Measure.masses(0.7, 0.3), part));
        assertThat(with.transportCost()).isCloseTo(without.transportCost(), within(1e-12));
        assertThat(with.potentials().f(2)).isFinite();
        Solution solution = with.solution();
        assertThat(solution.certificate().violation()).isLessThan(1e-15);
        assertThat(solution.dual()).isLessThanOrEqualTo(solution.cost() + 1e-15);
    }

    @Test
    void whatWasStoppedSaysSoAndIsStillFeasible() {
        Problem problem = Instances.clouds(30, 30, 1, Cost.EUCLIDEAN);
        Sinkhorn sinkhorn = Sinkhorn.of(0.001);
        for (EntropicSolution s : new EntropicSolution[] {
            sinkhorn.solve(problem, Limits.NONE.withIterations(0)),
            sinkhorn.solve(problem, Limits.NONE.withIterations(7)),
            sinkhorn.solve(problem, Limits.NONE.withTime(Duration.ZERO)),
            sinkhorn.solve(problem, Limits.NONE.withCancellation(() -> true)),
            sinkhorn.withIterations(3).solve(problem)
        }) {
            assertThat(s.converged()).isFalse();
            assertThat(s.iterations()).isLessThanOrEqualTo(7);
            Solution solution = s.solution();
            assertThat(solution.converged()).isFalse();
            assertThat(solution.marginalError()).isLessThan(1e-14);
            assertThat(solution.certificate().violation()).isLessThan(1e-14);
            assertThat(solution.dualityGap()).isGreaterThan(-1e-14);
        }
    }

    @Test
    void forbiddenPairsOfCost1e32AreNotUsed() {
        double far = 1e32;
        Cost cost = Cost.matrix(new double[][] {{1, far, far}, {far, 2, 3}, {far, 3, 2.5}});
        Measure masses = Measure.masses(0.2, 0.3, 0.5);
        EntropicSolution s = Sinkhorn.of(0.01).solve(Problem.of(masses, masses, cost));
        assertThat(s.converged()).isTrue();
        assertThat(s.transportCost()).isCloseTo(0.2 + 0.6 + 1.25, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-20, 1e-3, 1, 1e20, 1e300})
    void nothingIsEverNaN(double regularization) {
        double[][][] costs = {
            {{0, 0, 0}, {0, 0, 0}},
            {{1e32, 1, 2}, {3, -1e32, 1e32}},
            {{1e299, -1e299, 0}, {1e299, 1e299, 1e299}},
            {{1e-320, 1e-300, 0}, {Double.MIN_VALUE, 0, 1}},
        };
        double[][] sources = {{1, 1}, {1e-300, 1}, {1, 0}, {1e-320, 3e-320}, {1e300, 1e300}};
        double[][] shares = {{0.2, 0.3, 0.5}, {1, 1e-300, 0}, {1e-12, 1e-200, 1}};
        for (double[][] cost : costs) {
            for (double[] source : sources) {
                for (double[] share : shares) {
                    assertNumbers(
                            Problem.of(
                                    Measure.masses(source).normalized(),
                                    Measure.masses(share).normalized(),
                                    Cost.matrix(cost)),
                            regularization);
                }
            }
        }
    }

    private static void assertNumbers(Problem problem, double regularization) {
        EntropicSolution s = Sinkhorn.of(regularization).withIterations(300).solve(problem);
        assertThat(s.transportCost()).isFinite();
        assertThat(s.marginalError()).isFinite();
        assertThat(s.objective()).isNotNaN();
        assertThat(s.dual()).isNotNaN();
        assertThat(s.potentials().f()).doesNotContain(Double.NaN);
        assertThat(s.potentials().g()).doesNotContain(Double.NaN);
        Plan plan = s.plan();
        assertThat(plan.sourceMasses()).doesNotContain(Double.NaN);
        Solution solution = s.solution();
        assertThat(solution.cost()).isFinite();
        assertThat(solution.dual()).isFinite();
        assertThat(solution.marginalError()).isLessThan(1e-15);
    }

    @Test
    void threadsDoNotChangeTheDigits() {
        Problem problem = Instances.clouds(257, 263, 9, Cost.SQUARED_EUCLIDEAN);
        EntropicSolution first = Sinkhorn.of(0.01).solve(problem);
        ForkJoinPool oneThread = new ForkJoinPool(1);
        EntropicSolution second =
                oneThread.submit(() -> Sinkhorn.of(0.01).solve(problem)).join();
        oneThread.shutdown();
        assertThat(second.potentials().f()).isEqualTo(first.potentials().f());
        assertThat(second.transportCost()).isEqualTo(first.transportCost());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void settingsOutsideTheirRangeAreRefused(double value) {
        assertThatThrownBy(() -> Sinkhorn.of(value))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(String.valueOf(value))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> Sinkhorn.of(1).withTolerance(value)).isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(() -> Sinkhorn.of(1).withIterations(-1)).isInstanceOf(InvalidParameterException.class);
    }
}
