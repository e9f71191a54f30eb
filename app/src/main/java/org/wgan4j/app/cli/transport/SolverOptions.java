package org.wgan4j.app.cli.transport;

import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.solver.ExactSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that choose a solver and steer it. */
@Command
final class SolverOptions {
    /** The regularisation unless one is given, as a share of the mean cost. */
    static final double DEFAULT_SHARE = 0.05;

    private static final int DEFAULT_PROJECTIONS = 1000;

    @Option(
            names = "--solver",
            paramLabel = "SOLVER",
            defaultValue = "auto",
            converter = SolverName.Converter.class,
            description = {
                "Exact: auto (the fastest that fits), line, circle, assignment, simplex, grid, thresholded.",
                "Approximate: sinkhorn (entropy), sliced (random directions), gaussian (means and covariances)."
                        + " Other distances: bottleneck (W-infinity, exact), energy. Without it, auto."
            })
    private SolverName solver = SolverName.AUTO;

    @Option(
            names = "--regularization",
            paramLabel = "R",
            description =
                    "The weight of the entropy for sinkhorn, above 0, in the units of the cost; without it, 0.05 of the"
                            + " mean cost over all pairs.")
    private @Nullable Double regularization;

    @Option(
            names = "--unbalanced",
            paramLabel = "RHO",
            description =
                    "The masses of X and Y need not agree: mass is lost and made at a price of about RHO a unit, above 0,"
                            + " in the units of the cost (sinkhorn with soft sums; cost is then that of what is moved).")
    private @Nullable Double unbalanced;

    @Option(
            names = "--partial",
            paramLabel = "MASS",
            description =
                    "Moves so much mass alone, the part that is cheapest to move, above 0 and at most what the lighter of X"
                            + " and Y has (exactly, by auto or simplex).")
    private @Nullable Double partial;

    @Option(
            names = "--circumference",
            paramLabel = "C",
            description = "The length of the circle for --solver circle, above all positions; without it, the number of"
                    + " cells of a histogram.")
    private @Nullable Double circumference;

    @Option(
            names = "--projections",
            paramLabel = "N",
            description = "How many random directions sliced takes, 1 or more; without it, 1000.")
    private @Nullable Integer projections;

    @Option(names = "--seed", paramLabel = "N", description = "What the directions are drawn from; without it, 0.")
    private @Nullable Long seed;

    /** Solves a problem by the solver that was chosen. */
    TransportAnswer solve(TransportQuestion question) {
        checkBelonging();
        if (partial != null) {
            return ExactAnswers.partial(question, partial);
        }
        if (unbalanced != null) {
            return EntropicAnswers.unbalanced(question, regularization, unbalanced);
        }
        solver.check(question);
        return switch (solver) {
            case AUTO -> ExactAnswers.fastest(question);
            case LINE -> ExactAnswers.by(ExactSolver.LINE, question);
            case ASSIGNMENT -> ExactAnswers.by(ExactSolver.ASSIGNMENT, question);
            case SIMPLEX -> ExactAnswers.by(ExactSolver.NETWORK_SIMPLEX, question);
            case GRID -> ExactAnswers.by(ExactSolver.GRID, question);
            case THRESHOLDED -> ExactAnswers.by(ExactSolver.THRESHOLDED, question);
            case CIRCLE -> ExactAnswers.onCircle(question, circumference);
            case BOTTLENECK -> ExactAnswers.bottleneck(question);
            case SINKHORN -> EntropicAnswers.sinkhorn(question, regularization);
            case SLICED ->
                ApproximateAnswers.sliced(
                        question, projections == null ? DEFAULT_PROJECTIONS : projections, seed == null ? 0 : seed);
            case GAUSSIAN -> ApproximateAnswers.gaussian(question);
            case ENERGY -> ApproximateAnswers.energy(question);
        };
    }

    /** What the cost of the answer is, in words, where the ground cost is the one described. */
    public String meaning(String groundCost) {
        return solver.meaning(groundCost);
    }

    /** Refuses a solver that makes no plan. */
    public void checkPlan() {
        if (!solver.makesPlan()) {
            throw new ActionableException("--solver " + solver + " makes no plan; leave --plan out, or take auto");
        }
    }

    /** Refuses a number of steps for a solver that takes none. */
    public void checkIterations() {
        if (!solver.makesPlan()) {
            throw new ActionableException("--solver " + solver
                    + " takes no steps that could be counted; leave --max-iterations out, or take auto");
        }
    }

    private void checkBelonging() {
        if (unbalanced != null) {
            checkUnbalanced(unbalanced);
        } else if (regularization != null && solver != SolverName.SINKHORN) {
            throw new ActionableException(
                    "--regularization is for --solver sinkhorn and for --unbalanced, and the solver is " + solver);
        }
        if (partial != null) {
            checkPartial(partial);
        }
        if (circumference != null && solver != SolverName.CIRCLE) {
            throw new ActionableException("--circumference is for --solver circle, and the solver is " + solver);
        }
        if ((projections != null || seed != null) && solver != SolverName.SLICED) {
            throw new ActionableException(
                    "--projections and --seed are for --solver sliced, and the solver is " + solver);
        }
    }

    private void checkPartial(double mass) {
        if (!(mass > 0 && mass < Double.POSITIVE_INFINITY)) {
            throw new ActionableException("--partial must be finite and above 0, not " + mass);
        }
        if (unbalanced != null) {
            throw new ActionableException(
                    "--partial fixes how much is moved and --unbalanced gives it a price; give one");
        }
        if (solver != SolverName.AUTO && solver != SolverName.SIMPLEX) {
            throw new ActionableException(
                    "--partial is solved by simplex alone, and the solver is " + solver + "; leave --solver out");
        }
    }

    private void checkUnbalanced(double price) {
        if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
            throw new ActionableException("--unbalanced must be finite and above 0, not " + price);
        }
        if (solver != SolverName.AUTO && solver != SolverName.SINKHORN) {
            throw new ActionableException(
                    "--unbalanced is solved by sinkhorn alone, and the solver is " + solver + "; leave --solver out");
        }
    }
}
