package org.wgan4j.app.cli.transport;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.MalformedFileException;
import org.wgan4j.transport.Histogram;

/**
 * Pictures as masses: the grey level of a pixel, 0 to 255, is its mass.
 *
 * <p>Colour counts by its luma (ITU-R BT.709), and a pixel that is not opaque by its opacity, as if it lay on black.
 */
final class Picture {
    private static final double OF_16_BITS = 257; // 65535 becomes 255
    private static final double RED = 0.2126;
    private static final double GREEN = 0.7152;
    private static final double BLUE = 0.0722;

    private Picture() {}

    static Histogram masses(Path file, Consumer<String> note) {
        BufferedImage image = read(file);
        int type = image.getType();
        if (type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY) {
            return Histogram.image(levels(image.getRaster(), type == BufferedImage.TYPE_USHORT_GRAY ? OF_16_BITS : 1));
        }
        return Histogram.image(lumas(file, image, note));
    }

    private static BufferedImage read(Path file) {
        if (Files.isDirectory(file)) {
            throw new ActionableException(file + " is a folder; name a file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            BufferedImage image = ImageIO.read(in);
            if (image == null) {
                throw new MalformedFileException(
                        file.toString(), "another beginning", "a picture in PNG, JPEG, GIF or BMP");
            }
            return image;
        } catch (NoSuchFileException missing) {
            throw new ActionableException("There is no file " + file + "; check the path", missing);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new MalformedFileException(
                    file.toString(), "a damaged picture (" + damaged.getMessage() + ")", "a whole one", damaged);
        }
    }

    /** Grey levels as stored; asking for colours would bend them. */
    private static double[][] levels(Raster raster, double unit) {
        double[][] levels = new double[raster.getHeight()][raster.getWidth()];
        for (int row = 0; row < levels.length; row++) {
            for (int column = 0; column < levels[row].length; column++) {
                levels[row][column] = raster.getSample(column, row, 0) / unit;
            }
        }
        return levels;
    }

    private static double[][] lumas(Path file, BufferedImage image, Consumer<String> note) {
        double[][] lumas = new double[image.getHeight()][image.getWidth()];
        boolean colour = false;
        boolean clear = false;
        for (int row = 0; row < lumas.length; row++) {
            for (int column = 0; column < lumas[row].length; column++) {
                int pixel = image.getRGB(column, row);
                int opacity = pixel >>> 24;
                int red = pixel >> 16 & 0xff;
                int green = pixel >> 8 & 0xff;
                int blue = pixel & 0xff;
                boolean grey = red == green && green == blue;
                lumas[row][column] = (grey ? red : RED * red + GREEN * green + BLUE * blue) * opacity / 255;
                colour |= !grey;
                clear |= opacity < 255;
            }
        }
        if (colour) {
            note.accept(file + " is in colour; the luma of a pixel (0.2126 R + 0.7152 G + 0.0722 B) is its mass");
        }
        if (clear) {
            note.accept(file + " is transparent in places; a pixel counts by its opacity");
        }
        return lumas;
    }
}
