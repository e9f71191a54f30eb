package org.wgan4j.report.html;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EpochRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.MetricsLog;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.run.RunStatus;
import org.wgan4j.gan.run.StepRecord;

/**
 * The contents of a run directory that a report shows, read once.
 *
 * @param status empty in runs of earlier versions
 * @param metrics in the order of steps; empty where nothing has been logged
 * @param grids in the order of steps
 */
record RunFacts(
        RunDirectory run,
        Recipe recipe,
        Optional<Provenance> provenance,
        Optional<RunStatus> status,
        MetricsHistory metrics,
        List<SampleGrid> grids) {

    static RunFacts read(RunDirectory run) {
        Optional<Provenance> provenance =
                Files.exists(run.provenanceFile()) ? Optional.of(run.provenance()) : Optional.empty();
        MetricsHistory metrics = metrics(run);
        return new RunFacts(run, run.recipe(), provenance, run.status(), metrics, SampleGrid.of(run, metrics));
    }

    /** The log in the order of steps. */
    static MetricsHistory metrics(RunDirectory run) {
        if (!Files.exists(run.metricsFile())) {
            return MetricsHistory.empty();
        }
        return MetricsLog.read(run.metricsFile()).bySteps();
    }

    /** {@code points} for a run on the plane, else {@code images}. */
    String samples() {
        return onPlane() ? "points" : "images";
    }

    /** Whether the run learns points of the plane rather than images. */
    boolean onPlane() {
        return provenance
                .map(made -> made.data().shape().equals(Points.SHAPE.toString()))
                .orElseGet(() -> SyntheticDataset.of(recipe.data().source()).isPresent());
    }

    Optional<StepRecord> lastStep() {
        List<StepRecord> steps = metrics.steps();
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
    }

    Optional<EpochRecord> lastEpoch() {
        List<EpochRecord> epochs = metrics.epochs();
        return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
    }

    /** The last logged generator step. */
    long stepsDone() {
        return Math.max(
                lastStep().map(StepRecord::step).orElse(0L),
                lastEpoch().map(EpochRecord::step).orElse(0L));
    }

    /** The name of the recipe without folders; without provenance that of the run directory. */
    String name() {
        String full = provenance.map(Provenance::recipe).orElseGet(() -> {
            Path folder = run.path().toAbsolutePath().normalize().getFileName();
            return folder == null ? "run" : folder.toString();
        });
        String last = full.replaceFirst("^.*[/\\\\](?=.)", "");
        return last.isBlank() ? "run" : last;
    }

    /** What the curves of its objective mean. */
    ObjectiveCurves curves() {
        return ObjectiveDescription.of(recipe.objective()).curves(recipe.objective());
    }

    /** Whether the run logs the losses c1, c2 and g of the one-digit tutorials. */
    static boolean plotsTutorialLosses(MetricsHistory metrics) {
        return metrics.steps().stream().anyMatch(record -> record.seedTerms().containsKey("c1"))
                || metrics.epochs().stream()
                        .anyMatch(record -> record.seedMeans().containsKey("c1"));
    }
}
