package org.wgan4j.transport;

import java.time.Duration;

/**
 * The solution of a transport problem: plan, potentials and their certificate.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param solver the name of the algorithm
 * @param power the p of which the distance is the p-th root of the cost
 * @param unit the unit of length of certificate and potentials, as in the {@link Problem}; 1 except for extreme powers and lengths
 * @param plan the transport plan
 * @param potentials the dual solution, feasible for every pair
 * @param certificate the quality of plan and potentials, computed independently of the solver
 * @param iterations the number of iterations; what an iteration is depends on the solver
 * @param converged whether the solver reached the optimum; if not, plan and potentials are the best it had when it stopped
 * @param time the duration of the solver
 */
public record Solution(
        String solver,
        double power,
        double unit,
        Plan plan,
        Potentials potentials,
        Certificate certificate,
        long iterations,
        boolean converged,
        Duration time) {

    /**
     * A solution whose certificate is computed here.
     *
     * <p>If the limits stop the pass over all pairs, it is not converged, and the violation is the rounding error of potentials that are
     * feasible by construction.
     *
     * @throws NoAllowedPlanException if the plan is optimal and uses forbidden pairs
     */
    public static Solution certified(
            String solver,
            Problem problem,
            Plan plan,
            Potentials potentials,
            long iterations,
            boolean converged,
            Limits.Deadline deadline) {
        double power = problem.cost().power();
        double unit = problem.unit();
        if (converged) {
            plan.checkAllowed(problem.costs());
        }
        try {
            Certificate certificate = Certificate.of(problem, plan, potentials, deadline);
            return new Solution(
                    solver, power, unit, plan, potentials, certificate, iterations, converged, deadline.elapsed());
        } catch (LimitReachedException e) {
            Certificate certificate = Certificate.ofFeasible(problem, plan, potentials);
            return new Solution(
                    solver, power, unit, plan, potentials, certificate, iterations, false, deadline.elapsed());
        }
    }

    /** Whether duality gap and violation are negligible relative to the cost, see {@link Certificate}. */
    public boolean isProvedFor(Problem problem) {
        return certificate.proves(problem, plan, potentials);
    }

    /** The same solution, marked as not converged. */
    public Solution unproved() {
        return new Solution(solver, power, unit, plan, potentials, certificate, iterations, false, time);
    }

    /** The transport cost {@code <P, C>}; 0 or infinite where it is outside the range of a double, in which {@link #distance} then may be. */
    public double cost() {
        return inOriginalUnit(certificate.primal());
    }

    /** The p-th root of the cost: W_p, if the ground cost is the p-th power of a metric. */
    public double distance() {
        double cost = Math.max(0, certificate.primal());
        return power == 1 ? cost() : unit * (power == 2 ? Math.sqrt(cost) : Math.pow(cost, 1 / power));
    }

    /** The dual value: a lower bound of the cost of every plan. */
    public double dual() {
        return inOriginalUnit(certificate.dual());
    }

    /** Cost minus dual value: an upper bound of the cost of the plan minus the optimum. */
    public double dualityGap() {
        return inOriginalUnit(certificate.gap());
    }

    private double inOriginalUnit(double cost) {
        return unit == 1 ? cost : cost * Math.pow(unit, power);
    }

    /** The largest absolute difference between a marginal of the plan and the mass of its point. */
    public double marginalError() {
        return certificate.marginalError();
    }
}
