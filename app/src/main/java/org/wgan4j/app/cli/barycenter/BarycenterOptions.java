package org.wgan4j.app.cli.barycenter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.app.cli.input.MeasureFile;
import org.wgan4j.app.cli.input.MeasureOptions;
import org.wgan4j.app.cli.input.MeasureText;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.entropic.EntropicBarycenter;
import org.wgan4j.transport.exact.barycenter.BarycenterSolution;
import org.wgan4j.transport.exact.barycenter.LineBarycenter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what the files of a barycenter mean and how it is computed. */
@Command
final class BarycenterOptions {
    /** The regularisation unless one is given, as a share of the squared length of the grid's longest axis. */
    private static final double DEFAULT_SHARE = 1e-3;

    @Option(
            names = "--shares",
            split = ",",
            paramLabel = "W",
            description = "How much each file counts, such as 1,2,1; without them, all count alike.")
    private List<Double> shares = List.of();

    @Mixin
    private MeasureOptions measures = new MeasureOptions();

    @Option(
            names = "--regularization",
            paramLabel = "R",
            description =
                    "On a grid, the weight of the entropy, above 0, in squared cells; without it, 0.001 of the longest axis squared.")
    private @Nullable Double regularization;

    @Option(names = "--blurred", description = "On a grid, leaves in the blur that the entropy makes.")
    private boolean blurred;

    /** The barycenter of the measures in some files under the squared distance. */
    public BarycenterAnswer solve(List<String> files, InputReader reader, Limits limits) {
        if (files.size() < 2) {
            throw new ActionableException("a barycenter lies between measures; name two files or more");
        }
        double[] weights = weights(files.size());
        List<Measure> given = read(files, reader);
        long started = System.nanoTime();
        if (given.stream().allMatch(measure -> measure.dimension() == 1)) {
            checkExact();
            BarycenterSolution solution = LineBarycenter.solve(given, weights, limits);
            return new BarycenterAnswer(
                    "quantiles on the line",
                    solution.barycenter(),
                    OptionalDouble.of(solution.objective()),
                    OptionalDouble.of(solution.dual()),
                    OptionalDouble.empty(),
                    solution.iterations(),
                    solution.converged(),
                    since(started));
        }
        EntropicBarycenter entropic = EntropicBarycenter.of(weight((Histogram) given.get(0)));
        EntropicBarycenter.Barycenter found =
                (blurred ? entropic : entropic.withoutBlur()).solve(given, weights, Cost.SQUARED_EUCLIDEAN, limits);
        return new BarycenterAnswer(
                blurred ? "entropic barycenter" : "debiased entropic barycenter",
                found.barycenter(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(found.marginalError()),
                found.iterations(),
                found.converged(),
                since(started));
    }

    private List<Measure> read(List<String> files, InputReader reader) {
        List<Measure> read = new ArrayList<>();
        for (String file : files) {
            Measure measure = MeasureFile.read(file, measures.meaning(), reader);
            checkFits(files.get(0), read.isEmpty() ? measure : read.get(0), file, measure);
            read.add(measure);
        }
        return read;
    }

    /** Points of the line, or cells of one grid. */
    private static void checkFits(String firstFile, Measure first, String file, Measure measure) {
        if (measure.dimension() == 1 && first.dimension() == 1) {
            return;
        }
        if (!(measure instanceof Histogram cells)) {
            throw new ActionableException(file + " holds " + MeasureText.of(measure)
                    + "; barycenters are computed of points of the line, and of masses on a grid (--grid or pictures)");
        }
        if (!(first instanceof Histogram firstCells) || !firstCells.sameGrid(cells)) {
            throw new ActionableException(firstFile + " holds " + MeasureText.of(first) + " and " + file + " "
                    + MeasureText.of(measure) + "; all need the same grid");
        }
    }

    private double[] weights(int files) {
        if (shares.isEmpty()) {
            double[] equal = new double[files];
            Arrays.fill(equal, 1);
            return equal;
        }
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        boolean usable = shares.stream().allMatch(share -> share >= 0) && sum > 0 && sum < Double.POSITIVE_INFINITY;
        if (shares.size() != files || !usable) {
            throw new ActionableException("--shares " + shares + " must be " + files
                    + " finite numbers of at least 0, one a file, and not all 0");
        }
        return shares.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void checkExact() {
        if (regularization != null || blurred) {
            throw new ActionableException(
                    "--regularization and --blurred are for grids, and on the line the barycenter is exact; leave them out");
        }
    }

    private double weight(Histogram cells) {
        if (regularization == null) {
            int longest =
                    cells.shape().stream().mapToInt(Integer::intValue).max().orElse(1);
            return DEFAULT_SHARE * longest * longest;
        }
        if (!(regularization > 0 && regularization < Double.POSITIVE_INFINITY)) {
            throw new ActionableException("--regularization must be finite and above 0, not " + regularization);
        }
        return regularization;
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
