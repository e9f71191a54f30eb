package org.wgan4j.gan.data;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;

/**
 * Images {@code [count, channels, height, width]} of 8-bit pixels: 0 is black, 255 is white.
 *
 * <p>Immutable and safe for use by several threads: arrays are copied on their way in and out. Images are equal if their shapes and all of their
 * pixels are.
 */
public final class Images implements SampleArray {
    /** Half the range of a pixel: p is (p - 127.5) / 127.5 in the unit range [-1, 1]. */
    private static final float HALF_RANGE = 127.5f;

    private final ImageShape shape;
    private final byte[] pixels;
    private final int count;

    private Images(ImageShape shape, byte[] pixels) {
        if (pixels.length % shape.size() != 0) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels; images of shape " + shape + " need a multiple of " + shape.size());
        }
        this.shape = shape;
        this.pixels = pixels;
        this.count = pixels.length / shape.size();
    }

    /**
     * Images from a copy of their pixels.
     *
     * @param pixels unsigned bytes {@code [count, channels, height, width]}, width fastest
     */
    public static Images of(ImageShape shape, byte[] pixels) {
        return new Images(shape, pixels.clone());
    }

    /** Allocates the pixels of so many images; a refusal says how many are possible. */
    private static byte[] allocate(ImageShape shape, int count) {
        return ArraySize.make(count + " images of " + shape, shape.size(count), Byte.BYTES, byte[]::new);
    }

    /**
     * Builds a set of images part by part, in one array that is allocated at the beginning. For use by one thread.
     */
    public static final class Builder {
        private final ImageShape shape;
        private final byte[] pixels;
        private int filled;

        /**
         * A builder of a set of so many images.
         *
         * @throws ActionableException if there cannot be so many in memory
         */
        public Builder(ImageShape shape, int count) {
            this.shape = shape;
            this.pixels = allocate(shape, count);
        }

        /** Adds images, all of them. */
        public Builder add(Images part) {
            return add(part.shape, part.pixels);
        }

        /** Adds one image of a set. */
        public Builder add(Images from, int index) {
            if (!from.shape.equals(shape)) {
                throw new IllegalArgumentException("an image of " + from.shape + " among images of " + shape);
            }
            from.copyPixels(index, 0, pixels, filled, shape.size());
            filled += shape.size();
            return this;
        }

        /**
         * Adds the pixels of one or more images, unsigned bytes {@code [n, channels, height, width]}, which are copied.
         */
        public Builder add(ImageShape partShape, byte[] part) {
            if (!partShape.equals(shape) || part.length > pixels.length - filled) {
                throw new IllegalArgumentException(part.length + " pixels of images of " + partShape
                        + " where there is room for " + (pixels.length - filled) + " of " + shape);
            }
            System.arraycopy(part, 0, pixels, filled, part.length);
            filled += part.length;
            return this;
        }

        /** The images, once all are added; the builder must not be used afterwards. */
        public Images build() {
            if (filled != pixels.length) {
                throw new IllegalStateException(filled + " of " + pixels.length + " pixels are there");
            }
            return new Images(shape, pixels);
        }
    }

    /** As {@link #of} without the copy: the caller gives up the array. */
    static Images owning(ImageShape shape, byte[] pixels) {
        return new Images(shape, pixels);
    }

    /**
     * Images from values in [-1, 1], the output of a generator: v becomes the pixel nearest to (v + 1) * 127.5. Values outside are
     * clamped.
     *
     * @param values {@code [count, channels, height, width]}, width fastest
     * @throws IllegalArgumentException if a value is NaN
     */
    public static Images fromUnitRange(ImageShape shape, float[] values) {
        byte[] pixels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                throw new IllegalArgumentException(
                        "value " + i + " of " + values.length + " is NaN; a pixel needs a number");
            }
            int rounded = Math.round((values[i] + 1) * HALF_RANGE);
            pixels[i] = (byte) Math.max(0, Math.min(255, rounded));
        }
        return new Images(shape, pixels);
    }

    @Override
    public ImageShape shape() {
        return shape;
    }

    @Override
    public int count() {
        return count;
    }

    /**
     * One pixel, 0 (black) to 255 (white).
     *
     * @param i which image
     * @param c which channel
     * @param y which row, from the top
     * @param x which column, from the left
     */
    public int pixel(int i, int c, int y, int x) {
        Objects.checkIndex(i, count);
        Objects.checkIndex(c, shape.channels());
        Objects.checkIndex(y, shape.height());
        Objects.checkIndex(x, shape.width());
        int index = ((i * shape.channels() + c) * shape.height() + y) * shape.width() + x;
        return pixels[index] & 0xff;
    }

    /**
     * Copies some pixels of one image, unsigned bytes {@code [channels, height, width]}.
     *
     * @param i which image
     * @param from the first of its pixels
     * @param target where they go, from {@code offset} on
     */
    public void copyPixels(int i, int from, byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(from, length, shape.size());
        System.arraycopy(pixels, Objects.checkIndex(i, count) * shape.size() + from, target, offset, length);
    }

    /** A copy of all pixels, unsigned bytes {@code [count, channels, height, width]}. */
    public byte[] bytes() {
        return pixels.clone();
    }

    /** The images from {@code from} (inclusive) to {@code to} (exclusive). */
    public Images slice(int from, int to) {
        Objects.checkFromToIndex(from, to, count);
        return new Images(shape, Arrays.copyOfRange(pixels, from * shape.size(), to * shape.size()));
    }

    @Override
    public Images select(int[] indices) {
        int size = shape.size();
        byte[] chosen = allocate(shape, indices.length);
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(pixels, Objects.checkIndex(indices[i], count) * size, chosen, i * size, size);
        }
        return new Images(shape, chosen);
    }

    /** Writes one image as values in [-1, 1]: pixel p becomes (p - 127.5) / 127.5. */
    @Override
    public void copyScaled(int i, float[] target, int offset) {
        int size = shape.size();
        Objects.checkFromIndexSize(offset, size, target.length);
        int start = Objects.checkIndex(i, count) * size;
        for (int k = 0; k < size; k++) {
            target[offset + k] = ((pixels[start + k] & 0xff) - HALF_RANGE) / HALF_RANGE;
        }
    }

    @Override
    public void addTo(MessageDigest digest) {
        digest.update(pixels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Images that && shape.equals(that.shape) && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(pixels);
    }

    /** Count and shape: {@code 60000 images of 1x28x28}. */
    @Override
    public String toString() {
        return count + " images of " + shape;
    }
}
