package org.wgan4j.app.cli.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wgan4j.app.cli.console.NearestWord;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The solvers that can be asked for. */
enum SolverName {
    AUTO,
    LINE,
    CIRCLE,
    ASSIGNMENT,
    SIMPLEX,
    GRID,
    THRESHOLDED,
    SINKHORN,
    SLICED,
    GAUSSIAN,
    ENERGY;

    /** Whether its answer says where the mass goes. */
    boolean makesPlan() {
        return this != SLICED && this != GAUSSIAN && this != ENERGY;
    }

    /** What its cost is, in words, where the ground cost is the one described. */
    String meaning(String groundCost) {
        return switch (this) {
            case CIRCLE -> "mass times the shorter way round the circle";
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
                String near = NearestWord.of(text, names)
                        .map(name -> ", did you mean " + name + "?")
                        .orElse("");
                throw new TypeConversionException(
                        "'" + text + "' is no solver" + near + " (solvers: " + String.join(", ", names) + ")");
            }
            return Arrays.asList(values()).get(index);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
