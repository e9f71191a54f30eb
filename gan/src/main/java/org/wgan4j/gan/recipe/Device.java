package org.wgan4j.gan.recipe;

/** The device of the tensors. */
public enum Device {
    /** The fastest available. */
    AUTO,
    /** The processor. */
    CPU,
    /** An NVIDIA graphics card. */
    CUDA,
    /** An Apple graphics processor. */
    MPS
}
