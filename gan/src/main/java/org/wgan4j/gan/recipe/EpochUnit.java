package org.wgan4j.gan.recipe;

/** The unit of an epoch, which has as many of them as the data set has batches. */
public enum EpochUnit {
    /** Batches of real images drawn for the critic: an epoch is one pass over the data set. */
    REAL_BATCHES,
    /** Generator steps: the critic sees {@code criticSteps} times as many real batches in an epoch. */
    GENERATOR_STEPS
}
