package org.wgan4j.gan.data;

import org.wgan4j.gan.ActionableException;

/**
 * The order in which samples are drawn into batches: a pure function of the seed and the number of the batch.
 *
 * <p>It has no state, so a resumed run continues at batch k without a saved one. Safe for use by several threads.
 */
public sealed interface BatchOrder permits ShuffledOrder, ReplacementOrder {
    /**
     * The indices of the images in a batch.
     *
     * @param number from 0 up, through all epochs: batch {@code e * batchesPerEpoch()} is the first one of epoch e
     * @return a new array of the batch size, or shorter for the last batch of a shuffled epoch that is kept
     */
    int[] batch(long number);

    /** Batches that make up one epoch, at least 1. */
    long batchesPerEpoch();

    /**
     * The order for a data set.
     *
     * @param size images in the data set, at least 1
     * @param batchSize images in a batch, 1 to {@code size}
     * @param lastBatch whether the images left at the end of an epoch make up a shorter batch; with replacement there is no end
     *     to reach: every batch is full, and the choice only says whether {@link #batchesPerEpoch} is rounded up or down
     * @throws ActionableException if the batch size is out of range
     */
    static BatchOrder of(Sampling sampling, int size, int batchSize, LastBatch lastBatch, long seed) {
        if (size < 1) {
            throw new IllegalArgumentException(size + " images; a data set has at least 1");
        }
        if (batchSize < 1 || batchSize > size) {
            throw new ActionableException("A batch size of " + batchSize + " does not fit a data set of " + size
                    + " images; choose a batch size from 1 to " + size);
        }
        return switch (sampling) {
            case SHUFFLE -> new ShuffledOrder(size, batchSize, lastBatch, seed);
            case WITH_REPLACEMENT -> new ReplacementOrder(size, batchSize, lastBatch, seed);
        };
    }
}
