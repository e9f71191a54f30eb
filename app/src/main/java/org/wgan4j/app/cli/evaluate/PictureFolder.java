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

/** A reader of a folder of pictures of one size, in the order of their names. Safe for use by several threads. */
public final class PictureFolder {
    private static final int CHANNELS = 3;
    private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

    private PictureFolder() {}

    /**
     * Reads a folder. If every pixel of all pictures is grey, the images have one channel, however the files store it, else three; dark-on-light
     * pictures are inverted, and transparent pixels are drawn over the background.
     *
     * @throws ActionableException if there is no picture, one cannot be read, or their sizes differ
     */
    public static Images read(Path folder, Polarity polarity) {
        List<Path> files =
                entries(folder).stream().filter(PictureFolder::isPicture).toList();
        if (files.isEmpty()) {
            String leftOut = leftOut(folder);
            throw new ActionableException(folder + " holds no pictures" + (leftOut.isEmpty() ? "" : ", but " + leftOut)
                    + ": give a folder of pictures, a run directory or an npz file.");
        }
        return images(files, polarity);
    }

    /** What lies in a folder beside its pictures, in words; empty if nothing does. Files whose names begin with a dot do not count. */
    public static String leftOut(Path folder) {
        int folders = 0;
        int others = 0;
        for (Path entry : entries(folder)) {
            folders += Files.isDirectory(entry) ? 1 : 0;
            others += Files.isDirectory(entry) || isPicture(entry) ? 0 : 1;
        }
        List<String> parts = new ArrayList<>();
        if (folders > 0) {
            parts.add(folders + (folders == 1 ? " folder" : " folders"));
        }
        if (others > 0) {
            parts.add(others + (others == 1 ? " file that is no picture" : " files that are no pictures"));
        }
        return String.join(" and ", parts);
    }

    /** Whether the name is that of a picture, and not one that a system hides, such as {@code ._0001.png}. */
    public static boolean isPicture(Path file) {
        return PictureFile.hasPictureExtension(file) && !isHidden(file) && !Files.isDirectory(file);
    }

    private static Images images(List<Path> files, Polarity polarity) {
        Picture first = picture(files.get(0), polarity);
        ImageShape colour = new ImageShape(CHANNELS, first.height(), first.width());
        long bytes = (long) files.size() * colour.size();
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new ActionableException(files.size() + " pictures of " + colour.width() + " by " + colour.height()
                    + " pixels are more than the 2 GiB that can be evaluated: give fewer.");
        }
        byte[] pixels = new byte[(int) bytes];
        for (int i = 0; i < files.size(); i++) {
            Picture picture = picture(files.get(i), polarity);
            if (picture.width() != colour.width() || picture.height() != colour.height()) {
                throw new ActionableException(files.get(i) + " has " + picture.width() + " by " + picture.height()
                        + " pixels, but " + files.get(0).getFileName() + " before it " + colour.width() + " by "
                        + colour.height() + ": all must have one size.");
            }
            copy(picture, polarity, pixels, i * colour.size());
        }
        return isGrey(pixels, colour)
                ? Images.of(new ImageShape(1, colour.height(), colour.width()), firstChannels(pixels, colour))
                : Images.of(colour, pixels);
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isHidden(entry)).sorted().toList();
        } catch (IOException unreadable) {
            throw new ActionableException(folder + " cannot be read: " + unreadable + ".", unreadable);
        }
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static Picture picture(Path file, Polarity polarity) {
        try {
            return PictureFile.read(file)
                    .over(polarity == Polarity.LIGHT_ON_DARK ? Background.BLACK : Background.WHITE);
        } catch (UnreadablePictureException unreadable) {
            throw new ActionableException(
                    file + " cannot be read as a picture: " + unreadable.reason() + ": take it out of the folder.",
                    unreadable);
        }
    }

    private static void copy(Picture picture, Polarity polarity, byte[] pixels, int offset) {
        int plane = picture.width() * picture.height();
        int inversion = polarity == Polarity.LIGHT_ON_DARK ? 0 : 0xffffff;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int rgb = picture.rgb(x, y) ^ inversion;
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
