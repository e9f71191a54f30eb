package org.wgan4j.gan.training.loop;

import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.LastBatch;
import org.wgan4j.gan.data.Sampling;
import org.wgan4j.gan.network.NetworkSpec;
import org.wgan4j.gan.network.layer.BatchNorm;
import org.wgan4j.gan.recipe.GeneratorMode;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Schedule;

/**
 * Refuses recipes in which a batch norm layer gets one value a channel, whose variance is not defined. Safe for use by several threads.
 */
public final class BatchNormCheck {
    private BatchNormCheck() {}

    /**
     * Checks both networks with the smallest batch of each.
     *
     * @throws ActionableException if a layer would get one value a channel
     */
    public static void check(Recipe recipe, ModelDefinition model, int dataSetSize) {
        int smallest = smallestBatch(recipe, dataSetSize);
        check(recipe, "critic", model.critic(), smallest);
        boolean seesFullBatchesAlone = recipe.objective().schedule() == Schedule.ALTERNATING
                && recipe.objective().criticFakes() == GeneratorMode.MOVING_STATISTICS;
        check(recipe, "generator", model.generator(), seesFullBatchesAlone ? recipe.batchSize() : smallest);
    }

    private static int smallestBatch(Recipe recipe, int dataSetSize) {
        int usual = RealBatches.batchSize(recipe);
        boolean endsShort =
                recipe.data().lastBatch() == LastBatch.KEEP && recipe.data().sampling() == Sampling.SHUFFLE;
        int rest = dataSetSize % usual;
        return endsShort && rest > 0 ? rest : usual;
    }

    private static void check(Recipe recipe, String name, NetworkSpec network, int batch) {
        for (NetworkSpec.PlacedLayer row : network.placedLayers()) {
            long valuesOfImage = row.input().elements() / row.input().size(0);
            if (row.layer() instanceof BatchNorm && batch * valuesOfImage < 2) {
                String remedy = RealBatches.batchSize(recipe) > 1
                        ? "the last batch of an epoch has 1 image: set data.lastBatch to drop, choose another batchSize"
                        : String.format(
                                Locale.ROOT,
                                "batchSize is %s: make it %s or more",
                                recipe.batchSize(),
                                2 * recipe.batchSize() / RealBatches.batchSize(recipe));
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "The batch norm of the %s (layer %s) would see one value a channel, which has no variance, since %s, or set network.%sBatchNorm to false.",
                        name,
                        row.index(),
                        remedy,
                        name));
            }
        }
    }
}
