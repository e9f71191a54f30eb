package org.wgan4j.transport.exact.barycenter;

import java.util.List;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;

/**
 * An exact barycenter, with its proof.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param barycenter the measure, of mass 1
 * @param plans how each of the given measures, as shares, is moved to it
 * @param objective the weighted sum of the plans' costs: an upper bound of the optimum
 * @param dual a lower bound of the optimum, from dual variables that are feasible whatever the solver did
 * @param iterations the steps of the solver
 * @param converged whether the solver reached the optimum within its limits
 */
public record BarycenterSolution(
        Measure barycenter, List<Plan> plans, double objective, double dual, long iterations, boolean converged) {
    /** Copies the list. */
    public BarycenterSolution {
        plans = List.copyOf(plans);
    }

    /** Objective minus dual: how far the barycenter can be from the best one. */
    public double dualityGap() {
        return objective - dual;
    }
}
