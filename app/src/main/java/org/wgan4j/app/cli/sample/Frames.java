package org.wgan4j.app.cli.sample;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Polarity;

/** Images as pictures of their own, without margins. */
final class Frames {
    private Frames() {}

    /** The first image, a pixel for a pixel. */
    static BufferedImage plain(Images images, Polarity polarity) {
        return enlarged(images, 0, polarity, 1);
    }

    /** All images one after the other, each pixel a square of the given side. */
    static Stream<BufferedImage> of(Images images, Polarity polarity, int scale) {
        return IntStream.range(0, images.count()).mapToObj(i -> enlarged(images, i, polarity, scale));
    }

    private static BufferedImage enlarged(Images images, int index, Polarity polarity, int scale) {
        ImageShape shape = images.shape();
        int type = shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage picture = new BufferedImage(shape.width() * scale, shape.height() * scale, type);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int band = 0; band < shape.channels(); band++) {
                    int value = images.pixel(index, band, y / scale, x / scale);
                    picture.getRaster().setSample(x, y, band, polarity == Polarity.LIGHT_ON_DARK ? value : 255 - value);
                }
            }
        }
        return picture;
    }
}
