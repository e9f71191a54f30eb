package org.wgan4j.report.run;

import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.html.LossPlots;
import org.wgan4j.report.html.ReportPage;
import org.wgan4j.report.html.TrainingAnimation;

/**
 * The report of a run that is there already, drawn again from its run directory.
 *
 * <pre>{@code
 * RunReport.write(RunDirectory.open(Path.of("runs/mine")));
 * }</pre>
 *
 * <p>While a run trains, {@link RunFilesWriter} does so. Safe for use by several threads on different runs.
 */
public final class RunReport {
    private RunReport() {}

    /**
     * Writes or replaces {@code losses.png}, {@code training.gif} where there are sample grids, and {@code report.html}, which holds both.
     *
     * @throws ActionableException if the run cannot be read, this machine has no font or the disk refuses
     */
    public static void write(RunDirectory run) {
        LossPlots.write(run);
        TrainingAnimation.write(run);
        ReportPage.write(run);
    }
}
