package org.wgan4j.transport.exact.bottleneck;

import java.time.Duration;
import java.util.List;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Problem;

/**
 * A plan of least maximal cost, with a proof: a set of sources with more mass than all targets that they reach at lower costs, so that every
 * plan uses a pair of at least this cost (Hall 1935).
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param cost the largest cost of a pair that the plan uses
 * @param distance W_infinity: its p-th root, if the cost is the p-th power of a distance
 * @param plan the transport plan
 * @param blockedSources the sources of the proof, ascending and not empty
 * @param iterations the number of augmenting paths
 * @param time the duration of the solver
 */
public record BottleneckSolution(
        double cost, double distance, Plan plan, List<Integer> blockedSources, long iterations, Duration time) {
    /** Copies the list. */
    public BottleneckSolution {
        blockedSources = List.copyOf(blockedSources);
    }

    /**
     * The mass of the blocked sources minus the mass of all targets that they reach below the maximal cost, computed from the problem: a value
     * above 0 proves that no plan is better.
     */
    public double excessOfBlocked(Problem problem) {
        boolean[] reached = new boolean[problem.target().size()];
        double mass = 0;
        double[] buffer = new double[reached.length];
        for (int i : blockedSources) {
            mass += problem.source().mass(i);
            double[] row = problem.costs().row(i, buffer);
            for (int j = 0; j < reached.length; j++) {
                reached[j] |= row[j] < cost;
            }
        }
        for (int j = 0; j < reached.length; j++) {
            mass -= reached[j] ? problem.target().mass(j) : 0;
        }
        return mass;
    }

    /** The largest cost of a pair of the plan, computed from the problem and the plan. */
    public double largestCost(Problem problem) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < plan.size(); k++) {
            largest = Math.max(largest, problem.costs().cost(plan.source(k), plan.target(k)));
        }
        return largest;
    }
}
