package org.wgan4j.report.retrieval;

import org.wgan4j.gan.ActionableException;

/**
 * How the colour signature of a picture is made. Immutable.
 *
 * @param space in which colours are compared
 * @param bins along each axis of the space, 1 to 32, so that there are {@code bins}^3 cells
 * @param mostPixels pixels to read of a picture, 1024 to 100,000,000; of a larger one, a regular raster of at most so many is read
 */
public record SignatureSettings(ColourSpace space, int bins, int mostPixels) {
    /** As many pixels as a picture of 512 by 512 has. */
    public static final int DEFAULT_PIXELS = 1 << 18;

    /** CIELAB, 8 bins along each axis, {@link #DEFAULT_PIXELS}. */
    public static final SignatureSettings DEFAULT = new SignatureSettings(ColourSpace.LAB, 8, DEFAULT_PIXELS);

    /** Checks both numbers. */
    public SignatureSettings {
        if (bins < 1 || bins > 32) {
            throw new ActionableException("The number of bins along an axis must be 1 to 32, not " + bins + ".");
        }
        if (mostPixels < 1024 || mostPixels > 100_000_000) {
            throw new ActionableException(
                    "The number of pixels to read must be 1024 to 100000000, not " + mostPixels + ".");
        }
    }

    /** The number of cells. */
    int cells() {
        return bins * bins * bins;
    }
}
