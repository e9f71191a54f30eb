package org.wgan4j.gan.recipe;

/** The padding of strided and transposed convolutions. */
public enum PaddingStyle {
    /** The same number of pixels on both sides. */
    SYMMETRIC,
    /** TensorFlow's SAME: the odd pixel goes to the bottom and the right. */
    SAME
}
