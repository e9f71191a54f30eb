package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.Certificate;
import org.wgan4j.transport.Solution;

/** The answer of an exact solver: an optimal plan, or the best so far, with the dual value that proves how good it is. */
record ExactAnswer(Solution solution) implements TransportAnswer {
    @Override
    public String solver() {
        return solution.solver();
    }

    @Override
    public @Nullable Number cost() {
        return number(solution.certificate().primal());
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
        return Optional.of(new Transfer(solution::plan, Optional.of(solution.potentials())));
    }

    @Override
    public List<String> details() {
        Certificate certificate = solution.certificate();
        List<String> details = new ArrayList<>();
        details.add("dual       " + text(certificate.dual()) + " (no plan has a lower cost; gap "
                + text(certificate.gap()) + ")");
        details.add("residuals  marginal error " + solution.marginalError() + ", violation "
                + text(certificate.violation()));
        if (solution.unit() != 1) {
            details.add("unit       potentials count lengths in units of " + solution.unit()
                    + ", whose powers a double holds");
        }
        return details;
    }

    @Override
    public void describe(Map<String, @Nullable Object> object) {
        Certificate certificate = solution.certificate();
        object.put("dual", number(certificate.dual()));
        object.put("gap", number(certificate.gap()));
        object.put("violation", number(certificate.violation()));
        object.put("marginal_error", solution.marginalError());
    }

    private @Nullable Number number(double cost) {
        return CostNumber.of(cost, solution.unit(), solution.power());
    }

    private String text(double cost) {
        return CostNumber.text(number(cost));
    }
}
