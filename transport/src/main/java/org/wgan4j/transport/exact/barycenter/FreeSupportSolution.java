package org.wgan4j.transport.exact.barycenter;

import java.time.Duration;
import java.util.List;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Samples;

/**
 * A barycenter whose points were free to move: a stationary point of its objective, which other points may beat, with a bound that none can.
 *
 * <p>Immutable.
 *
 * @param barycenter its points, with the masses that they were given
 * @param plans how each of the measures, as shares, is moved to it
 * @param objective the weighted sum of the squared transport distances from the measures to it
 * @param bound what no barycenter of any number of points can go below: {@code sum_(k < l) w_k w_l W_2(k, l)^2}; 0 if the limits left no
 *     time for it
 * @param iterations how many times the points were moved
 * @param stationary whether the last step moved no point by more than the tolerance
 * @param time how long it took
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

    /** Objective minus bound: how far the barycenter can be from the best of all, at the most. */
    public double gap() {
        return objective - bound;
    }
}
