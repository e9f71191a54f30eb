package org.wgan4j.app.cli.figures;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wgan4j.app.cli.console.AnswerOutput;
import org.wgan4j.app.cli.console.CountProgress;
import org.wgan4j.app.cli.console.ExitCodes;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.report.retrieval.ColourSpace;
import org.wgan4j.report.retrieval.Retrieval;
import org.wgan4j.report.retrieval.RetrievalAnswer;
import org.wgan4j.report.retrieval.RetrievalListener;
import org.wgan4j.report.retrieval.RetrievalPage;
import org.wgan4j.report.retrieval.RetrievalRequest;
import org.wgan4j.report.retrieval.SignatureSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wgan4j retrieve}: the pictures of a folder whose colours are the nearest to those of a picture. Used by one thread. */
@Command(
        name = "retrieve",
        description = {
            "Finds the pictures whose colours are the nearest to those of a picture.",
            "They are ranked by the exact earth mover's distance between colours, and beside it by L2 and chi-square between"
                    + " histograms. Signatures of pictures are kept, so that the next search in the folder is fast."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wgan4j retrieve beach.jpg holidays                       the 10 nearest, as a table",
            "  wgan4j retrieve beach.jpg holidays -r --out near.html    subfolders too, and a page to look at",
            "  wgan4j retrieve beach.jpg holidays -k 50 --json          for a machine",
        })
public final class RetrieveCommand implements Callable<Integer> {
    @Mixin
    private AnswerOutput output = new AnswerOutput();

    @Parameters(index = "0", paramLabel = "QUERY", description = "The picture to search for.")
    private Path query = Path.of("");

    @Parameters(index = "1", paramLabel = "FOLDER", description = "The folder of pictures to search in.")
    private Path folder = Path.of("");

    @Option(
            names = {"-k", "--count"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How many pictures to find, at least 1; without it, 10.")
    private int count = 10;

    @Option(
            names = "--space",
            paramLabel = "SPACE",
            defaultValue = "lab",
            description =
                    "The space of colours: lab, in which distances are as they are perceived, or rgb; without it, lab.")
    private String space = "lab";

    @Option(
            names = "--bins",
            paramLabel = "N",
            defaultValue = "8",
            description = "Steps along each axis of the space, 1 to 32; without it, 8.")
    private int bins = 8;

    @Option(
            names = "--pixels",
            paramLabel = "N",
            defaultValue = "" + SignatureSettings.DEFAULT_PIXELS,
            description = "Pixels to read of a picture, on a regular raster; without it, 262144.")
    private int pixels = SignatureSettings.DEFAULT_PIXELS;

    @Option(
            names = {"-r", "--recursive"},
            description = "Searches subfolders too.")
    private boolean recursive;

    @Option(
            names = "--out",
            paramLabel = "FILE.html",
            description = "Writes a page with pictures and the transport plan.")
    private @Nullable Path out;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where signatures are kept; without it, $$XDG_CACHE_HOME/wgan4j or ~/.cache/wgan4j.")
    private @Nullable Path cache;

    @Option(names = "--no-cache", description = "Neither uses nor keeps signatures.")
    private boolean noCache;

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use; without it, one a processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = {"-q", "--quiet"},
            description = "Shows no progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        if (out != null) {
            AtomicFile.requireWritable(out);
        }
        RetrievalRequest request = request();
        RetrievalAnswer answer;
        try (CountProgress progress = new CountProgress("pictures read", quiet, output.errors(), System::nanoTime)) {
            answer = Retrieval.run(request, listener(progress));
        }
        answer.skipped().forEach(one -> output.note("skipped " + one.name() + ": " + one.reason()));
        output.answer(() -> RetrieveAnswer.object(answer), () -> RetrieveAnswer.lines(answer));
        if (out != null) {
            output.write(out, page -> RetrievalPage.write(page, answer));
        }
        return ExitCodes.OK;
    }

    private RetrievalRequest request() {
        if (cache != null && noCache) {
            throw new ActionableException(
                    "--cache " + cache + " and --no-cache exclude each other; give one of the two");
        }
        Path home = Path.of(System.getProperty("user.home"));
        Optional<Path> caches = noCache
                ? Optional.empty()
                : Optional.of(
                        cache == null ? CacheFolder.of(System.getenv(), home).resolve("colours") : cache);
        SignatureSettings settings = new SignatureSettings(space(), bins, pixels);
        return new RetrievalRequest(query, folder, recursive, count, settings, caches, threads);
    }

    private ColourSpace space() {
        for (ColourSpace known : ColourSpace.values()) {
            if (known.name().equalsIgnoreCase(space)) {
                return known;
            }
        }
        throw new ActionableException("--space must be lab or rgb, not '" + space + "'");
    }

    private static RetrievalListener listener(CountProgress progress) {
        return new RetrievalListener() {
            @Override
            public void read(int pictures, int all) {
                progress.reached(pictures, all);
            }

            @Override
            public void note(String message) {
                progress.note(message);
            }
        };
    }
}
