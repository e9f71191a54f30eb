package org.wgan4j.app.cli.barycenter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.input.InputReader;
import org.wgan4j.app.cli.input.LimitOptions;
import org.wgan4j.gan.format.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j barycenter}: the measure with the least weighted sum of squared transport distances to those of some files. Used by one thread. */
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
    @Mixin
    private AnswerOutput output = new AnswerOutput();

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

    @Override
    public Integer call() {
        if (out != null) {
            BarycenterFile.of(out);
            AtomicFile.requireWritable(out);
        }
        InputReader reader = new InputReader(System.in, output::note);
        return limits.run(output, ends -> {
            BarycenterAnswer answer = options.solve(files, reader, ends);
            conclude(answer);
            return answer.converged();
        });
    }

    private void conclude(BarycenterAnswer answer) {
        output.answer(answer::object, answer::lines);
        if (out != null) {
            BarycenterFile kind = BarycenterFile.of(out);
            kind.check(out, answer.barycenter());
            output.write(out, file -> kind.write(file, answer.barycenter()));
        }
    }
}
