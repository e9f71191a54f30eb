package org.wgan4j.transport;

import java.time.Duration;

/**
 * The answer to a transport problem, with its proof.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param solver which algorithm found it
 * @param power the p of which the distance is the p-th root of the cost
 * @param unit the length that counts as 1 in certificate and potentials, as in the {@link Problem}; 1 but for extreme powers and lengths
 * @param plan where the mass goes
 * @param potentials the dual solution, feasible for every pair
 * @param certificate what plan and potentials are worth, computed independently of the solver
 * @param iterations how many steps the solver took; what a step is depends on it
 * @param converged whether the solver reached its goal; if not, plan and potentials are the best it had when its limits stopped it
 * @param time how long it took
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
     * An answer whose certificate is computed here, from the problem, the plan and the potentials alone.
     *
     * <p>If the limits leave no time to look at all pairs, it is not converged, and the violation is what rounding can make of potentials
     * that are feasible by their construction.
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

    /** Whether gap and violation leave no digit of the cost in doubt that anyone would use. */
    public boolean isProvedFor(Problem problem) {
        return certificate.proves(problem, plan, potentials);
    }

    /** The same answer, not converged. */
    public Solution unproved() {
        return new Solution(solver, power, unit, plan, potentials, certificate, iterations, false, time);
    }

    /** The transport cost: mass times ground cost, summed over the plan; 0 or infinite where no double holds it, as {@link #distance} then may. */
    public double cost() {
        return inUnits(certificate.primal());
    }

    /** The p-th root of the cost: W_p, if the ground cost is the p-th power of a metric. */
    public double distance() {
        double cost = Math.max(0, certificate.primal());
        return power == 1 ? cost() : unit * (power == 2 ? Math.sqrt(cost) : Math.pow(cost, 1 / power));
    }

    /** The value of the potentials: no plan costs less. */
    public double dual() {
        return inUnits(certificate.dual());
    }

    /** Cost minus dual: how far the plan can be from the optimum. */
    public double dualityGap() {
        return inUnits(certificate.gap());
    }

    private double inUnits(double cost) {
        return unit == 1 ? cost : cost * Math.pow(unit, power);
    }

    /** The largest difference between what leaves or reaches a point and its mass. */
    public double marginalError() {
        return certificate.marginalError();
    }
}
