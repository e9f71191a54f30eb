package org.wgan4j.gan.training.loop;

import org.wgan4j.gan.data.BatchOrder;
import org.wgan4j.gan.recipe.DataSettings;
import org.wgan4j.gan.recipe.EpochUnit;
import org.wgan4j.gan.recipe.Recipe;

/**
 * How long a run is, in generator steps and in epochs.
 *
 * @param totalSteps generator steps of the whole run
 * @param stepsPerEpoch generator steps that make up an epoch; not a whole number where the critic steps do not divide the batches
 */
public record RunLength(long totalSteps, double stepsPerEpoch) {
    /** The length of a recipe on a data set of the given size. */
    public static RunLength of(Recipe recipe, int dataSetSize) {
        DataSettings data = recipe.data();
        long batches = BatchOrder.of(data.sampling(), dataSetSize, recipe.batchSize(), data.lastBatch(), recipe.seed())
                .batchesPerEpoch();
        double stepsPerEpoch = recipe.epochUnit() == EpochUnit.GENERATOR_STEPS
                ? batches
                : (double) batches * data.repeatBatch() / recipe.objective().criticSteps();
        long total = recipe.steps() > 0 ? recipe.steps() : (long) Math.ceil(recipe.epochs() * stepsPerEpoch);
        return new RunLength(Math.max(total, 1), stepsPerEpoch);
    }

    /** How many epochs are over after the given number of steps. */
    public int epochsAfter(long steps) {
        return (int) Math.floor(steps / stepsPerEpoch + 1e-9);
    }

    /** Whether the step with which this count is reached ends an epoch. */
    public boolean endsEpoch(long steps) {
        return steps > 0 && epochsAfter(steps) > epochsAfter(steps - 1);
    }

    /** Epochs of the whole run, a started one counted. */
    public int totalEpochs() {
        return epochsAfter(totalSteps - 1) + 1;
    }
}
