package org.wgan4j.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossPlotsTest {
    private static final int BLUE = 0x0072B2;
    private static final int VERMILION = 0xD55E00;
    private static final int GREEN = 0x009E73;
    private static final int ORANGE = 0xE69F00;
    private static final int SKY = 0x56B4E9;

    @TempDir
    Path folder;

    private BufferedImage plotOf(MadeUpRun run) {
        LossPlots.write(run.directory());
        BufferedImage plot = read(run.directory().lossPlot());
        assertThat(plot.getWidth()).isEqualTo(LossPlots.WIDTH);
        return plot;
    }

    private static BufferedImage read(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int panels(BufferedImage plot) {
        assertThat(plot.getHeight() % LossPlots.PANEL_HEIGHT).isZero();
        return plot.getHeight() / LossPlots.PANEL_HEIGHT;
    }

    private static Set<Integer> colours(BufferedImage plot, int panel) {
        Set<Integer> colours = new HashSet<>();
        for (int y = panel * LossPlots.PANEL_HEIGHT; y < (panel + 1) * LossPlots.PANEL_HEIGHT; y++) {
            for (int x = 0; x < plot.getWidth(); x++) {
                colours.add(plot.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }

    @Test
    void aRunOfStepsAloneShowsScoresAndLosses() {
        BufferedImage plot = plotOf(MadeUpRun.of(folder.resolve("run"), "quick").withSteps(400, 0));

        assertThat(panels(plot)).isEqualTo(2);
        assertThat(colours(plot, 0)).contains(BLUE, GREEN, VERMILION);
        assertThat(colours(plot, 1)).contains(BLUE, ORANGE).doesNotContain(VERMILION);
    }

    @Test
    void aRunWhoseObjectiveIsNotOnTheClassPathStillHasItsCurvesAndReport() throws IOException {
        MadeUpRun run = MadeUpRun.of(folder.resolve("run"), "gan").withSteps(50, 0);
        Path yaml = run.directory().recipeFile();
        Files.writeString(yaml, Files.readString(yaml).replace("name: gan", "name: mine"));

        BufferedImage plot = plotOf(run);
        assertThat(colours(plot, 0)).contains(GREEN, VERMILION).doesNotContain(BLUE);
        assertThat(colours(plot, 1)).contains(BLUE, ORANGE);
        ReportPage.write(run.directory());
        assertThat(Files.readString(run.directory().report()))
                .contains("A GAN with the objective mine", "depends on the objective mine");
    }

    @Test
    void aRunOfEpochsAndStepsShowsBoth() {
        BufferedImage plot =
                plotOf(MadeUpRun.of(folder.resolve("run"), "wgan-gp").withSteps(200, 20));

        assertThat(panels(plot)).isEqualTo(2);
        assertThat(colours(plot, 0)).contains(BLUE, GREEN, VERMILION);
        assertThat(colours(plot, 1)).contains(BLUE, ORANGE).doesNotContain(VERMILION);
    }

    @Test
    void aRunOfEpochsAloneShowsBoth() {
        BufferedImage plot =
                plotOf(MadeUpRun.of(folder.resolve("run"), "wgan-gp").withEpochsAlone(6));

        assertThat(panels(plot)).isEqualTo(2);
        assertThat(colours(plot, 0)).contains(BLUE, GREEN, VERMILION);
        assertThat(colours(plot, 1)).contains(BLUE, ORANGE);
    }

    @Test
    void aDigitRunShowsTheTutorialsLossesFirst() {
        BufferedImage plot =
                plotOf(MadeUpRun.of(folder.resolve("run"), "digit-wgan").withSteps(200, 20));

        assertThat(panels(plot)).isEqualTo(3);
        assertThat(colours(plot, 0)).contains(SKY, VERMILION, ORANGE).doesNotContain(BLUE);
        assertThat(colours(plot, 1)).contains(BLUE, GREEN, VERMILION);
    }

    @Test
    void aGanShowsNoWassersteinEstimate() {
        BufferedImage plot = plotOf(MadeUpRun.of(folder.resolve("run"), "gan").withSteps(50, 10));

        assertThat(colours(plot, 0)).contains(GREEN, VERMILION).doesNotContain(BLUE);
    }

    @Test
    void oneRecordIsDrawn() {
        BufferedImage step =
                plotOf(MadeUpRun.of(folder.resolve("step"), "quick").withSteps(1, 0));
        BufferedImage epoch =
                plotOf(MadeUpRun.of(folder.resolve("epoch"), "quick").withEpochsAlone(1));

        assertThat(colours(step, 0)).contains(BLUE, GREEN, VERMILION);
        assertThat(colours(epoch, 1)).contains(BLUE, ORANGE);
    }

    @Test
    void aRunWithoutMetricsSaysSo() {
        BufferedImage missing = plotOf(MadeUpRun.of(folder.resolve("missing"), "quick"));
        BufferedImage empty =
                plotOf(MadeUpRun.of(folder.resolve("empty"), "quick").withSteps(0, 0));

        assertThat(panels(missing)).isEqualTo(1);
        assertThat(panels(empty)).isEqualTo(1);
        assertThat(colours(missing, 0)).hasSizeGreaterThan(2).doesNotContain(BLUE, GREEN, VERMILION);
        assertThat(colours(empty, 0)).isEqualTo(colours(missing, 0));
    }
}
