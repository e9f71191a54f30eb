package org.wgan4j.gan.format;

import java.util.Arrays;

/**
 * A NumPy array: a type, a shape and values in C order (last dimension fastest).
 *
 * <p>Immutable by convention: the arrays are shared, not copied; treat them as constant. Equality is by content.
 */
public sealed interface NpyArray {
    /** Sizes, each at least 0, outermost first; no sizes means one value. */
    int[] shape();

    /** Unsigned bytes, NumPy's {@code uint8}. */
    @SuppressWarnings("ArrayRecordComponent") // equality is by content, below
    record UInt8(int[] shape, byte[] values) implements NpyArray {
        /** Checks that the shape and the number of values agree. */
        public UInt8 {
            checkCount(shape, values.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof UInt8 that
                    && Arrays.equals(shape, that.shape)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "UInt8" + Arrays.toString(shape);
        }
    }

    /** 64-bit whole numbers, NumPy's {@code int64}. */
    @SuppressWarnings("ArrayRecordComponent") // equality is by content, below
    record Int64(int[] shape, long[] values) implements NpyArray {
        /** Checks that the shape and the number of values agree. */
        public Int64 {
            checkCount(shape, values.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Int64 that
                    && Arrays.equals(shape, that.shape)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "Int64" + Arrays.toString(shape);
        }
    }

    /** 32-bit floats, NumPy's {@code float32}. */
    @SuppressWarnings("ArrayRecordComponent") // equality is by content, below
    record Float32(int[] shape, float[] values) implements NpyArray {
        /** Checks that the shape and the number of values agree. */
        public Float32 {
            checkCount(shape, values.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Float32 that
                    && Arrays.equals(shape, that.shape)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "Float32" + Arrays.toString(shape);
        }
    }

    /** 64-bit floats, NumPy's {@code float64}. */
    @SuppressWarnings("ArrayRecordComponent") // equality is by content, below
    record Float64(int[] shape, double[] values) implements NpyArray {
        /** Checks that the shape and the number of values agree. */
        public Float64 {
            checkCount(shape, values.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Float64 that
                    && Arrays.equals(shape, that.shape)
                    && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "Float64" + Arrays.toString(shape);
        }
    }

    private static void checkCount(int[] shape, int values) {
        ElementCount.check(Arrays.stream(shape).asLongStream().toArray(), values);
    }
}
