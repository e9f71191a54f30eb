package org.wgan4j.transport.exact.partial;

import java.time.Duration;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;

/**
 * The answer to a partial transport problem, with its proof.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param plan where the mass goes; what it leaves at a source or lacks at a target does not take part
 * @param cost its transport cost: an upper bound of the optimum
 * @param prices f and g, none above 0, and 0 where not all mass takes part
 * @param massPrice what moving a little more would cost a unit; {@code f(i) + g(j) + massPrice} is at most {@code c(i, j)}
 * @param dual the value of the prices, {@code <f, a> + <g, b> + massPrice mass}: a lower bound of the optimum
 * @param mass how much was to be moved
 * @param iterations the steps of the solver
 * @param converged whether the solver reached the optimum within its limits
 * @param time how long it took
 */
public record PartialSolution(
        Plan plan,
        double cost,
        Potentials prices,
        double massPrice,
        double dual,
        double mass,
        long iterations,
        boolean converged,
        Duration time) {

    /** Cost minus dual: how far the plan can be from the optimum. */
    public double dualityGap() {
        return cost - dual;
    }
}
