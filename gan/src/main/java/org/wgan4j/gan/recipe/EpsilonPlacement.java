package org.wgan4j.gan.recipe;

/** The placement of epsilon in the root of the mean square {@code v} of an optimiser. */
public enum EpsilonPlacement {
    /** {@code sqrt(v + epsilon)}, as RMSprop of Keras does. */
    INSIDE_ROOT,
    /** {@code sqrt(v) + epsilon}, as libtorch does, for Adam with the corrected v. */
    OUTSIDE_ROOT,
    /** {@code sqrt(v) + epsilon} with the uncorrected v, as Adam of Keras does: the paper's epsilon hat. */
    BEFORE_CORRECTION
}
