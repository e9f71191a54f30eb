package org.wgan4j.report.run;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
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
import org.wgan4j.gan.training.TrainingRun;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.report.figure.ImageGrid;
import org.wgan4j.report.figure.PlanePictures;
import org.wgan4j.report.figure.draw.PngFile;
import org.wgan4j.report.html.LossPlots;
import org.wgan4j.report.html.ReportPage;
import org.wgan4j.report.html.TrainingAnimation;

/**
 * A listener for {@link TrainingRun#run} that writes the files of a run into its directory: sample grids, the TensorBoard event file, the loss
 * plot, the animation and the HTML report.
 *
 * <pre>{@code
 * try (TrainingRun run = TrainingRun.start(recipe, dataset, Path.of("runs/mine"));
 *         RunFilesWriter files = new RunFilesWriter()) {
 *     run.run(files, () -> false);
 * }
 * }</pre>
 *
 * <p>A further listener is added with {@link #andThen}. A file that cannot be written never stops the training: the reason is reported once
 * and the file left out. When the run has ended all files are complete; closing matters for a run that failed, which gets its last plot and
 * report then. Used on the thread of the run; not safe for use by several threads.
 */
public final class RunFilesWriter implements Consumer<RunEvent>, AutoCloseable {
    /** Redrawing the loss plot, the animation and the report takes at most this share of the time. */
    private static final double DRAWING_SHARE = 0.02;

    private static final int RGB = 3;
    private static final String BOARD = "the TensorBoard file";

    private final Consumer<String> failures;
    private final Set<String> failed = new HashSet<>();
    private @Nullable RunDirectory directory;
    private String dataName = "";
    private @Nullable TensorBoardFile board;
    private long nextDrawing = System.nanoTime();

    /** A writer that leaves out silently what cannot be written. */
    public RunFilesWriter() {
        this(ignored -> {});
    }

    /**
     * A writer that reports what cannot be written.
     *
     * @param failures gets one sentence for each file that cannot be written, such as {@code report.html was not written: ...}
     */
    public RunFilesWriter(Consumer<String> failures) {
        this.failures = failures;
    }

    /** Writes the files that follow from an event. */
    @Override
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            directory = started.directory();
            dataName = started.recipe().data().name();
            attempt(BOARD, () -> openBoard(started));
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
            attempt(file.toString(), () -> writeGrid(sampled, file));
        } else if (event instanceof RunEvent.SurfaceSampled surface && directory != null) {
            Path file = directory.sample(surface.label());
            attempt(file.toString(), () -> writeSurface(surface, file));
        } else if (event instanceof RunEvent.Saved) {
            attempt(BOARD, this::flushBoard);
        } else if (event instanceof RunEvent.Finished) {
            close();
        }
    }

    /** Draws the last plot, animation and report and closes the TensorBoard file; does nothing after the end of a run. */
    @Override
    public void close() {
        draw();
        directory = null;
        TensorBoardFile file = board;
        board = null;
        if (file != null) {
            attempt(BOARD, file::close);
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
            attempt(BOARD, () -> terms.forEach((term, value) -> file.scalar(step, prefix + term, value.floatValue())));
        }
    }

    private void writeGrid(RunEvent.Sampled sampled, Path file) {
        SampleSettings settings = sampled.settings();
        BufferedImage grid = ImageGrid.of(settings.rows(), settings.columns())
                .withInk(settings.ink())
                .withTitle(settings.title() ? sampled.caption() : "")
                .draw(sampled.images());
        writePicture(grid, file, sampled.step(), sampled.images().shape().channels());
    }

    private void writeSurface(RunEvent.SurfaceSampled surface, Path file) {
        String title = surface.caption() + " of " + dataName + ": the critic's surface";
        writePicture(PlanePictures.of(title, surface.surface()).pixels(1), file, surface.step(), RGB);
    }

    private void writePicture(BufferedImage picture, Path file, long step, int channels) {
        PngFile.write(file, picture);
        if (board != null) {
            board.image(step, "samples", picture.getHeight(), picture.getWidth(), channels, PngFile.bytes(picture));
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
            attempt("losses.png", () -> LossPlots.write(run));
            attempt("training.gif", () -> TrainingAnimation.write(run));
            attempt("report.html", () -> ReportPage.write(run));
        }
    }

    private void attempt(String what, Runnable write) {
        try {
            write.run();
        } catch (RuntimeException | LinkageError | InternalError failure) {
            if (failed.add(what)) {
                failures.accept(what + " was not written: " + reason(failure));
            }
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof ActionableException && message != null ? message : failure.toString();
    }
}
