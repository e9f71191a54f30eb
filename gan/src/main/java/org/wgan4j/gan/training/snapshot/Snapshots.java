package org.wgan4j.gan.training.snapshot;

import java.util.Optional;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.TrainingState;

/** What is shown of the players at intervals: generated images, or, where the data are points, the plane and the critic's scores on it. */
public sealed interface Snapshots permits SampleSnapshots, SurfaceSnapshots {
    /**
     * What a listener is shown after the given step.
     *
     * @param label {@code epoch-0001} or {@code step-00000100}
     * @param caption {@code Epoch: 1}
     */
    RunEvent shown(String label, String caption, long step);

    /**
     * Those that fit the data of a run.
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
