package org.wgan4j.gan.training.snapshot;

import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.training.TrainingSetup;
import org.wgan4j.gan.training.event.RunEvent;
import org.wgan4j.gan.training.loop.TrainingState;

/** What is shown of the players at intervals: generated images, or, where the data are points, the plane and the critic's scores on it. */
sealed interface Snapshots permits SampleSnapshots, SurfaceSnapshots {
    /**
     * What a listener is shown after the given step.
     *
     * @param label {@code epoch-0001} or {@code step-00000100}
     * @param caption {@code Epoch: 1}
     */
    RunEvent shown(String label, String caption, long step);

    /** Those that fit the data of a run. */
    static Snapshots of(TrainingSetup setup, TrainingState players) {
        if (!setup.dataset().shape().equals(Points.SHAPE)) {
            return new SampleSnapshots(setup.recipe(), players);
        }
        Points real = setup.dataset().points();
        return new SurfaceSnapshots(setup.recipe(), players, real, SurfaceSnapshots.reach(setup.world(), real));
    }
}
