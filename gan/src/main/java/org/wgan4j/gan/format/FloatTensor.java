package org.wgan4j.gan.format;

import java.util.Arrays;

/**
 * A multi-dimensional array of 32-bit floats in a file.
 *
 * <p>Immutable by convention: the arrays are shared, not copied, because they are megabytes; treat them as constant.
 *
 * @param shape sizes, each at least 0, outermost first; no sizes means one value
 * @param values as many as the product of the shape, last dimension fastest
 */
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record FloatTensor(long[] shape, float[] values) {
    /** Checks that the shape and the number of values agree. */
    public FloatTensor {
        ElementCount.check(shape, values.length);
    }

    /** True if the shapes are the same and the values too, as {@link Float#equals} sees them (NaN equals NaN, 0.0 is not -0.0). */
    @Override
    public boolean equals(Object other) {
        return other instanceof FloatTensor that
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "FloatTensor" + Arrays.toString(shape);
    }
}
