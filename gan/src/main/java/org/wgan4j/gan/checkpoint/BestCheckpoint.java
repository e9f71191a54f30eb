package org.wgan4j.gan.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wgan4j.gan.evaluation.StepInterval;
import org.wgan4j.gan.recipe.BestCheckpointMetric;
import org.wgan4j.gan.recipe.QualitySettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.gan.training.loop.TrainingPosition;
import org.wgan4j.gan.training.loop.TrainingState;

/** The checkpoint with the best samples so far, by the metric that the recipe names. For use by the thread that trains. */
public final class BestCheckpoint {
    private final BestCheckpointMetric by;
    private final Checkpoints checkpoints;
    private OptionalDouble best;

    private BestCheckpoint(BestCheckpointMetric by, Checkpoints checkpoints, OptionalDouble best) {
        this.by = by;
        this.checkpoints = checkpoints;
        this.best = best;
    }

    /**
     * The best checkpoint of a run that starts or resumes.
     *
     * @param history the log up to the step from which the run continues: a best checkpoint of a later step is deleted, since that step will be
     *     repeated; without evaluations it stays
     */
    public static BestCheckpoint of(RunDirectory directory, Recipe recipe, MetricsHistory history) {
        BestCheckpointMetric by = recipe.quality().best();
        Checkpoints checkpoints = new Checkpoints(directory.best(), recipe);
        List<Path> kept = CheckpointFolders.newestFirst(directory.best());
        OptionalDouble best =
                kept.isEmpty() ? OptionalDouble.empty() : valueAt(history, CheckpointFolders.stepOf(kept.get(0)), by);
        if (best.isEmpty() && isMeasured(recipe)) {
            CheckpointFolders.clear(directory.best());
        }
        return new BestCheckpoint(by, checkpoints, best);
    }

    private static boolean isMeasured(Recipe recipe) {
        QualitySettings quality = recipe.quality();
        return quality.best() != BestCheckpointMetric.NONE
                && new StepInterval(quality.everyEpochs(), quality.everySteps()).recurs();
    }

    private static OptionalDouble valueAt(MetricsHistory history, long step, BestCheckpointMetric by) {
        return history.measures(EvaluationRecord.Kind.QUALITY).stream()
                .filter(measure -> measure.step() == step)
                .map(measure -> measure.values().get(key(by)))
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private static String key(BestCheckpointMetric by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    /** Saves the state if it is the best so far; returns the checkpoint. */
    public Optional<Path> offer(EvaluationRecord measured, TrainingState trainingState) {
        Double value = measured.values().get(key(by));
        if (measured.kind() != EvaluationRecord.Kind.QUALITY || value == null || value.isNaN() || !isBetter(value)) {
            return Optional.empty();
        }
        best = OptionalDouble.of(value);
        return Optional.of(
                checkpoints.save(trainingState, new TrainingPosition(measured.step(), measured.seconds()), 1));
    }

    private boolean isBetter(double value) {
        boolean higherIsBetter = by == BestCheckpointMetric.COVERAGE;
        return best.isEmpty() || (higherIsBetter ? value > best.getAsDouble() : value < best.getAsDouble());
    }
}
