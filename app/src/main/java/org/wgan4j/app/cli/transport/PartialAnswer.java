package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.exact.partial.PartialSolution;

/**
 * The answer of exact transport of a part of the mass.
 *
 * @param power the p of the ground cost
 */
record PartialAnswer(PartialSolution solution, double power) implements TransportAnswer {
    @Override
    public String solver() {
        return "partial network simplex";
    }

    @Override
    public Number cost() {
        return solution.cost();
    }

    @Override
    public double distance() {
        return Math.pow(solution.cost(), 1 / power);
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
        return Optional.of(new Transfer(solution::plan, Optional.of(solution.prices())));
    }

    @Override
    public List<String> details() {
        return List.of(
                "moved      " + solution.mass() + " of the mass; a little more would cost " + solution.massPrice()
                        + " a unit",
                "dual       " + solution.dual() + " (no plan of so much mass has a lower cost; gap "
                        + solution.dualityGap() + ")");
    }

    @Override
    public void describe(Map<String, @Nullable Object> object) {
        object.put("dual", solution.dual());
        object.put("gap", solution.dualityGap());
        object.put("moved", solution.mass());
    }
}
