package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.entropic.UnbalancedSolution;

/**
 * The answer of transport with entropy between masses that need not agree: the cost is that of what is moved.
 *
 * @param power the p of the ground cost
 * @param regularization the weight of the entropy
 * @param price about what a unit of lost or made mass costs
 */
record UnbalancedAnswer(UnbalancedSolution solution, double power, double regularization, double price)
        implements TransportAnswer {
    @Override
    public String solver() {
        return "unbalanced sinkhorn";
    }

    @Override
    public Number cost() {
        return solution.transportCost();
    }

    @Override
    public double distance() {
        return Math.pow(solution.transportCost(), 1 / power);
    }

    @Override
    public OptionalLong iterations() {
        return OptionalLong.of(solution.iterations());
    }

    @Override
    public boolean converged() {
        return solution.converged();
    }

    @Override
    public Duration time() {
        return solution.time();
    }

    @Override
    public Optional<Transfer> transfer() {
        return Optional.of(new Transfer(solution::plan, Optional.of(solution.potentials())));
    }

    @Override
    public List<String> details() {
        return List.of(
                "objective  " + solution.objective() + " (the cost with entropy of weight " + regularization
                        + ", and with lost and made mass at the price " + price + ")",
                "moved      " + solution.mass() + " of the mass",
                "dual       " + solution.dual() + " (no plan has a lower objective; gap " + solution.dualityGap()
                        + ")");
    }

    @Override
    public void describe(Map<String, @Nullable Object> object) {
        object.put("dual", solution.dual());
        object.put("gap", solution.dualityGap());
        object.put("regularization", regularization);
        object.put("objective", solution.objective());
        object.put("unbalanced", price);
        object.put("moved", solution.mass());
    }
}
