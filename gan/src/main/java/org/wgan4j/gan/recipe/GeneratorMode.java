package org.wgan4j.gan.recipe;

/** The statistics of the generator's batch norm. */
public enum GeneratorMode {
    /** The moving averages of training: an image does not depend on the others of its batch. */
    MOVING_STATISTICS,
    /** Mean and variance of the batch. */
    BATCH_STATISTICS
}
