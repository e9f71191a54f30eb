package org.wgan4j.report.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.Labels;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.figure.draw.PngFile;

/**
 * The figures of a critic's audit: its estimate beside exact transport, and the pairs of the optimal plan.
 *
 * <pre>{@code
 * RunDirectory run = RunDirectory.open(Path.of("runs/mine"));
 * try (TrainedCritic critic = TrainedCritic.load(run)) {
 *     AuditReport report = critic.audit(1000, run.recipe().seed());
 *     System.out.println(AuditSentence.of(report));
 *     AuditFigures.write(Path.of("audit"), run, report);
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class AuditFigures {
    private AuditFigures() {}

    /** Writes the figures with the classes that the digit classifier assigns to the generated images, where the run learnt MNIST's digits. */
    public static List<Path> write(Path folder, RunDirectory run, AuditReport report) {
        return write(
                folder,
                run,
                report,
                GeneratedClasses.of(report.generated(), run).labels());
    }

    /**
     * Writes or replaces {@code audit.png} and {@code audit.svg}, over the steps where the run was audited during training with as many images,
     * and for images of one or three channels {@code pairs.png}.
     *
     * @param generatedClasses a class for each generated image, or unknown
     * @return the files
     * @throws ActionableException if the log of the run cannot be read, this machine has no font or the disk refuses
     */
    public static List<Path> write(Path folder, RunDirectory run, AuditReport report, Labels generatedClasses) {
        List<EvaluationRecord> logged = Files.exists(run.metricsFile())
                ? MetricsLog.read(run.metricsFile()).measures()
                : List.of();
        List<Path> files = new ArrayList<>(AuditChart.of(AuditHistory.of(report, logged), report.estimatesWasserstein())
                .write(folder, "audit"));
        int channels = report.real().shape().channels();
        if (channels == 1 || channels == 3) {
            Path pairs = folder.resolve("pairs.png");
            PngFile.write(
                    pairs,
                    PairingFigure.draw(
                            report, generatedClasses, run.recipe().samples().ink()));
            files.add(pairs);
        }
        return List.copyOf(files);
    }
}
