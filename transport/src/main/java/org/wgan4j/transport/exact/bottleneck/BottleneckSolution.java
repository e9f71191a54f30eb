package org.wgan4j.transport.exact.bottleneck;

import java.time.Duration;
import java.util.List;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Problem;

/**
 * The plan whose dearest pair is cheapest, with its proof: a set of sources that have more mass than the targets have that they can reach
 * more cheaply, so that no plan does without a pair as dear (Hall 1935).
 *
 * <p>Immutable.
 *
 * @param cost the cost of the dearest pair that the plan uses
 * @param distance W_infinity: its p-th root, if the cost is the p-th power of a distance
 * @param plan where the mass goes
 * @param blockedSources the sources of the proof, ascending; there are some
 * @param iterations how many paths were augmented
 * @param time how long it took
 */
public record BottleneckSolution(
        double cost, double distance, Plan plan, List<Integer> blockedSources, long iterations, Duration time) {
    /** Copies the list. */
    public BottleneckSolution {
        blockedSources = List.copyOf(blockedSources);
    }

    /**
     * By how much the mass of the blocked sources exceeds that of all targets that they can reach more cheaply than the dearest pair,
     * computed from the problem alone: above 0, so no plan is better.
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

    /** The cost of the dearest pair of the plan, computed from the problem and the plan alone. */
    public double dearestPair(Problem problem) {
        double dearest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < plan.size(); k++) {
            dearest = Math.max(dearest, problem.costs().cost(plan.source(k), plan.target(k)));
        }
        return dearest;
    }
}
