package org.wgan4j.transport.exact.partial;

import java.time.Duration;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;

/**
 * The solution of a partial transport problem, with its dual value.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param plan the transport plan; its marginals are at most the masses of the points
 * @param cost its transport cost: an upper bound of the optimum
 * @param prices the potentials f and g, at most 0, and 0 where a marginal is less than the mass
 * @param massPrice the derivative of the optimal cost in the mass to move; {@code f(i) + g(j) + massPrice} is at most {@code c(i, j)}
 * @param dual the dual value, {@code <f, a> + <g, b> + massPrice mass}: a lower bound of the optimum
 * @param mass the mass to move
 * @param iterations the number of iterations of the solver
 * @param converged whether the solver reached the optimum
 * @param time the duration of the solver
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

    /** Cost minus dual value: an upper bound of the cost minus the optimum. */
    public double dualityGap() {
        return cost - dual;
    }
}
