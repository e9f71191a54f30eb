package org.wgan4j.gan.training.loop;

import org.bytedeco.pytorch.Tensor;
import org.wgan4j.gan.data.BatchOrder;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.recipe.DataSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Schedule;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.Tensors;

/** The real batches of a run: the batch of the k-th critic step is a function of the seed and k. Immutable and safe for use by several threads. */
public final class RealBatches {
    private final Dataset dataset;
    private final BatchOrder order;
    private final int repeats;

    public RealBatches(Dataset dataset, Recipe recipe) {
        DataSettings data = recipe.data();
        this.dataset = dataset;
        this.order = BatchOrder.of(data.sampling(), dataset.size(), batchSize(recipe), data.lastBatch(), recipe.seed());
        this.repeats = data.repeatBatch();
    }

    /** Images in a real batch: half of the recipe's batch where the schedule splits it. */
    public static int batchSize(Recipe recipe) {
        return recipe.objective().schedule() == Schedule.SPLIT ? recipe.batchSize() / 2 : recipe.batchSize();
    }

    /** The images of critic step k, counted from 0, {@code [n, channels, height, width]} in [-1, 1]. */
    Tensor batch(long criticStep, Compute compute) {
        int[] indices = order.batch(criticStep / repeats);
        ImageShape shape = dataset.shape();
        return compute.place(
                Tensors.of(dataset.scaled(indices), indices.length, shape.channels(), shape.height(), shape.width()));
    }

    /** The number of images in the given number of critic steps, repeated ones counted each time. */
    long seenAfter(long criticSteps) {
        long whole = criticSteps / repeats;
        long rest = criticSteps % repeats;
        return repeats * inBatches(whole) + (rest == 0 ? 0 : rest * order.batch(whole).length);
    }

    private long inBatches(long batches) {
        long perEpoch = order.batchesPerEpoch();
        long full = order.batch(0).length;
        long lastOfEpoch = order.batch(perEpoch - 1).length;
        long epochs = batches / perEpoch;
        return epochs * ((perEpoch - 1) * full + lastOfEpoch) + batches % perEpoch * full;
    }

    /** All images of the run. */
    public Dataset dataset() {
        return dataset;
    }

    int dataSetSize() {
        return dataset.size();
    }
}
