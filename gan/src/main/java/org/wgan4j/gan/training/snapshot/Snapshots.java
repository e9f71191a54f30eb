package org.wgan4j.gan.training.snapshot;

import java.util.Optional;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.TrainingState;

/** Snapshots of a run at intervals: generated images, or, for points, generated points and the critic's scores on the plane. For use by the thread that trains. */
public sealed interface Snapshots permits SampleSnapshots, SurfaceSnapshots {
    /**
     * The snapshot after the given step.
     *
     * @param label {@code epoch-0001} or {@code step-00000100}
     * @param caption {@code Epoch: 1}
     */
    RunEvent event(String label, String caption, long step);

    /**
     * The snapshots for the data of a run.
     *
     * @param synthetic the distribution that the data were drawn from, where it is known
     */
    static Snapshots of(
            Recipe recipe, Dataset dataset, Optional<SyntheticDataset> synthetic, TrainingState trainingState) {
        if (!dataset.shape().equals(Points.SHAPE)) {
            return new SampleSnapshots(recipe, trainingState);
        }
        Points real = dataset.points();
        return new SurfaceSnapshots(recipe, trainingState, real, SurfaceSnapshots.reach(synthetic, real));
    }
}
