package org.wgan4j.app.cli.barycenter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.CommandOutput;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.app.cli.console.StandardOptions;
import org.wgan4j.app.cli.console.StopSignal;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.app.cli.input.LimitOptions;
import org.wgan4j.app.cli.transport.UnfinishedException;
import org.wgan4j.gan.format.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wgan4j barycenter}: the measure with the least weighted sum of squared transport distances to those of some files. */
@Command(
        name = "barycenter",
        description = {
            "Finds the measure that is nearest to several: the least weighted sum of squared Wasserstein distances (W2).",
            "On the line it is exact; of pictures and grids it is computed with entropy, without its blur. Each file counts as shares"
                    + " of its mass. Files are those of 'wgan4j transport'."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j barycenter x.csv y.csv z.csv                      of samples on the line, exactly",
            "  wgan4j barycenter a.csv b.csv --histogram --shares 1,3   of masses on a line",
            "  wgan4j barycenter a.png b.png --out between.png          of pictures of one size",
        })
public final class BarycenterCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli fills it
    private StandardOptions standard = new StandardOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Two files or more, a measure each.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private BarycenterOptions options = new BarycenterOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes it as arrays (.npz), as a table (.csv) or as a picture (.png).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (out != null) {
            BarycenterFile.of(out);
            AtomicFile.requireWritable(out);
        }
        CommandOutput output = CommandOutput.of(spec);
        InputReader reader = new InputReader(System.in, output::note);
        try (StopSignal stop = new StopSignal(
                () -> output.note("stopping with the best answer so far; a second Ctrl-C ends at once without one"))) {
            try {
                BarycenterAnswer answer = options.solve(files, reader, limits.limits(stop::requested));
                conclude(answer, output);
                return answer.converged() ? ExitCodes.OK : stopped(stop);
            } catch (UnfinishedException unfinished) {
                output.note(String.valueOf(unfinished.getMessage()));
                return stopped(stop);
            }
        }
    }

    private static int stopped(StopSignal stop) {
        return stop.requested() ? ExitCodes.INTERRUPTED : ExitCodes.FAILED;
    }

    private void conclude(BarycenterAnswer answer, CommandOutput output) {
        if (json) {
            output.json(answer.object());
        } else {
            output.lines(answer.lines());
        }
        if (out != null) {
            BarycenterFile kind = BarycenterFile.of(out);
            kind.check(out, answer.barycenter());
            kind.write(out, answer.barycenter());
            if (!json) {
                output.wrote(out);
            }
        }
    }
}
