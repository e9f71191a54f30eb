package org.wgan4j.transport.solver;

import java.util.Optional;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.grid.GridTransport;
import org.wgan4j.transport.exact.line.LineTransport;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;
import org.wgan4j.transport.exact.threshold.ThresholdedTransport;

/**
 * The exact solvers for balanced problems, ordered from the most special problem structure to the most general.
 *
 * <p>Immutable, as all enums, and safe for use by several threads.
 */
public enum ExactSolver {
    /** Sorting, for points on the line under a power of their distance. */
    LINE(TransportSolver.LINE) {
        @Override
        Solution run(Problem problem, Limits limits) {
            return LineTransport.solve(problem, limits);
        }
    },

    /** A flow on few arcs, for histograms on one grid under L1, L2 or squared L2. */
    GRID(TransportSolver.GRID) {
        @Override
        boolean suits(Problem problem) {
            return accepts(problem)
                    && (!problem.cost().equals(Cost.SQUARED_EUCLIDEAN)
                            || 4 * Math.max(occupied(problem.source()), occupied(problem.target()))
                                    > problem.source().size());
        }

        @Override
        Solution run(Problem problem, Limits limits) {
            return GridTransport.solve(problem, limits);
        }
    },

    /** Shortest augmenting paths, for as many sources as targets, all of equal mass. */
    ASSIGNMENT(TransportSolver.ASSIGNMENT) {
        @Override
        Solution run(Problem problem, Limits limits) {
            return Assignment.solve(problem, limits);
        }
    },

    /** A flow through a hub, for costs with a threshold. */
    THRESHOLDED(TransportSolver.THRESHOLDED) {
        @Override
        Solution run(Problem problem, Limits limits) {
            return ThresholdedTransport.solve(problem, limits);
        }
    },

    /** The network simplex, for any masses and any cost. */
    NETWORK_SIMPLEX(TransportSolver.NETWORK_SIMPLEX) {
        @Override
        Solution run(Problem problem, Limits limits) {
            return NetworkSimplex.solve(problem, limits);
        }
    };

    private final TransportSolver solver;

    ExactSolver(TransportSolver solver) {
        this.solver = solver;
    }

    /** The fastest solver for a problem: the first that suits it. */
    public static ExactSolver of(Problem problem) {
        for (ExactSolver solver : values()) {
            if (solver.suits(problem)) {
                return solver;
            }
        }
        return NETWORK_SIMPLEX;
    }

    /** The requirements on a problem. */
    public String demands() {
        return solver.demands();
    }

    /** Whether it can solve a problem. */
    public boolean accepts(Problem problem) {
        return solver.reason(problem.source(), problem.target(), problem.cost())
                .isEmpty(); // the masses of a problem are balanced
    }

    /** The reason why it cannot solve a problem, as a sentence; empty if it can. */
    public Optional<String> refusal(Problem problem) {
        return solver.refusal(problem.source(), problem.target(), problem.cost());
    }

    /** Whether it is the fastest for a problem that the solvers before it do not suit. */
    boolean suits(Problem problem) {
        return accepts(problem);
    }

    /**
     * Solves a problem.
     *
     * @throws InvalidParameterException if it cannot
     */
    public Solution solve(Problem problem, Limits limits) {
        refusal(problem).ifPresent(reason -> {
            throw new InvalidParameterException(reason);
        });
        return run(problem, limits);
    }

    abstract Solution run(Problem problem, Limits limits);

    private static int occupied(Measure measure) {
        int occupied = 0;
        for (int i = 0; i < measure.size(); i++) {
            occupied += measure.mass(i) > 0 ? 1 : 0;
        }
        return occupied;
    }
}
