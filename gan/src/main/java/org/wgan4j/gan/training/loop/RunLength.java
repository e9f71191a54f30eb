package org.wgan4j.gan.training.loop;

import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.BatchOrder;
import org.wgan4j.gan.recipe.DataSettings;
import org.wgan4j.gan.recipe.EpochUnit;
import org.wgan4j.gan.recipe.Recipe;

/**
 * The length of a run in generator steps and in epochs, which need not be a whole number of steps. Immutable and safe for use by several threads.
 *
 * @param totalSteps generator steps of the whole run, at least 1
 * @param stepsOfEpochs generator steps that make up {@code epochs} epochs, at least 1
 * @param epochs at least 1
 */
public record RunLength(long totalSteps, long stepsOfEpochs, long epochs) {
    /** The longest run; its steps times epochs fit 64 bits. */
    private static final long MOST_STEPS = 1_000_000_000_000L;

    public RunLength {
        if (totalSteps < 1 || stepsOfEpochs < 1 || epochs < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a run has at least 1 step, found %s steps, %s steps in %s epochs",
                    totalSteps,
                    stepsOfEpochs,
                    epochs));
        }
    }

    /**
     * The length of a recipe on a data set of the given size.
     *
     * @throws ActionableException if the run is longer than 10^12 generator steps
     */
    public static RunLength of(Recipe recipe, int dataSetSize) {
        DataSettings data = recipe.data();
        long batches = BatchOrder.of(data.sampling(), dataSetSize, recipe.batchSize(), data.lastBatch(), recipe.seed())
                .batchesPerEpoch();
        boolean countsSteps = recipe.epochUnit() == EpochUnit.GENERATOR_STEPS;
        long numerator = countsSteps ? batches : batches * data.repeatBatch();
        long denominator = countsSteps ? 1 : recipe.objective().criticSteps();
        long total = recipe.steps() > 0 ? recipe.steps() : ceiling(recipe.epochs(), numerator, denominator);
        return new RunLength(Math.max(total, 1), numerator, denominator);
    }

    private static long ceiling(long epochs, long numerator, long denominator) {
        if (epochs > MOST_STEPS / numerator * denominator) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s epochs of %s generator steps are more than the %s steps of the longest run: choose fewer epochs.",
                    epochs,
                    numerator / (double) denominator,
                    MOST_STEPS));
        }
        return Math.floorDiv(epochs * numerator + denominator - 1, denominator);
    }

    /** The same on the same data, but of so many generator steps. */
    public RunLength with(long steps) {
        return new RunLength(steps, stepsOfEpochs, epochs);
    }

    /** Generator steps that make up an epoch; not a whole number where the critic steps do not divide the batches. */
    public double stepsPerEpoch() {
        return (double) stepsOfEpochs / epochs;
    }

    /** How many epochs are over after the given number of steps. */
    public int epochsAfter(long steps) {
        return (int) Math.min(Integer.MAX_VALUE, Math.multiplyExact(steps, epochs) / stepsOfEpochs);
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
