package org.wgan4j.app.cli.transport;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.input.CostMatrix;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.app.cli.input.MeasureFile;
import org.wgan4j.app.cli.input.MeasureFile.Meaning;
import org.wgan4j.app.cli.input.MeasureOptions;
import org.wgan4j.app.cli.input.MeasureText;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what the numbers of the files mean and how much mass each point has. */
@Command
final class MassOptions {
    @Option(
            names = "--weights",
            arity = "2",
            paramLabel = "FILE",
            description =
                    "Two files (.npy, .npz or .csv) with the masses of the points of X and of Y; without them, the masses"
                            + " are equal and sum to 1.")
    private List<String> weights = List.of();

    @Mixin
    private MeasureOptions meaning = new MeasureOptions();

    @Option(names = "--normalize", description = "Divides the masses of X and of Y by their sums.")
    private boolean normalize;

    /**
     * The two measures.
     *
     * @param files X and Y, or neither where the cost is a matrix
     * @param matrix the cost matrix, if that is the cost
     * @param reader of the files
     */
    public List<Measure> measures(List<String> files, @Nullable CostMatrix matrix, InputReader reader) {
        Meaning meant = meaning.meaning();
        if (files.isEmpty() && matrix == null) {
            throw new ActionableException("X and Y are missing; name two files (without any, --cost needs a matrix)");
        }
        if (files.size() == 1) {
            throw new ActionableException("Y is missing; name two files, X and Y");
        }
        List<Measure> measures =
                files.isEmpty() && matrix != null ? ofMatrix(matrix, meant, reader) : ofFiles(files, meant, reader);
        return normalize ? measures.stream().map(Measure::normalized).toList() : measures;
    }

    private List<Measure> ofMatrix(CostMatrix matrix, Meaning meant, InputReader reader) {
        if (meant != Meaning.SAMPLES) {
            throw new ActionableException(
                    "--histogram and --grid say how to read X and Y, which are missing; name both files,"
                            + " or give the masses with --weights");
        }
        if (weights.isEmpty()) {
            return List.of(equal(matrix.sources()), equal(matrix.targets()));
        }
        return List.of(MeasureFile.masses(weights.get(0), reader), MeasureFile.masses(weights.get(1), reader));
    }

    private static Measure equal(int points) {
        double[] masses = new double[points];
        Arrays.fill(masses, 1.0 / points);
        return Measure.masses(masses);
    }

    private List<Measure> ofFiles(List<String> files, Meaning meant, InputReader reader) {
        Measure source = measure(files, 0, meant, reader);
        Measure target = measure(files, 1, meant, reader);
        if (source instanceof Histogram one && target instanceof Histogram other) {
            checkGrids(files, one, other);
        } else if (source instanceof Histogram != target instanceof Histogram) {
            throw new ActionableException(
                    "one of " + files.get(0) + " and " + files.get(1)
                            + " holds masses on a grid and the other samples; give two of one kind (--grid reads numbers as a grid)");
        }
        return List.of(source, target);
    }

    private Measure measure(List<String> files, int number, Meaning meant, InputReader reader) {
        Measure measure = MeasureFile.read(files.get(number), meant, reader);
        if (weights.isEmpty()) {
            return measure;
        }
        if (!(measure instanceof Samples samples)) {
            throw new ActionableException(
                    files.get(number)
                            + " holds masses already, so --weights has nothing to weigh; leave it out, or read the file as samples");
        }
        return MeasureFile.weighted(samples, weights.get(number), reader);
    }

    /** On the line, positions may end where they like; pictures of two sizes were hardly meant. */
    private static void checkGrids(List<String> files, Histogram source, Histogram target) {
        boolean line = source.dimension() == 1 && target.dimension() == 1;
        if (!line && !source.sameGrid(target)) {
            throw new ActionableException(files.get(0) + " has the size " + MeasureText.size(source) + " and "
                    + files.get(1) + " has " + MeasureText.size(target) + "; both need the same");
        }
    }
}
