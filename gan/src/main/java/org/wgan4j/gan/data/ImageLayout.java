package org.wgan4j.gan.data;

import java.util.Arrays;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;

/**
 * The memory layout of images in an array: {@code [n, height, width]}, {@code [n, channels, height, width]} or
 * {@code [n, height, width, channels]}, grey or red, green and blue. Immutable and safe for use by several threads.
 *
 * <p>Four sizes that fit both are taken as channels first.
 *
 * @param count how many images, at least 1
 * @param shape of each
 * @param channelsLast whether the values of a pixel are neighbours in memory
 */
public record ImageLayout(int count, ImageShape shape, boolean channelsLast) {
    private static final int GREY = 1;
    private static final int COLOUR = 3;

    /**
     * The layout of an array.
     *
     * @param source where the array is from, for the message
     * @param sizes of the array, outermost first
     * @throws ActionableException if they are no sizes of grey or RGB images
     */
    public static ImageLayout of(String source, int... sizes) {
        boolean empty = Arrays.stream(sizes).anyMatch(size -> size < 1);
        if ((sizes.length != 3 && sizes.length != 4) || empty) {
            throw refusal(source, sizes);
        }
        ArraySize.of("images", Arrays.stream(sizes).asLongStream().toArray());
        if (sizes.length == 3) {
            return new ImageLayout(sizes[0], new ImageShape(GREY, sizes[1], sizes[2]), false);
        }
        if (isChannels(sizes[1])) {
            return new ImageLayout(sizes[0], new ImageShape(sizes[1], sizes[2], sizes[3]), false);
        }
        if (isChannels(sizes[3])) {
            return new ImageLayout(sizes[0], new ImageShape(sizes[3], sizes[1], sizes[2]), sizes[3] > 1);
        }
        throw refusal(source, sizes);
    }

    private static boolean isChannels(int size) {
        return size == GREY || size == COLOUR;
    }

    private static ActionableException refusal(String source, int... sizes) {
        return new ActionableException(String.format(
                Locale.ROOT,
                "The images of %s have the sizes %s: at least one image [n, height, width], or [n, channels, height,"
                        + " width] or [n, height, width, channels] with 1 channel (grey) or 3 (red, green, blue), is needed.",
                source,
                Arrays.toString(sizes)));
    }

    /**
     * The index in {@code [n, channels, height, width]} of a value of the array.
     *
     * @param index its index in the array, in row-major order
     */
    public int planar(int index) {
        if (!channelsLast) {
            return index;
        }
        int plane = shape.height() * shape.width();
        int pixel = index / shape.channels();
        int channel = index % shape.channels();
        return (pixel / plane * shape.channels() + channel) * plane + pixel % plane;
    }

    /** Images from a copy of an array of unsigned bytes in this layout. */
    public Images images(byte[] values) {
        if (!channelsLast) {
            return Images.of(shape, values);
        }
        byte[] pixels = ArraySize.make(count + " images of " + shape, values.length, Byte.BYTES, byte[]::new);
        for (int i = 0; i < values.length; i++) {
            pixels[planar(i)] = values[i];
        }
        return Images.owning(shape, pixels);
    }
}
