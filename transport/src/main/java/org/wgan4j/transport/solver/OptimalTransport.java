package org.wgan4j.transport.solver;

import java.util.Optional;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;

/**
 * The entry point for exact optimal transport: selects the fastest solver for the structure of a problem and returns a certified solution.
 *
 * <pre>{@code
 * Solution s = OptimalTransport.between(source, target).cost(Cost.EUCLIDEAN).solve();
 * }</pre>
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class OptimalTransport {
    private final Measure source;
    private final Measure target;
    private final Cost cost;
    private final Limits limits;
    private final Optional<ExactSolver> solver;

    private OptimalTransport(Measure source, Measure target, Cost cost, Limits limits, Optional<ExactSolver> solver) {
        this.source = source;
        this.target = target;
        this.cost = cost;
        this.limits = limits;
        this.solver = solver;
    }

    /** The problem of moving one measure to another, under the Euclidean distance unless {@link #cost} changes it. */
    public static OptimalTransport between(Measure source, Measure target) {
        return new OptimalTransport(source, target, Cost.EUCLIDEAN, Limits.NONE, Optional.empty());
    }

    /** The same problem under another ground cost. */
    public OptimalTransport cost(Cost newCost) {
        return new OptimalTransport(source, target, newCost, limits, solver);
    }

    /** The same problem with limits; a solution that they stop is not converged. */
    public OptimalTransport limits(Limits newLimits) {
        return new OptimalTransport(source, target, cost, newLimits, solver);
    }

    /** The same problem with a given solver instead of the fastest one. */
    public OptimalTransport with(ExactSolver chosen) {
        return new OptimalTransport(source, target, cost, limits, Optional.of(chosen));
    }

    /**
     * Solves the problem.
     *
     * @throws org.wgan4j.transport.TransportException if the measures or the cost are invalid
     */
    public Solution solve() {
        Problem problem = Problem.of(source, target, cost);
        return solver.orElseGet(() -> ExactSolver.of(problem)).solve(problem, limits);
    }
}
