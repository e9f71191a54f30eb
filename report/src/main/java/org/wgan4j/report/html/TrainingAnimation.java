package org.wgan4j.report.html;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.figure.Animation;
import org.wgan4j.report.figure.draw.PngFile;

/** The animation of the sample grids of a run, {@code training.gif}. Safe for use by several threads on different runs. */
public final class TrainingAnimation {
    /** Most frames; more make the file too large to share. */
    static final int MOST_FRAMES = 240;

    private static final int TOTAL_MILLIS = 8000;
    private static final int SHORTEST_MILLIS = 60;
    private static final int LONGEST_MILLIS = 500;
    private static final Duration LAST = Duration.ofMillis(2500);

    private TrainingAnimation() {}

    /**
     * Writes or replaces {@code training.gif} of a run, with a frame for each grid that is as large as the last one, in the order of steps; of
     * more than 240 an even subset. A run without grids gets no file.
     *
     * @throws ActionableException if the run cannot be read or the disk refuses
     */
    public static void write(RunDirectory run) {
        List<SampleGrid> frames = frames(run);
        if (frames.isEmpty()) {
            return;
        }
        long millis = Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, TOTAL_MILLIS / frames.size()));
        Iterable<BufferedImage> pictures =
                () -> frames.stream().map(grid -> PngFile.read(grid.file())).iterator();
        new Animation(Duration.ofMillis(millis), LAST).write(run.animation(), pictures);
    }

    static List<SampleGrid> frames(RunDirectory run) {
        List<SampleGrid> grids = SampleGrid.of(run, RunFacts.metrics(run));
        if (grids.isEmpty()) {
            return grids;
        }
        SampleGrid last = grids.get(grids.size() - 1);
        List<SampleGrid> alike = grids.stream()
                .filter(grid -> grid.width() == last.width() && grid.height() == last.height())
                .toList();
        return EvenSubset.of(alike, MOST_FRAMES);
    }
}
