package org.wgan4j.gan.data;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.ArraySize;

/**
 * The shape of one image. Immutable and safe for use by several threads.
 *
 * @param channels 1 for grey, 3 for red, green and blue; at least 1
 * @param height rows of pixels, at least 1
 * @param width columns of pixels, at least 1
 */
public record ImageShape(int channels, int height, int width) {
    /** Checks that every size is at least 1 and that {@link #size} fits an int. */
    public ImageShape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "image shape " + channels + "x" + height + "x" + width + "; every size must be at least 1");
        }
        ArraySize.of("images", channels, height, width);
    }

    /** Reads what {@link #toString} writes. */
    public static ImageShape parse(String text) {
        String[] sizes = text.split("x", -1);
        try {
            if (sizes.length == 3) {
                return new ImageShape(
                        Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
            }
        } catch (NumberFormatException notSizes) {
            throw notAShape(text, notSizes);
        }
        throw notAShape(text, null);
    }

    private static ActionableException notAShape(String text, @Nullable Throwable cause) {
        return new ActionableException(
                "\"" + text + "\" is no image shape; write channels, height and width as in 1x28x28", cause);
    }

    /** Values in one image: channels times height times width. */
    public int size() {
        return channels * height * width;
    }

    /**
     * Refuses more images than one array can hold.
     *
     * @throws ActionableException with the most images of this shape
     */
    public void checkCount(int count) {
        if (count < 0 || count > ArraySize.MOST / size()) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%d images of %s are more than one array holds: take at most %d of this shape.",
                    count,
                    this,
                    ArraySize.MOST / size()));
        }
    }

    /**
     * Values in so many images.
     *
     * @throws ActionableException if one array cannot hold them
     */
    public int size(int count) {
        checkCount(count);
        return count * size();
    }

    /** Channels, height and width: {@code 1x28x28}. */
    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
