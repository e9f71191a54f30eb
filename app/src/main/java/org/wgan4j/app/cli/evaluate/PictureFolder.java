package org.wgan4j.app.cli.evaluate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.recipe.Polarity;

/** Images out of a folder of PNG or JPEG pictures, all of one size, in the order of their names. */
public final class PictureFolder {
    private static final int CHANNELS = 3;
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

    private PictureFolder() {}

    /**
     * Reads a folder. If every pixel of all pictures is grey, the images have one channel, however the files store it, else three; dark ink
     * on light paper is turned round.
     *
     * @throws ActionableException if there is no picture, one cannot be read, or their sizes differ
     */
    public static Images read(Path folder, Polarity ink) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            throw new ActionableException(
                    "%s holds no PNG or JPEG pictures%s: give a folder of pictures, a run directory or an npz file."
                            .formatted(folder, leftOut(folder).isEmpty() ? "" : ", but " + leftOut(folder)));
        }
        BufferedImage first = picture(files.get(0));
        ImageShape colour = new ImageShape(CHANNELS, first.getHeight(), first.getWidth());
        byte[] pixels = new byte[colour.size(files.size())];
        for (int i = 0; i < files.size(); i++) {
            BufferedImage picture = picture(files.get(i));
            if (picture.getWidth() != colour.width() || picture.getHeight() != colour.height()) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "%s has %d by %d pixels, but %s before it %d by %d: all must have one size.",
                        files.get(i),
                        picture.getWidth(),
                        picture.getHeight(),
                        files.get(0).getFileName(),
                        colour.width(),
                        colour.height()));
            }
            copy(picture, ink, pixels, i * colour.size());
        }
        return isGrey(pixels, colour)
                ? Images.of(new ImageShape(1, colour.height(), colour.width()), firstChannels(pixels, colour))
                : Images.of(colour, pixels);
    }

    private static List<Path> files(Path folder) {
        return entries(folder).stream().filter(PictureFolder::isPicture).toList();
    }

    /** What lies in a folder beside its pictures, in words; empty if nothing does. Files whose names begin with a dot do not count. */
    public static String leftOut(Path folder) {
        long folders = entries(folder).stream().filter(Files::isDirectory).count();
        long files = entries(folder).stream()
                .filter(entry -> !Files.isDirectory(entry) && !isPicture(entry))
                .count();
        List<String> parts = new ArrayList<>();
        if (folders > 0) {
            parts.add(folders + (folders == 1 ? " folder" : " folders"));
        }
        if (files > 0) {
            parts.add(files + (files == 1 ? " file that is no picture" : " files that are no pictures"));
        }
        return String.join(" and ", parts);
    }

    /** Whether the name is that of a picture: PNG or JPEG, and not one that a system hides, such as {@code ._0001.png}. */
    public static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith) && !Files.isDirectory(file);
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new ActionableException(
                    String.format(Locale.ROOT, "%s cannot be read: %s.", folder, unreadable), unreadable);
        }
    }

    private static BufferedImage picture(Path file) {
        try {
            BufferedImage picture = ImageIO.read(file.toFile());
            if (picture != null) {
                return picture;
            }
            throw new ActionableException(
                    "%s is no picture that can be read: take it out of the folder.".formatted(file));
        } catch (IOException | RuntimeException damaged) {
            if (damaged instanceof ActionableException said) {
                throw said;
            }
            throw new ActionableException(
                    String.format(
                            Locale.ROOT,
                            "%s cannot be decoded (%s): take it out of the folder.",
                            file,
                            damaged.getMessage()),
                    damaged);
        }
    }

    private static void copy(BufferedImage picture, Polarity ink, byte[] pixels, int offset) {
        int plane = picture.getWidth() * picture.getHeight();
        int turned = ink == Polarity.LIGHT_ON_DARK ? 0 : 0xffffff;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = rgb(picture, x, y) ^ turned;
                int place = offset + y * picture.getWidth() + x;
                pixels[place] = (byte) (rgb >> 16);
                pixels[place + plane] = (byte) (rgb >> 8);
                pixels[place + 2 * plane] = (byte) rgb;
            }
        }
    }

    private static int rgb(BufferedImage picture, int x, int y) {
        if (picture.getColorModel().getNumColorComponents() > 1) {
            return picture.getRGB(x, y);
        }
        // getRGB would pass through a grey profile's gamma
        double most = (1 << picture.getRaster().getSampleModel().getSampleSize(0)) - 1;
        int grey = (int) Math.round(picture.getRaster().getSample(x, y, 0) / most * 255);
        return grey << 16 | grey << 8 | grey;
    }

    private static boolean isGrey(byte[] pixels, ImageShape colour) {
        int plane = colour.height() * colour.width();
        for (int image = 0; image < pixels.length; image += CHANNELS * plane) {
            for (int place = image; place < image + plane; place++) {
                if (pixels[place] != pixels[place + plane] || pixels[place] != pixels[place + 2 * plane]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] firstChannels(byte[] pixels, ImageShape colour) {
        int plane = colour.height() * colour.width();
        byte[] grey = new byte[pixels.length / CHANNELS];
        for (int i = 0; i < grey.length / plane; i++) {
            System.arraycopy(pixels, i * CHANNELS * plane, grey, i * plane, plane);
        }
        return grey;
    }
}
