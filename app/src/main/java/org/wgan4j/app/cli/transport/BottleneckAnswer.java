package org.wgan4j.app.cli.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.exact.bottleneck.BottleneckSolution;

/**
 * The answer of bottleneck transport: the cost is the largest ground cost that any mass pays, the distance is W-infinity. Immutable.
 *
 * @param problem what was solved
 */
record BottleneckAnswer(BottleneckSolution solution, Problem problem) implements TransportAnswer {
    @Override
    public String solver() {
        return "bottleneck";
    }

    @Override
    public @Nullable Number cost() {
        return CostNumber.of(solution.cost(), problem.unit(), power());
    }

    @Override
    public double distance() {
        return solution.distance();
    }

    @Override
    public double power() {
        return problem.cost().power();
    }

    @Override
    public OptionalLong iterations() {
        return OptionalLong.of(solution.iterations());
    }

    @Override
    public boolean converged() {
        return true;
    }

    @Override
    public Duration time() {
        return solution.time();
    }

    @Override
    public Optional<Transfer> transfer() {
        return Optional.of(new Transfer(solution::plan, Optional.empty()));
    }

    @Override
    public List<String> details() {
        int blocked = solution.blockedSources().size();
        return List.of("proof      " + blocked + (blocked == 1 ? " source has " : " sources have ")
                + solution.excessOfBlocked(problem) + " more mass than the targets at a lower cost can take");
    }

    @Override
    public void describe(Map<String, @Nullable Object> object) {}
}
