package org.wgan4j.gan.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wgan4j.gan.recipe.BestBy;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.MeasureRecord;
import org.wgan4j.gan.run.MetricsHistory;
import org.wgan4j.gan.run.RunDirectory;

/** The checkpoint of the best samples so far, by the measure that the recipe names; it lies beside the latest ones. */
final class BestCheckpoint {
    private final BestBy by;
    private final Checkpoints checkpoints;
    private OptionalDouble best;

    private BestCheckpoint(BestBy by, Checkpoints checkpoints, OptionalDouble best) {
        this.by = by;
        this.checkpoints = checkpoints;
        this.best = best;
    }

    /**
     * Takes up the best one of a run.
     *
     * @param history what is logged up to the step at which the run goes on: a best checkpoint of a later step is deleted, since that step will be
     *     made again
     */
    static BestCheckpoint of(RunDirectory directory, Recipe recipe, MetricsHistory history) {
        BestBy by = recipe.quality().best();
        Checkpoints checkpoints = new Checkpoints(directory.best(), recipe);
        List<Path> kept = Checkpoints.newestFirst(directory.best());
        OptionalDouble best =
                kept.isEmpty() ? OptionalDouble.empty() : valueAt(history, Checkpoints.stepOf(kept.get(0)), by);
        if (best.isEmpty()) {
            checkpoints.clear();
        }
        return new BestCheckpoint(by, checkpoints, best);
    }

    private static OptionalDouble valueAt(MetricsHistory history, long step, BestBy by) {
        return history.measures(MeasureRecord.Kind.QUALITY).stream()
                .filter(measure -> measure.step() == step)
                .map(measure -> measure.values().get(key(by)))
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private static String key(BestBy by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    /** Keeps the players if they are the best so far; returns where. */
    Optional<Path> offer(MeasureRecord measured, Players players) {
        Double value = measured.values().get(key(by));
        if (measured.kind() != MeasureRecord.Kind.QUALITY || value == null || value.isNaN() || !isBetter(value)) {
            return Optional.empty();
        }
        best = OptionalDouble.of(value);
        return Optional.of(checkpoints.save(players, new Checkpoints.Position(measured.step(), measured.seconds()), 1));
    }

    private boolean isBetter(double value) {
        boolean higherIsBetter = by == BestBy.COVERAGE;
        return best.isEmpty() || (higherIsBetter ? value > best.getAsDouble() : value < best.getAsDouble());
    }
}
