package org.wgan4j.app.cli.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.app.cli.console.NearestWord;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.solver.TransportSolver;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of {@code --solver}. */
enum SolverName {
    AUTO,
    LINE(TransportSolver.LINE, "give no cost matrix, nor --threshold"),
    CIRCLE(TransportSolver.CIRCLE, "leave --cost, --p and --threshold out"),
    ASSIGNMENT(TransportSolver.ASSIGNMENT, "give as many points on both sides, without --weights"),
    SIMPLEX,
    BOTTLENECK,
    GRID(
            TransportSolver.GRID,
            "give pictures, --grid or --histogram, and --cost l1, euclidean or sqeuclidean without --p and --threshold"),
    THRESHOLDED(TransportSolver.THRESHOLDED, "give --threshold"),
    SINKHORN,
    SLICED(TransportSolver.SLICED, "give --cost euclidean or sqeuclidean, without --threshold"),
    GAUSSIAN(TransportSolver.GAUSSIAN, "give --cost sqeuclidean, without --threshold"),
    ENERGY(TransportSolver.ENERGY, "give --cost euclidean, without --p and --threshold");

    private final Optional<TransportSolver> demanding;
    private final String remedy;

    /** A solver that takes every problem. */
    SolverName() {
        this.demanding = Optional.empty();
        this.remedy = "";
    }

    SolverName(TransportSolver solver, String remedy) {
        this.demanding = Optional.of(solver);
        this.remedy = remedy;
    }

    /** Refuses a problem that the solver cannot take. */
    void check(TransportQuestion question) {
        demanding
                .flatMap(solver -> solver.unmetDemand(question.source(), question.target(), question.cost()))
                .ifPresent(unmet -> {
                    throw new ActionableException(
                            "--solver " + this + " " + unmet + "; " + remedy + ", or take auto or simplex");
                });
    }

    /** Whether its answer holds a plan. */
    boolean makesPlan() {
        return demanding.map(TransportSolver::makesPlan).orElse(true);
    }

    /**
     * What the cost of its answer is, in words.
     *
     * @param groundCost the ground cost, in words
     */
    String meaning(String groundCost) {
        return switch (this) {
            case CIRCLE -> "mass times the shorter way round the circle";
            case BOTTLENECK -> "the largest " + groundCost + " over which any mass moves";
            case SLICED -> "mass times " + groundCost + " of projections, the mean over random directions";
            case GAUSSIAN -> "mass times " + groundCost + ", between Gaussians of the same means and covariances";
            case ENERGY -> "twice the mean distance between X and Y, less those within each";
            default -> "mass times " + groundCost;
        };
    }

    /** Reads a name, in capitals or not. */
    static final class Converter implements ITypeConverter<SolverName> {
        @Override
        public SolverName convert(String text) {
            List<String> names =
                    Arrays.stream(values()).map(SolverName::toString).toList();
            int index = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (index < 0) {
                throw new TypeConversionException("'" + text + "' is no solver" + NearestWord.question(text, names)
                        + " (solvers: " + String.join(", ", names) + ")");
            }
            return values()[index];
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
