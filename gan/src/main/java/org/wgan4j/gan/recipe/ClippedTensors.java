package org.wgan4j.gan.recipe;

/** The tensors of the critic that a WGAN clips. */
public enum ClippedTensors {
    /** Every trainable tensor, as in the paper. */
    ALL,
    /** The kernels of the convolutions only: bounds no Lipschitz constant, as the rest is free. */
    CONVOLUTION_KERNELS
}
