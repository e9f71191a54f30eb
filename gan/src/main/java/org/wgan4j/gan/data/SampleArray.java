package org.wgan4j.gan.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The samples of a data set, all of one shape: {@link Images} and {@link Points} in memory, or samples that are read when they are needed.
 *
 * <p>A sample is a function of its index: the same index always gives the same values, so that a resumed run equals an uninterrupted one.
 * Implementations never change and can be read by several threads at the same time.
 */
public interface SampleArray {
    /** The shape that all of them have; a point has the shape 2x1x1, an x and a y. */
    ImageShape shape();

    /** How many there are; may be 0. */
    int count();

    /**
     * Writes one sample into an array as the values that the critic sees: pixels scaled to [-1, 1], coordinates as they are.
     *
     * @param i which sample
     * @param offset where in {@code target} its first value goes; {@code shape().size()} values are written, width fastest
     */
    void copyScaled(int i, float[] target, int offset);

    /**
     * Writes the samples with these indices one after the other. One call makes a whole batch: sources that read many at once, such as a
     * database, override it.
     *
     * @param indices each from 0 to below {@code count()}; may hold one twice
     * @param target of {@code indices.length * shape().size()} values
     */
    default void copyScaled(int[] indices, float[] target) {
        for (int i = 0; i < indices.length; i++) {
            copyScaled(indices[i], target, i * shape().size());
        }
    }

    /** The samples with these indices, in this order; an index may come twice. */
    default SampleArray select(int[] indices) {
        return new SelectedSamples(this, indices);
    }

    /** Feeds all values into a checksum: those that the critic sees, as 32-bit big-endian numbers, unless there is something more exact. */
    default void addTo(MessageDigest digest) {
        float[] values = new float[shape().size()];
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
        for (int i = 0; i < count(); i++) {
            copyScaled(i, values, 0);
            bytes.asFloatBuffer().put(values);
            digest.update(bytes.array());
        }
    }

    /** Reads one sample. */
    @FunctionalInterface
    interface Reader {
        /**
         * Writes one sample into an array, as {@link SampleArray#copyScaled(int, float[], int)} does.
         *
         * @param i which sample, from 0 up
         */
        void read(int i, float[] target, int offset);
    }

    /**
     * Samples that a function reads when they are needed.
     *
     * @param count at least 0
     * @param reader gives the same values for the same index, in [-1, 1] for images; may be called by several threads
     */
    static SampleArray of(ImageShape shape, int count, Reader reader) {
        return new ReadSamples(shape, count, reader);
    }
}
