package org.wgan4j.gan.training;

import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.TorchRuntime;

/** All that {@link TrainingRun#start} sets up before step 1, without a run directory: for those who measure and check. */
record Rehearsal(Recipe recipe, TorchRuntime runtime, Dataset dataset, RealImages images, Players players)
        implements AutoCloseable {
    /** Sets a recipe up, or refuses it for the reasons for which training would. */
    static Rehearsal of(Recipe recipe) {
        TorchRuntime runtime = TorchRuntime.start(recipe.runtime().threads());
        Dataset dataset = Datasets.load(recipe.data().source());
        RealImages images = new RealImages(dataset, recipe);
        Players players = Players.create(
                recipe, dataset.shape(), runtime.compute(recipe.runtime().device()));
        try {
            Preflight.check(players);
            Players decided = players.with(TrainingRun.precision(recipe, players, images));
            return new Rehearsal(recipe, runtime, dataset, images, decided);
        } catch (RuntimeException e) {
            players.close();
            throw e;
        }
    }

    @Override
    public void close() {
        players.close();
    }
}
