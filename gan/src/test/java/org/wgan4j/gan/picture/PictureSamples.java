package org.wgan4j.gan.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Pictures for tests. */
final class PictureSamples {
    private PictureSamples() {}

    /** A file of one colour {@code 0xRRGGBB}. */
    public static Path plain(Path file, int rgb) throws IOException {
        return write(file, 12, 8, (x, y) -> rgb);
    }

    /** A file of random colours. */
    public static Path noise(Path file, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        return write(file, 12, 8, (x, y) -> random.nextInt(1 << 24));
    }

    /** A file of the format that its ending names. */
    static Path write(Path file, int width, int height, IntBinaryOperator rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb.applyAsInt(x, y));
            }
        }
        return write(file, image);
    }

    static Path write(Path file, BufferedImage image) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String name = file.toString();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
            throw new IOException("no writer for " + file);
        }
        return file;
    }

    /** A copy of a file that tools/make_pictures.py made. */
    static Path resource(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = PictureSamples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            Files.copy(in, file);
        }
        return file;
    }
}
