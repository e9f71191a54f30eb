package org.wgan4j.gan.recipe;

/** The floating-point type of the large products; weights stay in 32 bits. */
public enum Precision {
    /** The faster of the others, as measured at the start. */
    AUTO,
    /** 32 bits. */
    FLOAT32,
    /** 16 bits with the range of 32. */
    BFLOAT16
}
