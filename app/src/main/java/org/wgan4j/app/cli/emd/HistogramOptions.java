package org.wgan4j.app.cli.emd;

import java.util.OptionalDouble;
import org.wgan4j.app.cli.console.DecimalNumbers;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.TransportException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that name two histograms on a line, for the commands that compare them. */
@Command
final class HistogramOptions {
    /** A plan is printed as a whole matrix, and every pair of bins is looked at to prove it. */
    private static final int MOST_BINS = 2000;

    private static final String EXAMPLE =
            "give masses separated by commas, such as 3,2,1,4, or a .csv, .npy or .npz file";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "MASSES",
            description = {
                "The masses of bins 0, 1, 2, ... that are moved: numbers separated by commas, or a .csv, .npy or .npz file"
                        + " (FILE.csv:NAME for a column of a table), or - for standard input; at most 2000."
            })
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "MASSES",
            description = "The masses of bins 0, 1, 2, ... that they become; there may be more or fewer bins.")
    private String to = "";

    @Option(names = "--normalize", description = "Divides each by its sum first, so that both sum to 1.")
    private boolean normalize;

    Histogram source(InputReader reader) {
        return histogram("--from", from, reader);
    }

    Histogram target(InputReader reader) {
        return histogram("--to", to, reader);
    }

    private Histogram histogram(String option, String text, InputReader reader) {
        double[] masses = InputReader.isInput(text)
                ? reader.vector(text, option + " needs one mass a bin")
                : ofText(option, text);
        if (masses.length > MOST_BINS) {
            throw new ActionableException(option + " has " + masses.length + " bins, and this command takes at most "
                    + MOST_BINS + "; add up neighbouring bins");
        }
        try {
            Histogram histogram = Histogram.of(masses);
            return normalize ? histogram.normalized() : histogram;
        } catch (TransportException wrong) {
            throw new ActionableException(option + ": " + wrong.getMessage(), wrong);
        }
    }

    private static double[] ofText(String option, String text) {
        String[] words = text.split(",", -1);
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            OptionalDouble value = DecimalNumbers.parse(words[i].strip());
            if (value.isEmpty()) {
                throw new ActionableException(
                        option + ": '" + words[i].strip() + "', mass " + i + ", is not a number; " + EXAMPLE);
            }
            values[i] = value.getAsDouble();
        }
        return values;
    }
}
