package org.wgan4j.gan.training;

import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.World;
import org.wgan4j.gan.recipe.Recipe;

/** What is shown of the players at intervals: generated images, or, where the data are points, the plane and the critic's scores on it. */
sealed interface Snapshots permits Pictures, Surveys {
    /**
     * What a listener is shown after the given step.
     *
     * @param label {@code epoch-0001} or {@code step-00000100}
     * @param caption {@code Epoch: 1}
     */
    RunEvent shown(String label, String caption, long step);

    /** Those that fit the data of a run. */
    static Snapshots of(Recipe recipe, RealImages images, Players players) {
        return World.of(recipe.data().source())
                .<Snapshots>map(world ->
                        new Surveys(recipe, players, (Points) images.dataset().samples(), world.reach()))
                .orElseGet(() -> new Pictures(recipe, players));
    }
}
