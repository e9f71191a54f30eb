package org.wgan4j.app.cli.transport;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;

/** A transport problem with the limits of its solver. Immutable. */
record TransportQuestion(Measure source, Measure target, Cost cost, Limits limits) {

    /** The problem for those solvers that look at all pairs. */
    Problem problem() {
        return Problem.of(source, target, cost);
    }
}
