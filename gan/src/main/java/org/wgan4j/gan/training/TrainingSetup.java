package org.wgan4j.gan.training;

import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.RealBatches;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.loop.TuningResult;
import org.wgan4j.gan.tuning.Tuner;

/** All that {@link TrainingRun#start} sets up before step 1, without a run directory: for those who measure and check. */
public record TrainingSetup(
        Recipe recipe, TorchRuntime runtime, Dataset dataset, RealBatches images, TrainingState players)
        implements AutoCloseable {
    /** Sets a recipe up, or refuses it for the reasons for which training would. */
    public static TrainingSetup of(Recipe recipe) {
        TorchRuntime runtime = TorchRuntime.start(recipe.runtime().threads());
        Dataset dataset = Datasets.load(recipe.data().source());
        RealBatches images = new RealBatches(dataset, recipe);
        Compute compute = runtime.compute(recipe.runtime().device());
        TrainingRun.preflight(recipe, dataset, compute);
        TuningResult tuned = new Tuner(recipe, dataset.shape(), compute).choose();
        return new TrainingSetup(
                recipe, runtime, dataset, images, TrainingState.create(recipe, dataset.shape(), compute, tuned));
    }

    @Override
    public void close() {
        players.close();
    }
}
