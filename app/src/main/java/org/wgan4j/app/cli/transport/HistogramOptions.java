package org.wgan4j.app.cli.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpyFile;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.TransportException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that name two histograms on a line, for the commands that compare them. */
@Command
final class HistogramOptions {
    /** A plan is printed as a whole matrix, and every pair of bins is looked at to prove it. */
    private static final int MOST_BINS = 2000;

    private static final String EXAMPLE = "give masses separated by commas, such as 3,2,1,4, or a .csv or .npy file";

    @Option(
            names = "--from",
            required = true,
            paramLabel = "MASSES",
            description = {
                "The masses of bins 0, 1, 2, ... that are moved: numbers separated by commas, or a .csv or .npy file; at most"
                        + " 2000."
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

    Histogram source() {
        return histogram("--from", from);
    }

    Histogram target() {
        return histogram("--to", to);
    }

    boolean normalized() {
        return normalize;
    }

    private Histogram histogram(String option, String text) {
        double[] masses = isFile(text) ? ofFile(option, text) : ofText(option, text);
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

    private static boolean isFile(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".npy");
    }

    private static double[] ofFile(String option, String name) {
        try {
            Path file = Path.of(name);
            return name.toLowerCase(Locale.ROOT).endsWith(".npy")
                    ? ofArray(option, name, NpyFile.read(file))
                    : ofText(option + " " + name, Files.readString(file).strip().replaceAll("\\s*[,\\s]\\s*", ","));
        } catch (IOException | InvalidPathException failure) {
            throw new ActionableException(
                    option + " " + name + " cannot be read ("
                            + failure.getClass().getSimpleName() + "); " + EXAMPLE,
                    failure);
        }
    }

    private static double[] ofArray(String option, String name, NpyArray array) {
        if (array.shape().length != 1) {
            throw new ActionableException(option + " " + name + " has the shape " + Arrays.toString(array.shape())
                    + "; a histogram on a line needs an array of one axis");
        }
        double[] values = new double[array.shape()[0]];
        for (int i = 0; i < values.length; i++) {
            values[i] = array instanceof NpyArray.Float64 doubles
                    ? doubles.values()[i]
                    : array instanceof NpyArray.Float32 floats
                            ? floats.values()[i]
                            : ((NpyArray.UInt8) array).values()[i] & 0xff;
        }
        return values;
    }

    private static double[] ofText(String option, String text) {
        String[] words = text.split(",", -1);
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                values[i] = Double.parseDouble(words[i].strip());
            } catch (NumberFormatException notOne) {
                throw new ActionableException(
                        option + ": '" + words[i].strip() + "', mass " + i + ", is not a number; " + EXAMPLE, notOne);
            }
        }
        return values;
    }
}
