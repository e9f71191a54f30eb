package org.wgan4j.app.cli.transport;

import java.util.List;
import java.util.Optional;
import org.wgan4j.app.cli.input.ForbiddenPairs;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;

/**
 * What is to be solved: two measures, a cost, and when to stop.
 *
 * @param forbidden the pairs over which no mass may go, if there are any; the cost has a finite price for them
 */
public record TransportQuestion(
        Measure source, Measure target, Cost cost, Optional<ForbiddenPairs> forbidden, Limits limits) {
    /** The question that the options and files of a command pose. */
    public static TransportQuestion of(List<Measure> measures, CostOptions costs, InputReader reader, Limits limits) {
        return new TransportQuestion(
                measures.get(0), measures.get(1), costs.cost(reader), costs.forbidden(reader), limits);
    }

    /** The problem for those solvers that look at all pairs. */
    Problem problem() {
        return Problem.of(source, target, cost);
    }
}
