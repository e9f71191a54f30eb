package org.wgan4j.report.figure.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;

/** Reading and writing of PNG files, reproducible: no time and no program name in them. Safe for use by several threads. */
public final class PngFile {
    private PngFile() {}

    /** The bytes of the file. */
    public static byte[] bytes(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IllegalArgumentException("no PNG holds a picture of type " + picture.getType()
                        + "; use a grey, RGB, ARGB or indexed one");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes or replaces the file as a whole.
     *
     * @throws ActionableException if the disk refuses
     */
    public static void write(Path file, BufferedImage picture) {
        byte[] bytes = bytes(picture);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    /**
     * The picture in the file.
     *
     * @throws ActionableException if it cannot be read or is no picture
     */
    public static BufferedImage read(Path file) {
        try {
            // Reading closes the stream, which holds nothing but memory.
            BufferedImage picture =
                    ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(Files.readAllBytes(file))));
            if (picture == null) {
                throw new ActionableException(
                        file + " is no picture that can be read; delete it or put a PNG file there");
            }
            return picture;
        } catch (IOException | RuntimeException failure) {
            if (failure instanceof ActionableException known) {
                throw known;
            }
            throw new ActionableException(
                    file + " cannot be read as a PNG file (" + failure.getMessage() + "); delete it and try again",
                    failure);
        }
    }
}
