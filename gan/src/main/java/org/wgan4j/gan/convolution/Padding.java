package org.wgan4j.gan.convolution;

/**
 * The zero padding of an image before a convolution. Immutable and safe for use by several threads.
 */
public sealed interface Padding {
    /** Zeros above and to the left of an image of the given size. */
    long before(long size, long kernel, long stride);

    /** Zeros below and to the right. */
    long after(long size, long kernel, long stride);

    /** The same number on all four sides, as PyTorch counts. */
    record Symmetric(long zeros) implements Padding {
        public Symmetric {
            if (zeros < 0) {
                throw new IllegalArgumentException("padding must be at least 0, found " + zeros);
            }
        }

        @Override
        public long before(long size, long kernel, long stride) {
            return zeros;
        }

        @Override
        public long after(long size, long kernel, long stride) {
            return zeros;
        }

        @Override
        public String toString() {
            return "padding " + zeros;
        }
    }

    /**
     * As many zeros as make the output ceil(size / stride): TensorFlow's SAME, which adds the odd one below and to the right, so that a
     * strided convolution of an even image is padded unevenly.
     */
    record Same() implements Padding {
        @Override
        public long before(long size, long kernel, long stride) {
            return total(size, kernel, stride) / 2;
        }

        @Override
        public long after(long size, long kernel, long stride) {
            long total = total(size, kernel, stride);
            return total - total / 2;
        }

        private static long total(long size, long kernel, long stride) {
            long output = (size + stride - 1) / stride;
            return Math.max((output - 1) * stride + kernel - size, 0);
        }

        @Override
        public String toString() {
            return "padding same";
        }
    }
}
