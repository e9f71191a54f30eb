package org.wgan4j.app.cli.train;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.TensorBoardFile;
import org.wgan4j.gan.recipe.SampleSettings;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.report.figure.ImageGrid;
import org.wgan4j.report.figure.PlanePictures;
import org.wgan4j.report.figure.draw.PngFile;
import org.wgan4j.report.html.LossPlots;
import org.wgan4j.report.html.ReportPage;
import org.wgan4j.report.html.TrainingAnimation;

/**
 * Turns the events of a run into its pictures, its TensorBoard file and its report, all in the run directory: a listener for
 * {@code TrainingRun.run}.
 *
 * <p>None of it is worth the loss of a training: what cannot be written is said once and left out. Used on the thread of the run, and closed when
 * that has ended, also if it failed.
 */
public final class RunFiles implements Consumer<RunEvent>, AutoCloseable {
    /** Redrawing the loss plot and the report may take a share of this size of the time at most. */
    private static final double DRAWING_SHARE = 0.02;

    /** Something that is drawn anew from the whole run directory. */
    private record Page(String what, Consumer<RunDirectory> draw) {}

    private static final List<Page> PAGES = List.of(
            new Page("losses.png", LossPlots::write),
            new Page("training.gif", TrainingAnimation::write),
            new Page("report.html", ReportPage::write));

    private static final int RGB = 3;

    private final Consumer<String> note;
    private final Set<String> complaints = new HashSet<>();
    private @Nullable RunDirectory directory;
    private String dataName = "";
    private @Nullable TensorBoardFile board;
    private long nextDrawing = System.nanoTime();

    /**
     * Files of one sitting.
     *
     * @param note says what could not be written
     */
    public RunFiles(Consumer<String> note) {
        this.note = note;
    }

    /** Writes what an event calls for. */
    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            directory = started.directory();
            dataName = started.recipe().data().name();
            attempt("the TensorBoard file", () -> openBoard(started));
        } else if (event instanceof RunEvent.Stepped stepped) {
            scalars(stepped.record().step(), "step/", stepped.record().terms());
            scalars(stepped.record().step(), "seed-step/", stepped.record().seedTerms());
        } else if (event instanceof RunEvent.EpochEnded ended) {
            long step = ended.record().step();
            scalars(step, "epoch/", ended.record().means());
            scalars(step, "seed-epoch/", ended.record().seedMeans());
            scalars(step, "epoch/", Map.of("seconds", ended.record().seconds()));
            drawIfCheap();
        } else if (event instanceof RunEvent.Measured measured) {
            EvaluationRecord record = measured.record();
            scalars(record.step(), record.kind().name().toLowerCase(Locale.ROOT) + "/", record.values());
        } else if (event instanceof RunEvent.Sampled sampled && directory != null) {
            Path file = directory.sample(sampled.label());
            attempt(file.toString(), () -> drawGrid(sampled, file));
        } else if (event instanceof RunEvent.SurfaceSampled surveyed && directory != null) {
            Path file = directory.sample(surveyed.label());
            attempt(file.toString(), () -> drawPlane(surveyed, file));
        } else if (event instanceof RunEvent.Saved || event instanceof RunEvent.Finished) {
            attempt("the TensorBoard file", this::flushBoard);
        }
    }

    /** The last pictures and the report, of a run that failed too. */
    @Override
    public void close() {
        draw();
        if (board != null) {
            attempt("the TensorBoard file", board::close);
        }
    }

    private void openBoard(RunEvent.Started started) {
        TensorBoardFile file = TensorBoardFile.open(started.directory().events());
        board = file;
        if (started.step() > 0) {
            file.startSession(started.step() + 1);
        }
    }

    private void flushBoard() {
        if (board != null) {
            board.flush();
        }
    }

    private void scalars(long step, String prefix, Map<String, Double> terms) {
        TensorBoardFile file = board;
        if (file != null) {
            attempt(
                    "the TensorBoard file",
                    () -> terms.forEach((term, value) -> file.scalar(step, prefix + term, value.floatValue())));
        }
    }

    private void drawGrid(RunEvent.Sampled sampled, Path file) {
        SampleSettings settings = sampled.settings();
        BufferedImage page = ImageGrid.of(settings.rows(), settings.columns())
                .withInk(settings.ink())
                .withTitle(settings.title() ? sampled.caption() : "")
                .draw(sampled.images());
        show(page, file, sampled.step(), sampled.images().shape().channels());
    }

    private void drawPlane(RunEvent.SurfaceSampled surveyed, Path file) {
        String title = surveyed.caption() + " of " + dataName + ": the critic's surface";
        show(PlanePictures.of(title, surveyed.surface()).pixels(1), file, surveyed.step(), RGB);
    }

    private void show(BufferedImage page, Path file, long step, int channels) {
        PngFile.write(file, page);
        if (board != null) {
            board.image(step, "samples", page.getHeight(), page.getWidth(), channels, PngFile.bytes(page));
            board.flush();
        }
    }

    private void drawIfCheap() {
        long begin = System.nanoTime();
        if (begin >= nextDrawing) {
            draw();
            long end = System.nanoTime();
            nextDrawing = end + (long) ((end - begin) / DRAWING_SHARE);
        }
    }

    private void draw() {
        RunDirectory run = directory;
        if (run != null) {
            PAGES.forEach(page -> attempt(page.what(), () -> page.draw().accept(run)));
        }
    }

    private void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | LinkageError | InternalError failure) {
            if (complaints.add(what)) {
                note.accept(what + " was not written: " + reason(failure));
            }
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof ActionableException && message != null ? message : failure.toString();
    }
}
