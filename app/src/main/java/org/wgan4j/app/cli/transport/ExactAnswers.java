package org.wgan4j.app.cli.transport;

import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.bottleneck.BottleneckTransport;
import org.wgan4j.transport.exact.line.CircleTransport;
import org.wgan4j.transport.exact.partial.PartialTransport;
import org.wgan4j.transport.solver.ExactSolver;

/** Runs the exact solvers. */
final class ExactAnswers {
    private ExactAnswers() {}

    /** By the fastest solver that fits. */
    static TransportAnswer fastest(TransportQuestion question) {
        Problem problem = question.problem();
        return new ExactAnswer(ExactSolver.of(problem).solve(problem, question.limits()));
    }

    static TransportAnswer by(ExactSolver solver, TransportQuestion question) {
        return new ExactAnswer(solver.solve(question.problem(), question.limits()));
    }

    /** The largest ground cost that any mass pays, made as small as it can be. */
    static TransportAnswer bottleneck(TransportQuestion question) {
        Problem problem = question.problem();
        return new BottleneckAnswer(BottleneckTransport.solve(problem, question.limits()), problem);
    }

    /** Of a part of the mass. */
    static TransportAnswer partial(TransportQuestion question, double mass) {
        return new PartialAnswer(
                PartialTransport.solve(question.source(), question.target(), question.cost(), mass, question.limits()),
                question.cost().power());
    }

    /** By the shorter way round a circle, around which the cells of a histogram lie evenly. */
    static TransportAnswer onCircle(TransportQuestion question, @Nullable Double circumference) {
        double length;
        if (circumference != null) {
            length = circumference;
        } else if (question.source() instanceof Histogram histogram) {
            length = histogram.size();
        } else {
            throw new ActionableException("--solver circle needs --circumference C for samples, such as 24 for hours");
        }
        Solution solution = CircleTransport.solve(question.source(), question.target(), length, question.limits());
        return new ExactAnswer(solution);
    }
}
