package org.wgan4j.transport.entropic;

import java.time.Duration;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;

/**
 * A plan between measures of any masses, for entropic transport with soft or partial marginals: {@code P(i, j) = a(i) b(j)
 * exp((f(i) + g(j) - c(i, j)) / eps)}, relative to the product of the two measures as they are.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param plan where mass goes; what it does not take from a source or bring to a target stays behind
 * @param potentials f and g; those of points without mass are 0
 * @param transportCost the sum of P times ground cost alone
 * @param objective all that is minimised: transport cost, {@code eps KL(P | a b')}, and the price of wrong sums if there is one
 * @param dual the value of the potentials, never above the optimum
 * @param mass how much the plan moves
 * @param iterations how many times both potentials were fitted
 * @param converged whether the last step changed no entry of the plan by more than the tolerance, relatively
 * @param time how long it took
 */
public record UnbalancedSolution(
        Plan plan,
        Potentials potentials,
        double transportCost,
        double objective,
        double dual,
        double mass,
        long iterations,
        boolean converged,
        Duration time) {

    /** Objective minus dual: how far the plan can be from the optimum. */
    public double dualityGap() {
        return objective - dual;
    }
}
