package org.wgan4j.app.cli.transport;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.NearestWord;
import org.wgan4j.app.cli.input.CostMatrix;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.app.cli.input.Numeral;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.NormCost;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that say what it costs to move a unit of mass. */
@Command
final class CostOptions {
    private static final List<String> NAMES = List.of("euclidean", "sqeuclidean", "l1");

    @Option(
            names = "--cost",
            paramLabel = "COST",
            defaultValue = "euclidean",
            description =
                    "The cost of moving a unit of mass: euclidean (the distance), sqeuclidean (its square), l1 (the"
                            + " coordinates' distances summed), or a file (.npy, .npz or .csv) with a row for every source and a column"
                            + " for every target, inf where nothing may go; without it, euclidean.")
    private String name = "euclidean";

    @Option(
            names = "--p",
            paramLabel = "P",
            description =
                    "The power, 1 or more: the cost is the distance to the power P, and the distance of the answer the"
                            + " P-th root of its cost; the costs of a matrix are taken as such powers already.")
    private @Nullable Double power;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "No unit of mass costs more than T, which is above 0.")
    private @Nullable Double threshold;

    private @Nullable CostMatrix matrix;

    /** The matrix, read from its file the first time; null where the cost is another. */
    public @Nullable CostMatrix matrix(InputReader reader) {
        if (matrix == null && isFile()) {
            matrix = CostMatrix.read(name, reader);
        }
        return matrix;
    }

    /** The cost. */
    public Cost cost(InputReader reader) {
        Cost cost = withoutThreshold(matrix(reader));
        return threshold == null ? cost : cost.atMost(threshold);
    }

    private Cost withoutThreshold(@Nullable CostMatrix read) {
        if (read != null) {
            return power == null ? read.cost() : read.cost().withPower(power);
        }
        double given = power == null ? 1 : power;
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "euclidean" -> Cost.euclidean(given);
            case "l1" -> new NormCost(NormCost.Norm.MANHATTAN, given);
            case "sqeuclidean" -> squared();
            default ->
                throw new ActionableException("--cost '" + name + "' is no cost" + NearestWord.question(name, NAMES)
                        + " (costs: " + String.join(", ", NAMES)
                        + ", or a file that ends in .npy, .npz, .csv, .tsv or .txt)");
        };
    }

    private Cost squared() {
        if (power != null && power != 2) {
            throw new ActionableException("--cost sqeuclidean is the distance to the power 2, and --p is " + power
                    + "; give --cost euclidean with --p, or leave --p out");
        }
        return Cost.SQUARED_EUCLIDEAN;
    }

    /** The cost in words, such as "euclidean distance to the power 3, at most 10". */
    public String text() {
        String power = this.power == null || this.power == 1 ? "" : " to the power " + Numeral.of(this.power);
        String text = isFile()
                ? name + (power.isEmpty() ? "" : ", distance" + power)
                : name.equalsIgnoreCase("sqeuclidean")
                        ? "squared euclidean distance"
                        : name.toLowerCase(Locale.ROOT) + " distance" + power;
        return threshold == null ? text : text + ", at most " + Numeral.of(threshold);
    }

    private boolean isFile() {
        return InputReader.isInput(name) || name.indexOf('.') >= 0;
    }
}
