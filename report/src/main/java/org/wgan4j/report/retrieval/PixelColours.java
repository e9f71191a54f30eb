package org.wgan4j.report.retrieval;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/** The pixels of decoded pictures as opaque sRGB. */
final class PixelColours {
    private PixelColours() {}

    /** The pixels {@code 0xRRGGBB}, row by row; what is transparent lies on white. */
    static int[] of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        int space = model.getColorSpace().getType();
        if (space == ColorSpace.TYPE_GRAY && image.getRaster().getNumBands() <= 2) {
            return ofGrey(image);
        }
        BufferedImage known = model.getColorSpace().isCS_sRGB() ? image : converted(image);
        int width = known.getWidth();
        int[] argb = known.getRGB(0, 0, width, known.getHeight(), new int[width * known.getHeight()], 0, width);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = onWhite(argb[i]);
        }
        return argb;
    }

    /** By the profile of the picture; in one go, since pixel by pixel takes seconds. */
    private static BufferedImage converted(BufferedImage image) {
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(image, target);
    }

    /**
     * Grey files hold codes on sRGB's curve; Java takes them for linear light and would brighten them, so they are read as they are.
     */
    private static int[] ofGrey(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        int[] rgb = new int[width * image.getHeight()];
        int bands = raster.getNumBands();
        int most = (1 << Math.min(16, image.getColorModel().getComponentSize(0))) - 1;
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int grey = Math.round(row[x * bands] * 255f / most);
                int alpha = bands == 1 ? 255 : Math.round(row[x * bands + 1] * 255f / most);
                rgb[y * width + x] = onWhite(alpha << 24 | grey << 16 | grey << 8 | grey);
            }
        }
        return rgb;
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        return alpha == 255
                ? argb & 0xFFFFFF
                : blend(argb >> 16 & 0xFF, alpha) << 16
                        | blend(argb >> 8 & 0xFF, alpha) << 8
                        | blend(argb & 0xFF, alpha);
    }

    private static int blend(int code, int alpha) {
        return (code * alpha + 255 * (255 - alpha) + 127) / 255;
    }
}
