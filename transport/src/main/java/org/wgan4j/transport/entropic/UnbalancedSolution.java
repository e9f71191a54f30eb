package org.wgan4j.transport.entropic;

import java.time.Duration;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;

/**
 * The solution of entropic transport with penalised or partial marginals, a plan {@code P(i, j) = a(i) b(j) exp((f(i) + g(j) - c(i, j)) /
 * eps)} between measures of any masses.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param plan the transport plan, whose marginals need not be the masses
 * @param potentials f and g; those of points without mass are 0
 * @param transportCost the sum of P times ground cost
 * @param objective the objective: transport cost, {@code eps KL(P | a b')}, and the marginal penalties if there are any
 * @param dual the dual value, a lower bound of the optimum
 * @param mass the mass of the plan
 * @param iterations the number of iterations, each an update of both potentials
 * @param converged whether the last iteration changed no entry of the plan by more than the tolerance, relatively
 * @param time the duration of the solver
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

    /** Objective minus dual value: an upper bound of the objective minus the optimum. */
    public double dualityGap() {
        return objective - dual;
    }
}
