package org.wgan4j.transport.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;

/** Each solver says what it can solve, and why not, in a sentence that needs no manual. */
class TransportSolverTest {
    private static final Measure LINE = Measure.samples(1, 2, 3);
    private static final Measure PLANE = Measure.samples(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    private static final Measure GRID = Measure.histogram(1.0 / 2, 1.0 / 2);
    private static final Measure MASSES = Measure.masses(1.0 / 2, 1.0 / 4, 1.0 / 4);
    private static final Cost MATRIX = Cost.matrix(new double[3][3]);

    private static void assertRefused(TransportSolver solver, Measure x, Measure y, Cost cost, String... parts) {
        Optional<String> refusal = solver.refusal(x, y, cost);
        assertThat(refusal).isPresent();
        assertThat(refusal.get())
                .startsWith("the solver " + solver + " needs")
                .contains(parts)
                .doesNotContain("--");
        assertThat(solver.accepts(x, y, cost)).isFalse();
    }

    @Test
    void whatFitsIsNotRefused() {
        assertThat(TransportSolver.LINE.refusal(LINE, GRID, Cost.euclidean(3))).isEmpty();
        assertThat(TransportSolver.CIRCLE.refusal(LINE, LINE, Cost.EUCLIDEAN)).isEmpty();
        assertThat(TransportSolver.GRID.refusal(GRID, GRID, Cost.SQUARED_EUCLIDEAN))
                .isEmpty();
        assertThat(TransportSolver.ASSIGNMENT.refusal(PLANE, PLANE, Cost.MANHATTAN))
                .isEmpty();
        assertThat(TransportSolver.THRESHOLDED.refusal(PLANE, PLANE, Cost.EUCLIDEAN.atMost(1)))
                .isEmpty();
        assertThat(TransportSolver.NETWORK_SIMPLEX.refusal(MASSES, MASSES, MATRIX))
                .isEmpty();
        assertThat(TransportSolver.SINKHORN.refusal(MASSES, MASSES, MATRIX)).isEmpty();
        assertThat(TransportSolver.SINKHORN_DIVERGENCE.refusal(PLANE, PLANE, Cost.EUCLIDEAN))
                .isEmpty();
        assertThat(TransportSolver.SLICED.refusal(PLANE, PLANE, Cost.euclidean(4)))
                .isEmpty();
        assertThat(TransportSolver.GAUSSIAN.refusal(PLANE, PLANE, Cost.SQUARED_EUCLIDEAN))
                .isEmpty();
        assertThat(TransportSolver.ENERGY.refusal(PLANE, PLANE, Cost.EUCLIDEAN)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedWithWhatWasFound() {
        assertRefused(TransportSolver.LINE, PLANE, PLANE, Cost.EUCLIDEAN, "2 and 2 coordinates");
        assertRefused(TransportSolver.LINE, LINE, LINE, MATRIX, "not a power");
        assertRefused(TransportSolver.CIRCLE, PLANE, PLANE, Cost.EUCLIDEAN, "2 and 2");
        assertRefused(TransportSolver.CIRCLE, LINE, LINE, Cost.SQUARED_EUCLIDEAN, "cost");
        assertRefused(TransportSolver.GRID, LINE, GRID, Cost.EUCLIDEAN, "histograms");
        assertRefused(TransportSolver.GRID, GRID, GRID, Cost.euclidean(3), "none of the three");
        assertRefused(TransportSolver.ASSIGNMENT, LINE, GRID, Cost.EUCLIDEAN, "3 sources and 2 targets");
        assertRefused(TransportSolver.ASSIGNMENT, MASSES, MASSES, MATRIX, "masses differ");
        assertRefused(TransportSolver.THRESHOLDED, LINE, LINE, Cost.EUCLIDEAN, "threshold");
        assertRefused(TransportSolver.SINKHORN_DIVERGENCE, MASSES, GRID, MATRIX, "3 and 2");
        assertRefused(TransportSolver.SLICED, PLANE, PLANE, Cost.MANHATTAN, "Euclidean");
        assertRefused(TransportSolver.SLICED, PLANE, LINE, Cost.EUCLIDEAN, "2 and 1");
        assertRefused(TransportSolver.GAUSSIAN, PLANE, PLANE, Cost.EUCLIDEAN, "squared");
        assertRefused(TransportSolver.ENERGY, MASSES, MASSES, Cost.EUCLIDEAN, "0 and 0");
    }

    @Test
    void sumsThatDifferAreRefusedWhereTheyMustAgree() {
        Measure heavier = Measure.samples(1, 2, 3).weighted(1, 1, 1);
        for (TransportSolver solver : TransportSolver.values()) {
            boolean needsBalance = solver.demands().contains("equal sums");
            Cost cost = switch (solver) {
                case THRESHOLDED -> Cost.EUCLIDEAN.atMost(1);
                case GAUSSIAN -> Cost.SQUARED_EUCLIDEAN;
                default -> Cost.EUCLIDEAN;
            };
            if (solver != TransportSolver.GRID) {
                assertThat(solver.refusal(LINE, heavier, cost).isPresent())
                        .as(solver.name())
                        .isEqualTo(needsBalance);
            }
        }
        assertRefused(TransportSolver.SINKHORN, LINE, heavier, Cost.EUCLIDEAN, "1.0 and 3.0");
    }

    @ParameterizedTest
    @EnumSource(ExactSolver.class)
    void anExactSolverRefusesInTheSameWords(ExactSolver solver) {
        for (Problem problem : List.of(
                Problem.of(LINE, LINE, Cost.EUCLIDEAN),
                Problem.of(MASSES, MASSES, MATRIX),
                Problem.of(GRID, GRID, Cost.MANHATTAN),
                Problem.of(PLANE, PLANE, Cost.EUCLIDEAN.atMost(3)))) {
            Optional<String> refusal = solver.refusal(problem);
            assertThat(solver.accepts(problem)).isEqualTo(refusal.isEmpty());
            if (refusal.isPresent()) {
                assertThatThrownBy(() -> solver.solve(problem, Limits.NONE))
                        .isInstanceOf(InvalidParameterException.class)
                        .hasMessage(refusal.get());
            } else {
                assertThat(solver.solve(problem, Limits.NONE).converged()).isTrue();
            }
        }
    }
}
