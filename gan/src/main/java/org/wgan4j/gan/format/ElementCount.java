package org.wgan4j.gan.format;

import java.util.Arrays;

/** Checks the number of values of a shape. */
final class ElementCount {
    private ElementCount() {}

    /** Refuses a number of values that is not the product of the sizes. */
    static void check(long[] shape, int values) {
        long count = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("size " + size + " in a shape; it must be at least 0");
            }
            count = Math.multiplyExact(count, size);
        }
        if (count != values) {
            throw new IllegalArgumentException(
                    values + " values for shape " + Arrays.toString(shape) + ", which holds " + count);
        }
    }
}
