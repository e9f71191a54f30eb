package org.wgan4j.report.retrieval;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;

/** Picture files: JPEG (grey, RGB and CMYK), PNG, GIF (the first picture), BMP, WebP and TIFF. */
final class PictureFile {
    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "webp", "tif", "tiff");

    /** More pixels are refused rather than decoded: the picture alone would take gigabytes. */
    private static final long MOST_PIXELS = 500_000_000;

    private PictureFile() {}

    /** Whether a file calls itself a picture. */
    static boolean isNamedSo(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The picture of the file, with every n-th row and column alone where it has more pixels than asked for. */
    static Picture read(Path file, int mostPixels) throws UnreadablePictureException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadablePictureException(Files.exists(file) ? "it is no file" : "there is no such file");
        }
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnreadablePictureException("it is neither JPEG, PNG, GIF, BMP, WebP nor TIFF");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, false);
                return decode(reader, mostPixels);
            } finally {
                reader.dispose();
            }
        } catch (NoSuchFileException | AccessDeniedException refused) {
            throw new UnreadablePictureException("permission denied", refused);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // Decoders meet damage with whatever exception it leads to.
            throw new UnreadablePictureException("it cannot be decoded (" + reason(damaged) + ")", damaged);
        }
    }

    private static Picture decode(ImageReader reader, int mostPixels) throws IOException, UnreadablePictureException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new UnreadablePictureException(
                    "it has " + width + " by " + height + " pixels, more than " + MOST_PIXELS);
        }
        int step = step(width, height, mostPixels);
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, parameters);
        Picture picture = new Picture(image.getWidth(), image.getHeight(), PixelColours.of(image));
        // Some decoders take no notice of the parameters.
        int left = step(picture.width(), picture.height(), mostPixels);
        return (left == 1 ? picture : picture.everyNth(left)).turned(Orientation.of(reader));
    }

    /** The least n for which every n-th row and column have so many pixels at most. */
    static int step(int width, int height, int mostPixels) {
        int step = 1;
        while (((width + step - 1L) / step) * ((height + step - 1L) / step) > mostPixels) {
            step++;
        }
        return step;
    }

    private static String reason(Throwable failure) {
        @Nullable String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : message.strip().lines().findFirst().orElse(name);
    }
}
