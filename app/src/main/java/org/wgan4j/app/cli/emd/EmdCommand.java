package org.wgan4j.app.cli.emd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.Json;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.report.figure.transport.HistogramTransport;
import org.wgan4j.report.figure.transport.TransportFigures;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.UnequalMassException;
import org.wgan4j.transport.solver.OptimalTransport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wgan4j emd}: the earth mover's distance between two histograms, with its plan, its proof and its pictures. */
@Command(
        name = "emd",
        description = {
            "Computes the earth mover's distance (Wasserstein distance) between two histograms on a line, exactly.",
            "Bin i lies at the position i, and moving a unit of mass from bin i to bin j costs |i - j|^p."
                    + " The distance W_p is the p-th root of the transport cost.",
            "With --json, 'plan' is the matrix of masses moved, a row for each bin of --from and a column for each of --to,"
                    + " and 'potentials' are the prices f and g of the dual problem, unique up to a constant at best."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j emd --from 3,2,1,4 --to 1,2,4,3            masses that balance",
            "  wgan4j emd --from 3,1 --to 1,1,4 --normalize      shares of each sum",
            "  wgan4j emd --from 3,2,1,4 --to 1,2,4,3 --p 2      W2 in place of W1",
            "  wgan4j emd --from a.csv --to b.npy --out moved/   from files, with pictures as PNG, SVG and GIF",
        })
public final class EmdCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Mixin
    private HistogramOptions histograms = new HistogramOptions();

    @Option(
            names = "--p",
            paramLabel = "P",
            defaultValue = "1",
            description = "The power of the distance in the ground cost, 1 or more; without it, 1.")
    private double power = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "Draws histograms, plan, potentials and the earth moved as PNG and SVG and its way as GIF, and writes the answer"
                        + " as text and JSON."
            })
    private @Nullable Path folder;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (folder != null) {
            AtomicFile.requireFolder(folder);
        }
        CommandOutput output = CommandOutput.of(spec);
        InputReader reader = new InputReader(System.in, output::note);
        Histogram source = histograms.source(reader);
        Histogram target = histograms.target(reader);
        Solution solution = solve(source, target);
        if (json) {
            printObject(source, target, solution, output);
        } else {
            output.lines(EmdAnswer.text(solution).lines().toList());
            if (folder != null) {
                draw(source, target, solution, folder).forEach(output::wrote);
            }
        }
        return ExitCodes.OK;
    }

    /** One object, with the files that were written; an answer is not lost with its pictures. */
    private void printObject(Histogram source, Histogram target, Solution solution, CommandOutput output) {
        Map<String, Object> object = new LinkedHashMap<>(EmdAnswer.object(solution));
        try {
            if (folder != null) {
                List<Path> files = draw(source, target, solution, folder);
                object.put("files", files.stream().map(Path::toString).toList());
            }
        } finally {
            output.json(object);
        }
    }

    private Solution solve(Histogram source, Histogram target) {
        try {
            return OptimalTransport.between(source, target)
                    .cost(Cost.euclidean(power))
                    .solve();
        } catch (UnequalMassException unequal) {
            throw new ActionableException(
                    "--from sums to " + EmdAnswer.plain(unequal.sourceMass()) + " and --to to "
                            + EmdAnswer.plain(unequal.targetMass())
                            + ", and earth is neither made nor lost on the way; give masses of equal sums, or add"
                            + " --normalize to move shares of them",
                    unequal);
        }
    }

    private List<Path> draw(Histogram source, Histogram target, Solution solution, Path into) {
        CommandOutput.of(spec).progress("drawing into " + PrintableText.of(into.toString()) + " ...");
        List<Path> files =
                new ArrayList<>(new TransportFigures(HistogramTransport.of(source, target, solution)).write(into));
        Path text = into.resolve("answer.txt");
        Path object = into.resolve("answer.json");
        AtomicFile.write(text, EmdAnswer.text(solution));
        AtomicFile.write(object, Json.text(EmdAnswer.object(solution)) + "\n");
        files.add(text);
        files.add(object);
        return files;
    }
}
