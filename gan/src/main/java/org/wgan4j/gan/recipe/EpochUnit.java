package org.wgan4j.gan.recipe;

/** What an epoch counts; either way it has as many batches as the data set. */
public enum EpochUnit {
    /** Batches of real images drawn for the critic: an epoch is one pass over the data set. */
    REAL_BATCHES,
    /** Generator steps: the critic sees {@code criticSteps} times as many real batches in an epoch. */
    GENERATOR_STEPS
}
