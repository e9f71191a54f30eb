package org.wgan4j.gan.recipe;

/** The order of updates in one generator step. */
public enum Schedule {
    /** Algorithm 1 of the papers: {@code criticSteps} critic steps, each on fresh images and noise, then one generator step on fresh noise. */
    ALTERNATING,
    /** Both networks from one forward pass of one batch. */
    SIMULTANEOUS,
    /** Separate critic steps on real and on fake images, each on half a batch, then one generator step on a whole batch. */
    SPLIT
}
