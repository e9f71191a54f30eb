package org.wgan4j.gan.recipe;

/** Which statistics the generator's batch norm uses. */
public enum GeneratorMode {
    /** The averages gathered in training: an image does not depend on its neighbours. */
    MOVING_STATISTICS,
    /** Mean and variance of the batch at hand. */
    BATCH_STATISTICS
}
