package org.wgan4j.app.cli.transport;

import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.entropic.Sinkhorn;
import org.wgan4j.transport.entropic.UnbalancedSinkhorn;
import org.wgan4j.transport.entropic.UnbalancedSolution;

/** Runs the solvers of transport with entropy. */
final class EntropicAnswers {
    private EntropicAnswers() {}

    static TransportAnswer sinkhorn(TransportQuestion question, @Nullable Double regularization) {
        Problem problem = question.problem();
        double weight = weight(regularization, problem.costs(), question);
        return new EntropicAnswer(
                Sinkhorn.of(weight).solve(problem, question.limits()),
                problem.cost().power(),
                weight);
    }

    /** The masses need not agree: what is lost and made has the price rho a unit. */
    static TransportAnswer unbalanced(TransportQuestion question, @Nullable Double regularization, double price) {
        CostRows costs = question.cost().between(question.source(), question.target());
        double weight = weight(regularization, costs, question);
        UnbalancedSolution solution = UnbalancedSinkhorn.of(weight, price)
                .solve(question.source(), question.target(), question.cost(), question.limits());
        return new UnbalancedAnswer(solution, question.cost().power(), weight, price);
    }

    private static double weight(@Nullable Double given, CostRows costs, TransportQuestion question) {
        if (costs.forbidden() < Double.POSITIVE_INFINITY) {
            throw new ActionableException(
                    "pairs of infinite cost need an exact solver, and this is sinkhorn; take auto or simplex, or give them large costs");
        }
        if (given == null) {
            return defaultWeight(costs, question.limits().start());
        }
        if (!(given > 0 && given < Double.POSITIVE_INFINITY)) {
            throw new ActionableException("--regularization must be finite and above 0, not " + given);
        }
        return given;
    }

    /** A share of the mean cost; 1 where all costs are 0 and any weight gives the same plan. */
    private static double defaultWeight(CostRows costs, Limits.Deadline deadline) {
        double[] buffer = new double[costs.targets()];
        double sum = 0;
        for (int i = 0; i < costs.sources(); i++) {
            deadline.check(buffer.length);
            double[] row = costs.row(i, buffer);
            double rowSum = 0;
            for (int j = 0; j < buffer.length; j++) {
                rowSum += Math.abs(row[j]);
            }
            sum += rowSum / buffer.length;
        }
        double weight = SolverOptions.DEFAULT_SHARE * sum / costs.sources();
        return weight > 0 ? weight : 1;
    }
}
