package org.wgan4j.app.cli.transport;

import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.transport.TransportAnswer.Entropy;
import org.wgan4j.app.cli.transport.TransportAnswer.Proof;
import org.wgan4j.app.cli.transport.TransportAnswer.Transfer;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.entropic.EntropicSolution;
import org.wgan4j.transport.entropic.Sinkhorn;
import org.wgan4j.transport.entropic.UnbalancedSinkhorn;
import org.wgan4j.transport.entropic.UnbalancedSolution;

/** Transport with entropy: the cost is that of the entropic plan, dual and gap are those of the objective with entropy. */
final class EntropicAnswers {
    private EntropicAnswers() {}

    static TransportAnswer sinkhorn(TransportQuestion question, @Nullable Double regularization) {
        Problem problem = question.problem();
        double weight = weight(regularization, problem.costs());
        EntropicSolution solution = Sinkhorn.of(weight).solve(problem, question.limits());
        double power = problem.cost().power();
        return new TransportAnswer(
                "sinkhorn",
                solution.transportCost(),
                Math.pow(solution.transportCost(), 1 / power),
                power,
                new Proof(solution.dual(), solution.objective() - solution.dual(), null, solution.marginalError()),
                solution.iterations(),
                solution.converged(),
                solution.time(),
                new Entropy(weight, solution.objective(), null, null),
                null,
                new Transfer(solution::plan, solution.potentials()));
    }

    /** The masses need not agree: what is lost and made has the price rho a unit. */
    static TransportAnswer unbalanced(TransportQuestion question, @Nullable Double regularization, double price) {
        CostRows costs = question.cost().between(question.source(), question.target());
        double weight = weight(regularization, costs);
        UnbalancedSolution solution = UnbalancedSinkhorn.of(weight, price)
                .solve(question.source(), question.target(), question.cost(), question.limits());
        double power = question.cost().power();
        return new TransportAnswer(
                "unbalanced sinkhorn",
                solution.transportCost(),
                Math.pow(solution.transportCost(), 1 / power),
                power,
                new Proof(solution.dual(), solution.dualityGap(), null, null),
                solution.iterations(),
                solution.converged(),
                solution.time(),
                new Entropy(weight, solution.objective(), price, solution.mass()),
                null,
                new Transfer(solution::plan, solution.potentials()));
    }

    private static double weight(@Nullable Double given, CostRows costs) {
        if (given == null) {
            return usual(costs);
        }
        if (!(given > 0 && given < Double.POSITIVE_INFINITY)) {
            throw new ActionableException("--regularization must be finite and above 0, not " + given);
        }
        return given;
    }

    /** A share of the mean cost; 1 where all costs are 0 and any weight gives the same plan. */
    private static double usual(CostRows costs) {
        double[] buffer = new double[costs.targets()];
        double sum = 0;
        for (int i = 0; i < costs.sources(); i++) {
            double[] row = costs.row(i, buffer);
            double rowSum = 0;
            for (int j = 0; j < buffer.length; j++) {
                rowSum += Math.abs(row[j]);
            }
            sum += rowSum / buffer.length;
        }
        double usual = SolverOptions.USUAL_SHARE * sum / costs.sources();
        return usual > 0 ? usual : 1;
    }
}
