package org.wgan4j.report.figure;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Optional;

/** The palette in which index i is grey level i, so that GIF stores grey images without loss. */
final class GreyPalette {
    private static final IndexColorModel GREYS = greys();

    private GreyPalette() {}

    /** The picture in this palette, or empty where a pixel has a colour or is not opaque. */
    static Optional<BufferedImage> ofGrey(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage paletted = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, GREYS);
        // The raster of a grey image, because its getRGB converts from a linear colour space.
        Raster raster = picture.getType() == BufferedImage.TYPE_BYTE_GRAY ? picture.getRaster() : null;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = raster != null ? raster.getSample(x, y, 0) : greyOf(picture.getRGB(x, y));
                if (grey < 0) {
                    return Optional.empty();
                }
                paletted.getRaster().setSample(x, y, 0, grey);
            }
        }
        return Optional.of(paletted);
    }

    private static int greyOf(int argb) {
        int blue = argb & 0xff;
        boolean grey = (argb >> 16 & 0xff) == blue && (argb >> 8 & 0xff) == blue && argb >>> 24 == 255;
        return grey ? blue : -1;
    }

    private static IndexColorModel greys() {
        byte[] ramp = new byte[256];
        for (int i = 0; i < 256; i++) {
            ramp[i] = (byte) i;
        }
        return new IndexColorModel(8, 256, ramp, ramp, ramp);
    }
}
