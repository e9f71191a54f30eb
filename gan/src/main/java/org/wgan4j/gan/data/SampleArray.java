package org.wgan4j.gan.data;

import java.security.MessageDigest;

/** Samples of one shape, what a data set holds: images of pixels or points of the plane. Immutable and safe for use by several threads. */
public sealed interface SampleArray permits Images, Points {
    /** The shape that all of them have; a point has the shape 2x1x1, an x and a y. */
    ImageShape shape();

    /** How many there are; may be 0. */
    int count();

    /** The samples with these indices, in this order; an index may come twice. */
    SampleArray select(int[] indices);

    /**
     * Writes one sample into an array as the values that the critic sees: pixels scaled to [-1, 1], coordinates as they are.
     *
     * @param i which sample
     * @param offset where in {@code target} its first value goes; {@code shape().size()} values are written
     */
    void copyScaled(int i, float[] target, int offset);

    /** Feeds all values into a checksum. */
    void addTo(MessageDigest digest);
}
