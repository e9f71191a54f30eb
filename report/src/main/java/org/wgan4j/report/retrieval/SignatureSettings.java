package org.wgan4j.report.retrieval;

import org.wgan4j.gan.ActionableException;

/**
 * What makes a signature of a picture.
 *
 * @param space where colours are compared
 * @param bins steps an axis, 1 to 32, so that there are {@code bins}^3 cells
 * @param mostPixels pixels to read of a picture, 1024 to 100,000,000; of a larger one, a regular raster of at most so many is read
 */
public record SignatureSettings(ColourSpace space, int bins, int mostPixels) {
    /** As many as a picture of 512 by 512 has. */
    public static final int USUAL_PIXELS = 1 << 18;

    /** Checks both numbers. */
    public SignatureSettings {
        if (bins < 1 || bins > 32) {
            throw new ActionableException("--bins must be a whole number from 1 to 32, not " + bins);
        }
        if (mostPixels < 1024 || mostPixels > 100_000_000) {
            throw new ActionableException("--pixels must be a whole number from 1024 to 100000000, not " + mostPixels);
        }
    }

    /** The number of cells. */
    int cells() {
        return bins * bins * bins;
    }
}
