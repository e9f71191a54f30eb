package org.wgan4j.app.cli.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.picture.Background;
import org.wgan4j.gan.picture.Picture;
import org.wgan4j.gan.picture.PictureFile;
import org.wgan4j.gan.picture.UnreadablePictureException;
import org.wgan4j.gan.recipe.Polarity;

/**
 * Images out of a folder of pictures, all of one size, in the order of their names.
 *
 * @param images with one channel if every pixel of all pictures is grey, however the files store it, else with three
 * @param leftOut what else is in the folder and was not read, such as "1 folder and 2 files that are no pictures"; empty if nothing is
 */
public record PictureFolder(Images images, String leftOut) {
    private static final int CHANNELS = 3;

    /**
     * Reads a folder; dark ink on light paper is turned round, and what is transparent lies on the paper.
     *
     * @throws ActionableException if there is no picture, one cannot be read, or their sizes differ
     */
    public static PictureFolder read(Path folder, Polarity ink) {
        List<Path> files = new ArrayList<>();
        int folders = 0;
        int others = 0;
        for (Path entry : entries(folder)) {
            if (Files.isDirectory(entry)) {
                folders++;
            } else if (PictureFile.isNamedSo(entry) && !isHidden(entry)) {
                files.add(entry);
            } else {
                others++;
            }
        }
        String leftOut = leftOut(folders, others);
        if (files.isEmpty()) {
            throw new ActionableException(
                    "%s holds no pictures%s: give a folder of pictures, a run directory or an npz file."
                            .formatted(folder, leftOut.isEmpty() ? "" : " but " + leftOut));
        }
        return new PictureFolder(images(files, ink), leftOut);
    }

    private static String leftOut(int folders, int others) {
        List<String> parts = new ArrayList<>();
        if (folders > 0) {
            parts.add(folders + (folders == 1 ? " folder" : " folders"));
        }
        if (others > 0) {
            parts.add(others + (others == 1 ? " file that is no picture" : " files that are no pictures"));
        }
        return String.join(" and ", parts);
    }

    private static Images images(List<Path> files, Polarity ink) {
        Picture first = picture(files.get(0), ink);
        ImageShape colour = new ImageShape(CHANNELS, first.height(), first.width());
        long bytes = (long) files.size() * colour.size();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new ActionableException(
                    "%d pictures of %d by %d pixels are more than the 2 GiB that can be judged: give fewer."
                            .formatted(files.size(), colour.width(), colour.height()));
        }
        byte[] pixels = new byte[(int) bytes];
        for (int i = 0; i < files.size(); i++) {
            Picture picture = picture(files.get(i), ink);
            if (picture.width() != colour.width() || picture.height() != colour.height()) {
                throw new ActionableException(
                        "%s has %d by %d pixels, but %s before it %d by %d: all must have one size."
                                .formatted(
                                        files.get(i),
                                        picture.width(),
                                        picture.height(),
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

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new ActionableException("%s cannot be read: %s.".formatted(folder, unreadable), unreadable);
        }
    }

    /** Such as {@code ._a.png}, which some systems put beside {@code a.png}. */
    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static Picture picture(Path file, Polarity ink) {
        try {
            return PictureFile.read(file).over(ink == Polarity.LIGHT_ON_DARK ? Background.BLACK : Background.WHITE);
        } catch (UnreadablePictureException unreadable) {
            throw new ActionableException(
                    "%s cannot be read as a picture: %s: take it out of the folder."
                            .formatted(file, unreadable.reason()),
                    unreadable);
        }
    }

    private static void copy(Picture picture, Polarity ink, byte[] pixels, int offset) {
        int plane = picture.width() * picture.height();
        int turned = ink == Polarity.LIGHT_ON_DARK ? 0 : 0xffffff;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int rgb = picture.rgb(x, y) ^ turned;
                int place = offset + y * picture.width() + x;
                pixels[place] = (byte) (rgb >> 16);
                pixels[place + plane] = (byte) (rgb >> 8);
                pixels[place + 2 * plane] = (byte) rgb;
            }
        }
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
