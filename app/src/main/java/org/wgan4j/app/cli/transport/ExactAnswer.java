package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.Solution;

/** The answer of an exact solver: an optimal plan, or the best so far, with the dual value that proves how good it is. */
record ExactAnswer(Solution solution) implements TransportAnswer {
    @Override
    public String solver() {
        return solution.solver();
    }

    @Override
    public double cost() {
        return solution.cost();
    }

    @Override
    public double distance() {
        return solution.distance();
    }

    @Override
    public double power() {
        return solution.power();
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
        return Optional.of(new Transfer(solution::plan, solution.potentials()));
    }

    @Override
    public List<String> details() {
        return List.of(
                "dual       " + solution.dual() + " (no plan has a lower cost; gap " + solution.dualityGap() + ")",
                "residuals  marginal error " + solution.marginalError() + ", violation "
                        + solution.certificate().violation());
    }

    @Override
    public void describe(Map<String, @Nullable Object> object) {
        object.put("dual", solution.dual());
        object.put("gap", solution.dualityGap());
        object.put("violation", solution.certificate().violation());
        object.put("marginal_error", solution.marginalError());
    }
}
