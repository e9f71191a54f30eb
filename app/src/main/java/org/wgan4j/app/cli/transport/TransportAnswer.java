package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Solution;

/**
 * What any of the solvers found; what a solver does not have is null.
 *
 * @param solver which algorithm it was
 * @param cost the transport cost: mass times ground cost, summed over the plan
 * @param distance its root, of the power's order
 * @param power the p of which the distance is the p-th root of the cost
 * @param proof how good the answer is
 * @param iterations how many steps the solver took
 * @param converged whether it reached its goal
 * @param time how long it took
 * @param entropy what transport with entropy has beside its cost
 * @param directions what an estimate from random directions has
 * @param transfer where the mass goes, and the prices of the points
 */
public record TransportAnswer(
        String solver,
        double cost,
        double distance,
        double power,
        @Nullable Proof proof,
        @Nullable Long iterations,
        boolean converged,
        Duration time,
        @Nullable Entropy entropy,
        @Nullable Directions directions,
        @Nullable Transfer transfer) {

    /**
     * Bounds and residuals.
     *
     * @param dual the value of the potentials
     * @param gap how far the optimum can be
     * @param violation how far the potentials are from being feasible; null where they need not be
     * @param marginalError how far the plan's sums are from the masses; null where they need not agree
     */
    public record Proof(
            double dual,
            double gap,
            @Nullable Double violation,
            @Nullable Double marginalError) {}

    /**
     * What transport with entropy has beside its cost.
     *
     * @param regularization the weight of the entropy
     * @param objective what was minimised: the cost with entropy, and with the price of lost and made mass
     * @param unbalanced that price; null where no mass may be lost or made
     * @param moved how much mass the plan moves; null where that is all
     */
    public record Entropy(
            double regularization,
            double objective,
            @Nullable Double unbalanced,
            @Nullable Double moved) {}

    /**
     * What an estimate from random directions has beside its cost.
     *
     * @param standardError of the distance; null where there is one direction
     * @param projections how many directions
     */
    public record Directions(@Nullable Double standardError, int projections) {}

    /** A plan, made when it is asked for since it can be large, and potentials. */
    public record Transfer(Supplier<Plan> plan, Potentials potentials) {}

    /** The answer of an exact solver. */
    static TransportAnswer exact(Solution solution) {
        return new TransportAnswer(
                solution.solver(),
                solution.cost(),
                solution.distance(),
                solution.power(),
                new Proof(
                        solution.dual(),
                        solution.dualityGap(),
                        solution.certificate().violation(),
                        solution.marginalError()),
                solution.iterations(),
                solution.converged(),
                solution.time(),
                null,
                null,
                new Transfer(solution::plan, solution.potentials()));
    }
}
