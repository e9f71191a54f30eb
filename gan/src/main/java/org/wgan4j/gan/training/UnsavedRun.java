package org.wgan4j.gan.training;

import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;

/** All that {@link TrainingRun#start} sets up before step 1, without a run directory: for those who measure and check. */
record UnsavedRun(Recipe recipe, TorchRuntime runtime, Dataset dataset, RealImages images, Players players)
        implements AutoCloseable {
    /** Sets a recipe up, or refuses it for the reasons for which training would. */
    static UnsavedRun of(Recipe recipe) {
        TorchRuntime runtime = TorchRuntime.start(recipe.runtime().threads());
        Dataset dataset = Datasets.load(recipe.data().source());
        RealImages images = new RealImages(dataset, recipe);
        Compute compute = runtime.compute(recipe.runtime().device());
        TrainingRun.preflight(recipe, dataset, compute);
        Tuned tuned = new Tuner(recipe, dataset.shape(), compute).choose();
        return new UnsavedRun(
                recipe, runtime, dataset, images, Players.create(recipe, dataset.shape(), compute, tuned));
    }

    @Override
    public void close() {
        players.close();
    }
}
