package org.wgan4j.transport.exact.barycenter;

import java.util.List;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;

/**
 * An exact barycenter, with a dual bound.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param barycenter the measure, of mass 1
 * @param plans the plans from each of the given measures, normalised to mass 1, to it
 * @param objective the weighted sum of the plans' costs: an upper bound of the optimum
 * @param dual a lower bound of the optimum, from dual variables that are feasible whatever the solver did
 * @param iterations the number of iterations of the solver
 * @param converged whether the solver reached the optimum
 */
public record BarycenterSolution(
        Measure barycenter, List<Plan> plans, double objective, double dual, long iterations, boolean converged) {
    /** Copies the list. */
    public BarycenterSolution {
        plans = List.copyOf(plans);
    }

    /** Objective minus dual: an upper bound of the objective minus the optimum. */
    public double dualityGap() {
        return objective - dual;
    }
}
