package org.wgan4j.transport.exact.barycenter;

import java.time.Duration;
import java.util.List;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Samples;

/**
 * A barycenter with free support: a stationary point of the objective, with a lower bound of the global optimum.
 *
 * <p>Immutable.
 *
 * @param barycenter the points, with the masses of the start
 * @param plans the plans from each of the measures, normalised to mass 1, to it
 * @param objective the weighted sum of the squared transport distances from the measures to it
 * @param bound a lower bound for barycenters of any number of points: {@code sum_(k < l) w_k w_l W_2(k, l)^2}; 0 if the limits
 *     stopped it
 * @param iterations the number of moves of all points
 * @param stationary whether the last iteration moved no point by more than the tolerance
 * @param time the duration of the solver
 */
public record FreeSupportSolution(
        Samples barycenter,
        List<Plan> plans,
        double objective,
        double bound,
        long iterations,
        boolean stationary,
        Duration time) {
    /** Copies the list. */
    public FreeSupportSolution {
        plans = List.copyOf(plans);
    }

    /** Objective minus bound: an upper bound of the objective minus the global optimum. */
    public double gap() {
        return objective - bound;
    }
}
