package org.wgan4j.transport.solver;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.NetworkSimplex;

/**
 * The front door: an exact, certified solution of a transport problem by the fastest solver that its structure allows.
 *
 * <pre>{@code
 * Solution s = OptimalTransport.between(source, target).cost(Cost.EUCLIDEAN).solve();
 * }</pre>
 */
public final class OptimalTransport {
    private final Measure source;
    private final Measure target;
    private final Cost cost;
    private final Limits limits;

    private OptimalTransport(Measure source, Measure target, Cost cost, Limits limits) {
        this.source = source;
        this.target = target;
        this.cost = cost;
        this.limits = limits;
    }

    /** The problem of moving one measure to another, under the straight-line distance until {@link #cost} says otherwise. */
    public static OptimalTransport between(Measure source, Measure target) {
        return new OptimalTransport(source, target, Cost.EUCLIDEAN, Limits.NONE);
    }

    /** The same problem under another ground cost. */
    public OptimalTransport cost(Cost newCost) {
        return new OptimalTransport(source, target, newCost, limits);
    }

    /** The same problem with limits; a solution that they cut short is not converged. */
    public OptimalTransport limits(Limits newLimits) {
        return new OptimalTransport(source, target, cost, newLimits);
    }

    /** Solves it. */
    public Solution solve() {
        return NetworkSimplex.solve(Problem.of(source, target, cost), limits);
    }
}
