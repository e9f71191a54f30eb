package org.wgan4j.app.cli.transport;

import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.assignment.Assignment;
import org.wgan4j.transport.exact.grid.GridTransport;
import org.wgan4j.transport.exact.line.CircleTransport;
import org.wgan4j.transport.exact.line.LineTransport;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;
import org.wgan4j.transport.exact.threshold.ThresholdedTransport;
import org.wgan4j.transport.solver.OptimalTransport;

/** The exact solvers by their names. */
final class ExactSolving {
    private ExactSolving() {}

    static Solution solve(SolverName solver, TransportQuestion question) {
        return switch (solver) {
            case LINE -> LineTransport.solve(question.problem(), question.limits());
            case ASSIGNMENT -> Assignment.solve(question.problem(), question.limits());
            case SIMPLEX -> NetworkSimplex.solve(question.problem(), question.limits());
            case GRID -> GridTransport.solve(question.problem(), question.limits());
            case THRESHOLDED -> ThresholdedTransport.solve(question.problem(), question.limits());
            case AUTO ->
                OptimalTransport.between(question.source(), question.target())
                        .cost(question.cost())
                        .limits(question.limits())
                        .solve();
            case CIRCLE, SINKHORN, SLICED, GAUSSIAN, ENERGY ->
                throw new IllegalArgumentException(solver + " is asked elsewhere");
        };
    }

    /** The shorter way round; a histogram's cells lie evenly around the circle. */
    static Solution onCircle(TransportQuestion question, @Nullable Double circumference) {
        double length;
        if (circumference != null) {
            length = circumference;
        } else if (question.source() instanceof Histogram histogram) {
            length = histogram.size();
        } else {
            throw new ActionableException("--solver circle needs --circumference C for samples, such as 24 for hours");
        }
        return CircleTransport.solve(question.source(), question.target(), length, question.limits());
    }
}
