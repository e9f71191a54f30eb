package org.wgan4j.gan.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.nio.file.Path;

/** Converts decoded images to levels in sRGB. */
final class Pixels {
    private static final char[] OPAQUE = {};

    private Pixels() {}

    static Picture of(Path file, BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model instanceof ComponentColorModel) {
            requireWholeNumbers(file, model);
            boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                    && image.getRaster().getNumBands() <= 2;
            // Grey files hold codes on sRGB's curve; Java takes them for linear light and would brighten them.
            if (grey || (model.getColorSpace().isCS_sRGB() && !model.isAlphaPremultiplied())) {
                return asStored(image);
            }
        }
        return ofCodes(model.getColorSpace().isCS_sRGB() ? image : converted(image));
    }

    /** Other number types have no defined black and white. */
    private static void requireWholeNumbers(Path file, ColorModel model) {
        int type = model.getTransferType();
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT) {
            boolean floating = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
            throw PictureFile.refusal(
                    file,
                    "its pixels are " + (floating ? "floating-point numbers" : "signed or 32-bit whole numbers")
                            + ", and which of them are black and white is not said; convert it to 8 or 16 bits a channel");
        }
    }

    /** The samples of the raster, stretched to all levels. */
    private static Picture asStored(BufferedImage image) {
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        int width = image.getWidth();
        int bands = raster.getNumBands();
        int channels = bands < 3 ? 1 : 3;
        long most = (1L << model.getComponentSize(0)) - 1;
        char[] levels = new char[Math.multiplyExact(channels, Math.multiplyExact(width, image.getHeight()))];
        char[] opacities = bands > channels ? new char[levels.length / channels] : OPAQUE;
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int pixel = y * width + x;
                for (int channel = 0; channel < channels; channel++) {
                    levels[channels * pixel + channel] = stretched(row[x * bands + channel], most);
                }
                if (opacities.length > 0) {
                    opacities[pixel] = stretched(row[x * bands + channels], most);
                }
            }
        }
        if (model.isAlphaPremultiplied()) {
            divide(levels, opacities);
        }
        return new Picture(width, image.getHeight(), channels, levels, opacities);
    }

    private static char stretched(int sample, long most) {
        return (char) ((sample * (long) Picture.HIGHEST + most / 2) / most);
    }

    /** Undoes that grey levels were multiplied by their opacities. */
    private static void divide(char[] levels, char[] opacities) {
        for (int i = 0; i < opacities.length; i++) {
            if (opacities[i] > 0) {
                levels[i] = (char) Math.min(Picture.HIGHEST, (long) levels[i] * Picture.HIGHEST / opacities[i]);
            }
        }
    }

    /** Palettes and packed pixels, which have 8 bits a channel. */
    private static Picture ofCodes(BufferedImage image) {
        int width = image.getWidth();
        int pixels = Math.multiplyExact(width, image.getHeight());
        boolean clear = image.getColorModel().hasAlpha();
        char[] levels = new char[Math.multiplyExact(3, pixels)];
        char[] opacities = clear ? new char[pixels] : OPAQUE;
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int pixel = y * width + x;
                levels[3 * pixel] = level(row[x] >> 16);
                levels[3 * pixel + 1] = level(row[x] >> 8);
                levels[3 * pixel + 2] = level(row[x]);
                if (clear) {
                    opacities[pixel] = level(row[x] >> 24);
                }
            }
        }
        return new Picture(width, image.getHeight(), 3, levels, opacities);
    }

    private static char level(int code) {
        return (char) (257 * (code & 0xff));
    }

    /** By the profile of the picture; for all pixels at once, since one by one takes seconds. */
    private static BufferedImage converted(BufferedImage image) {
        BufferedImage target = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(image, target);
    }
}
