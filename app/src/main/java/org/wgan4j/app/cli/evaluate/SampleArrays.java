package org.wgan4j.app.cli.evaluate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageLayout;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.PixelRange;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;

/**
 * Images from an npz file: its array {@code images}, or its only array. Immutable.
 *
 * <p>Shapes are those of {@link ImageLayout}. Bytes are pixels. Other numbers are read by the range that is given, else by the range that they
 * lie in: [0, 1], [-1, 1] or [0, 255].
 *
 * @param images what was read
 * @param scale how the numbers were read, in words
 */
record SampleArrays(Images images, String scale) {
    private static final String NAME = "images";

    /**
     * Reads a file.
     *
     * @param range what the numbers lie in; without it, it is told from them
     * @throws ActionableException if it holds no such array, or numbers that lie in no range
     */
    public static SampleArrays read(Path file, Optional<PixelRange> range) {
        SortedMap<String, NpyArray> arrays = NpzFile.read(file);
        NpyArray array = arrays.size() == 1 ? arrays.get(arrays.firstKey()) : arrays.get(NAME);
        if (array == null) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s holds the arrays %s: name the one with the images 'images', or leave the others out.",
                    file,
                    arrays.keySet()));
        }
        ImageLayout layout = ImageLayout.of(file.toString(), array.shape());
        if (array instanceof NpyArray.UInt8 bytes) {
            return range.isEmpty()
                    ? new SampleArrays(layout.images(bytes.values()), "8-bit pixels")
                    : new Numbers(file, layout, i -> bytes.values()[i] & 0xff).read(range);
        }
        return numbers(file, layout, array).read(range);
    }

    private static Numbers numbers(Path file, ImageLayout layout, NpyArray array) {
        if (array instanceof NpyArray.Float32 floats) {
            return new Numbers(file, layout, i -> floats.values()[i]);
        }
        if (array instanceof NpyArray.Float64 doubles) {
            return new Numbers(file, layout, i -> doubles.values()[i]);
        }
        if (array instanceof NpyArray.Int64 whole) {
            return new Numbers(file, layout, i -> whole.values()[i]);
        }
        throw new ActionableException(String.format(
                Locale.ROOT, "%s holds images of a type that has no pixels: store them as uint8 or as floats.", file));
    }

    /** The values of an array, whatever their type. */
    private record Numbers(Path file, ImageLayout layout, IntToDoubleFunction values) {
        SampleArrays read(Optional<PixelRange> given) {
            int length = layout.shape().size(layout.count());
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            boolean whole = true;
            for (int i = 0; i < length; i++) {
                double value = values.applyAsDouble(i);
                if (!Double.isFinite(value)) {
                    throw new ActionableException(String.format(
                            Locale.ROOT,
                            "The images of %s hold %s at place %d: every pixel must be a number in [-1, 1], [0, 1] or [0, 255].",
                            file,
                            value,
                            i));
                }
                least = Math.min(least, value);
                most = Math.max(most, value);
                whole &= value == Math.rint(value);
            }
            return read(given.isPresent() ? given.get() : range(least, most, whole), length);
        }

        private PixelRange range(double least, double most, boolean whole) {
            return PixelRange.ofNumbers(least, most, whole)
                    .orElseThrow(() -> new ActionableException(String.format(
                            Locale.ROOT,
                            "The images of %s hold numbers from %s to %s, which fit none of [-1, 1], [0, 1] or [0, 255]: say which range"
                                    + " is black to white with --range, such as --range=0..1.",
                            file,
                            least,
                            most)));
        }

        private SampleArrays read(PixelRange range, int length) {
            byte[] pixels = new byte[length];
            int outside = 0;
            for (int i = 0; i < length; i++) {
                double value = values.applyAsDouble(i);
                outside += range.contains(value) ? 0 : 1;
                pixels[layout.planar(i)] = (byte) range.pixel(value);
            }
            String words = "numbers read as " + range;
            return new SampleArrays(
                    Images.of(layout.shape(), pixels),
                    outside == 0
                            ? words
                            : words
                                    + String.format(
                                            Locale.ROOT, ", %d of %d beyond it taken for its ends", outside, length));
        }
    }
}
