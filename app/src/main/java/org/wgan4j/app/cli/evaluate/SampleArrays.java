package org.wgan4j.app.cli.evaluate;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;

/**
 * Images out of an npz file: its array {@code images}, or its only array.
 *
 * <p>Shapes are {@code [n, height, width]}, {@code [n, channels, height, width]} and, in grey, {@code [n, height, width, 1]}. Bytes are pixels. Floats are read by their range: with
 * negative numbers as [-1, 1], up to 1 as [0, 1], above as [0, 255].
 *
 * @param images what was read
 * @param scale how the numbers were read, in words
 */
public record SampleArrays(Images images, String scale) {
    private static final String NAME = "images";

    /**
     * Reads a file.
     *
     * @throws ActionableException if it holds no such array, or numbers out of range
     */
    public static SampleArrays read(Path file) {
        SortedMap<String, NpyArray> arrays = NpzFile.read(file);
        NpyArray array = arrays.size() == 1 ? arrays.get(arrays.firstKey()) : arrays.get(NAME);
        if (array == null) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s holds the arrays %s: name the one with the images 'images', or leave the others out.",
                    file,
                    arrays.keySet()));
        }
        if (array instanceof NpyArray.UInt8 bytes) {
            return new SampleArrays(Images.of(shape(file, bytes.shape()), bytes.values()), "8-bit pixels");
        }
        if (array instanceof NpyArray.Float32 floats) {
            return ofNumbers(file, floats.shape(), widened(floats.values()));
        }
        if (array instanceof NpyArray.Float64 doubles) {
            return ofNumbers(file, doubles.shape(), doubles.values());
        }
        throw new ActionableException(String.format(
                Locale.ROOT, "%s holds images as 64-bit whole numbers: store them as uint8 or as floats.", file));
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static ImageShape shape(Path file, int[] sizes) {
        if (IntStream.of(sizes).anyMatch(size -> size == 0)) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s has the shape %s, which holds no image: store at least one.",
                    file,
                    Arrays.toString(sizes)));
        }
        boolean channelLast = sizes.length == 4 && sizes[3] == 1;
        if (sizes.length == 3 || channelLast) {
            return new ImageShape(1, sizes[1], sizes[2]);
        }
        if (sizes.length == 4) {
            return new ImageShape(sizes[1], sizes[2], sizes[3]);
        }
        throw new ActionableException(String.format(
                Locale.ROOT,
                "The images of %s have the shape %s: [n, height, width] or [n, channels, height, width] is needed.",
                file,
                Arrays.toString(sizes)));
    }

    private static SampleArrays ofNumbers(Path file, int[] sizes, double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        ImageShape shape = shape(file, sizes);
        Scale scale = Scale.of(low, high);
        if (Double.isNaN(low) || Double.isNaN(high) || scale == Scale.NONE) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The images of %s hold numbers from %s to %s: pixels in [-1, 1], [0, 1] or [0, 255] are needed.",
                    file,
                    low,
                    high));
        }
        float[] unit = new float[values.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) ((values[i] - scale.low) / (scale.high - scale.low) * 2 - 1);
        }
        return new SampleArrays(
                Images.fromUnitRange(shape, unit),
                String.format(Locale.ROOT, "numbers read as [%.0f, %.0f]", scale.low, scale.high));
    }

    /** The ranges that pixels come in. */
    private enum Scale {
        SIGNED(-1, 1),
        UNIT(0, 1),
        BYTES(0, 255),
        NONE(0, 0);

        private final double low;
        private final double high;

        Scale(double low, double high) {
            this.low = low;
            this.high = high;
        }

        static Scale of(double low, double high) {
            for (Scale scale : new Scale[] {UNIT, SIGNED, BYTES}) {
                if (low >= scale.low && high <= scale.high) {
                    return scale;
                }
            }
            return NONE;
        }
    }
}
