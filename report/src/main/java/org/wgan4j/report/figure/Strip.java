package org.wgan4j.report.figure;

import java.awt.image.BufferedImage;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Polarity;

/**
 * One row of images, for a walk from one latent point to another.
 *
 * @param ink as in {@link ImageGrid}
 * @param scale side in pixels of the square that shows one pixel, 1 to 64
 * @param gap pixels between two images, 0 to 64
 */
public record Strip(Polarity ink, int scale, int gap) {

    /** A strip as it is by default: three pixels a pixel, a hairline between the images. */
    public static Strip of(Polarity ink) {
        return new Strip(ink, 3, 2);
    }

    /** The images from left to right; errors as in {@link ImageGrid#draw}. */
    public BufferedImage draw(Images images) {
        return new ImageGrid(1, Math.max(1, images.count()), ink, "", scale, gap).draw(images);
    }
}
