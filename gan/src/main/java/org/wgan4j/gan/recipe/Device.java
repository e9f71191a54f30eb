package org.wgan4j.gan.recipe;

/** Where the tensors live. */
public enum Device {
    /** The fastest that is there. */
    AUTO,
    /** The processor. */
    CPU,
    /** An NVIDIA graphics card. */
    CUDA,
    /** An Apple graphics processor. */
    MPS
}
