package org.wgan4j.app.cli.evaluate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Ink;

/** Images out of a folder of PNG pictures, all of one size, in the order of their names. */
public final class PictureFolder {
    private PictureFolder() {}

    /**
     * Reads a folder. Grey pictures have one channel, others three; dark ink on light paper is turned round.
     *
     * @throws ActionableException if there is no picture, one cannot be read, or their sizes differ
     */
    public static Images read(Path folder, Ink ink) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new ActionableException(
                    "%s holds no PNG pictures: give a folder of pictures, a run directory or an npz file."
                            .formatted(folder));
        }
        BufferedImage first = picture(files.get(0));
        ImageShape shape = new ImageShape(isGrey(first) ? 1 : 3, first.getHeight(), first.getWidth());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(files.size() * shape.size());
        for (Path file : files) {
            BufferedImage picture = picture(file);
            if (picture.getWidth() != shape.width() || picture.getHeight() != shape.height()) {
                throw new ActionableException(
                        "%s has %d by %d pixels, but %s before it %d by %d: all must have one size."
                                .formatted(
                                        file,
                                        picture.getWidth(),
                                        picture.getHeight(),
                                        files.get(0).getFileName(),
                                        shape.width(),
                                        shape.height()));
            }
            add(picture, shape, ink, pixels);
        }
        return Images.of(shape, pixels.toByteArray());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".png"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ActionableException("%s cannot be read: %s.".formatted(folder, unreadable), unreadable);
        }
    }

    private static BufferedImage picture(Path file) {
        try {
            BufferedImage picture = ImageIO.read(file.toFile());
            if (picture != null) {
                return picture;
            }
            throw new ActionableException("%s is no PNG picture: take it out of the folder.".formatted(file));
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof ActionableException said) {
                throw said;
            }
            throw new ActionableException(
                    "%s cannot be decoded (%s): take it out of the folder.".formatted(file, damaged.getMessage()),
                    damaged);
        }
    }

    private static boolean isGrey(BufferedImage picture) {
        return picture.getColorModel().getNumColorComponents() == 1;
    }

    private static void add(BufferedImage picture, ImageShape shape, Ink ink, ByteArrayOutputStream pixels) {
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    int value = value(picture, channel, shape, y, x);
                    pixels.write(ink == Ink.LIGHT_ON_DARK ? value : 255 - value);
                }
            }
        }
    }

    private static int value(BufferedImage picture, int channel, ImageShape shape, int y, int x) {
        boolean bytes = picture.getRaster().getSampleModel().getSampleSize(0) == 8;
        if (isGrey(picture) && bytes) {
            return picture.getRaster().getSample(x, y, 0); // getRGB would pass through a grey profile's gamma
        }
        int rgb = picture.getRGB(x, y);
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        if (shape.channels() == 1) {
            return Math.round((red + green + blue) / 3f);
        }
        return channel == 0 ? red : channel == 1 ? green : blue;
    }
}
