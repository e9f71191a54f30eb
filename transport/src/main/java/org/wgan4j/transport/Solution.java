package org.wgan4j.transport;

import java.time.Duration;

/**
 * The answer to a transport problem, with its proof.
 *
 * @param solver which algorithm found it
 * @param power the p of which the distance is the p-th root of the cost
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
     */
    public static Solution certified(
            String solver,
            Problem problem,
            Plan plan,
            Potentials potentials,
            long iterations,
            boolean converged,
            Limits.Watch watch) {
        double power = problem.cost().power();
        try {
            Certificate certificate = Certificate.of(problem, plan, potentials, watch);
            return new Solution(solver, power, plan, potentials, certificate, iterations, converged, watch.elapsed());
        } catch (LimitReachedException e) {
            Certificate certificate = Certificate.ofFeasible(problem, plan, potentials);
            return new Solution(solver, power, plan, potentials, certificate, iterations, false, watch.elapsed());
        }
    }

    /** Whether gap and violation leave no digit of the cost in doubt that anyone would use. */
    public boolean isProvedFor(Problem problem) {
        return certificate.proves(problem, plan, potentials);
    }

    /** The same answer, not converged. */
    public Solution unproved() {
        return new Solution(solver, power, plan, potentials, certificate, iterations, false, time);
    }

    /** The transport cost: mass times ground cost, summed over the plan. */
    public double cost() {
        return certificate.primal();
    }

    /** The p-th root of the cost: W_p, if the ground cost is the p-th power of a metric. */
    public double distance() {
        return power == 1
                ? cost()
                : power == 2 ? Math.sqrt(Math.max(0, cost())) : Math.pow(Math.max(0, cost()), 1 / power);
    }

    /** The value of the potentials: no plan costs less. */
    public double dual() {
        return certificate.dual();
    }

    /** Cost minus dual: how far the plan can be from the optimum. */
    public double dualityGap() {
        return certificate.gap();
    }

    /** The largest difference between what leaves or reaches a point and its mass. */
    public double marginalError() {
        return certificate.marginalError();
    }
}
