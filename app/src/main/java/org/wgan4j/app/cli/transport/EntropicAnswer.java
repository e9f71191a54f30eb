package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.entropic.EntropicSolution;

/**
 * The answer of transport with entropy: the cost is that of the entropic plan, dual and gap are those of the objective with entropy.
 *
 * @param power the p of the ground cost
 * @param regularization the weight of the entropy
 */
record EntropicAnswer(EntropicSolution solution, double power, double regularization) implements TransportAnswer {
    @Override
    public String solver() {
        return "sinkhorn";
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

    private double gap() {
        return solution.objective() - solution.dual();
    }

    @Override
    public List<String> details() {
        return List.of(
                "objective  " + solution.objective() + " (the cost with entropy of weight " + regularization + ")",
                "dual       " + solution.dual() + " (no plan has a lower objective; gap " + gap() + ")",
                "residuals  marginal error " + solution.marginalError());
    }

    @Override
    public void describe(Map<String, @Nullable Object> object) {
        object.put("dual", solution.dual());
        object.put("gap", gap());
        object.put("marginal_error", solution.marginalError());
        object.put("regularization", regularization);
        object.put("objective", solution.objective());
    }
}
