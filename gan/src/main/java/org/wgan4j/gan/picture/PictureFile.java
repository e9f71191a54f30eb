package org.wgan4j.gan.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads picture files: JPEG (grey, RGB and CMYK), PNG, GIF, BMP, WebP and TIFF, recognised by their content and not by their names.
 *
 * <p>Of a file with several pictures the first is read. A picture is turned upright as its EXIF data ask. Other colour spaces are
 * converted to sRGB by their profiles; grey levels are taken as they are stored. Truncated and damaged files are refused. Stateless and safe for
 * use by several threads.
 */
public final class PictureFile {
    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "jpe", "jfif", "png", "gif", "bmp", "webp", "tif", "tiff");

    /** More pixels are refused rather than decoded: the picture alone would take gigabytes. */
    private static final long MOST_PIXELS = 500_000_000;

    /** What a decoded pixel takes at most, as the decoder leaves it and as it is kept. */
    private static final long BYTES_A_PIXEL = 12;

    private PictureFile() {}

    /** Whether the name of a file has the extension of a picture. */
    public static boolean hasPictureExtension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /**
     * Reads the whole picture.
     *
     * @throws UnreadablePictureException if it is no picture, damaged, of an unsupported kind, or too large for the memory
     */
    public static Picture read(Path file) {
        return read(file, Integer.MAX_VALUE);
    }

    /**
     * As {@link #read(Path)}, with every n-th row and column alone where it has more pixels than asked for.
     *
     * @param mostPixels the most pixels of the answer, at least 1
     */
    public static Picture read(Path file, int mostPixels) {
        if (!Files.isRegularFile(file)) {
            throw refusal(
                    file,
                    Files.isDirectory(file)
                            ? "it is a folder; name a file in it"
                            : Files.exists(file) ? "it is no regular file" : "there is no such file; check the path");
        }
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            return read(file, in, mostPixels);
        } catch (NoSuchFileException | AccessDeniedException refused) {
            throw new UnreadablePictureException(file, "permission denied", refused);
        } catch (UnreadablePictureException known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // Decoders meet damage with whatever exception it leads to.
            throw new UnreadablePictureException(
                    file,
                    Files.isReadable(file) ? "it cannot be decoded (" + reason(damaged) + ")" : "permission denied",
                    damaged);
        } catch (OutOfMemoryError tooLarge) {
            throw new UnreadablePictureException(
                    file,
                    "it takes more memory to decode than Java may use ("
                            + megabytes(Runtime.getRuntime().maxMemory())
                            + "); give it more with -Xmx, or scale the picture down",
                    tooLarge);
        }
    }

    private static Picture read(Path file, ImageInputStream in, int mostPixels) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw refusal(file, "it is neither JPEG, PNG, GIF, BMP, WebP nor TIFF");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(in, true, false);
            Picture picture = decode(file, reader, mostPixels);
            return picture.turned(ExifData.in(file).map(ExifData::orientation).orElse(Orientation.UPRIGHT));
        } finally {
            reader.dispose();
        }
    }

    private static Picture decode(Path file, ImageReader reader, int mostPixels) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int step = step(width, height, mostPixels);
        checkSize(file, reader, width, height, step);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, parameters);
        for (String warning : warnings) {
            if (reportsDamage(warning)) {
                throw refusal(file, "it is damaged or cut short (" + warning.strip() + ")");
            }
        }
        Picture picture = Pixels.of(file, image);
        // Some decoders take no notice of the parameters.
        int left = step(picture.width(), picture.height(), mostPixels);
        return left == 1 ? picture : picture.everyNth(left);
    }

    /** libjpeg fills missing parts with grey and only warns. */
    private static boolean reportsDamage(String warning) {
        String words = warning.toLowerCase(Locale.ROOT);
        return words.contains("premature end")
                || words.contains("corrupt jpeg")
                || words.contains("truncat")
                || words.contains("unexpected end");
    }

    private static void checkSize(Path file, ImageReader reader, int width, int height, int step) throws IOException {
        if ((long) width * height > MOST_PIXELS) {
            throw refusal(
                    file,
                    String.format(
                            Locale.ROOT,
                            "it has %,d by %,d pixels, and %,d in all are the most that are read; scale it down",
                            width,
                            height,
                            MOST_PIXELS));
        }
        boolean whole = reader.getFormatName().equalsIgnoreCase("webp");
        long needed = memory(width, height, whole ? 1 : step);
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw refusal(
                    file,
                    String.format(
                            Locale.ROOT,
                            "it has %,d by %,d pixels, which take about %s, and Java may use %s; give it more with -Xmx, or scale it down",
                            width,
                            height,
                            megabytes(needed),
                            megabytes(most)));
        }
    }

    /** About how many bytes every n-th row and column take at most. */
    static long memory(int width, int height, int step) {
        return BYTES_A_PIXEL * ((width + step - 1L) / step) * ((height + step - 1L) / step);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
    }

    /** The least n for which every n-th row and column have so many pixels at most. */
    static int step(int width, int height, int mostPixels) {
        int step = 1;
        while (((width + step - 1L) / step) * ((height + step - 1L) / step) > mostPixels) {
            step++;
        }
        return step;
    }

    static UnreadablePictureException refusal(Path file, String reason) {
        return new UnreadablePictureException(file, reason, null);
    }

    private static String reason(Throwable failure) {
        @Nullable String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null || message.isBlank()
                ? name
                : message.strip().lines().findFirst().orElse(name);
    }
}
