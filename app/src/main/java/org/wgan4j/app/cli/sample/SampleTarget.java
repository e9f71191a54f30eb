package org.wgan4j.app.cli.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.recipe.Polarity;
import org.wgan4j.report.figure.ImageGrid;
import org.wgan4j.report.figure.draw.PngFile;

/** Where samples go: onto a page, into an array file or into a folder, by what {@code --out} looks like. */
sealed interface SampleTarget {
    /**
     * Writes the samples.
     *
     * @param latents {@code [images.count(), latentSize]}, what the images were made of
     */
    void write(Images images, float[] latents, Polarity ink);

    /** Chooses by the ending: {@code .png}, {@code .npz}, or a folder that is there or ends in a slash. */
    static SampleTarget of(String out) {
        Path path = Path.of(out);
        String lower = out.toLowerCase(Locale.ROOT);
        if (out.endsWith("/") || out.endsWith("\\") || Files.isDirectory(path)) {
            return new Folder(path);
        }
        if (lower.endsWith(".png")) {
            return new Page(path);
        }
        if (lower.endsWith(".npz")) {
            return new Arrays(path);
        }
        throw new ActionableException(
                "--out " + out + " must end in .png (a grid), .npz (arrays) or / (a folder of pictures)");
    }

    /** One PNG file with all images in rows. */
    record Page(Path file) implements SampleTarget {
        @Override
        public void write(Images images, float[] latents, Polarity ink) {
            PngFile.write(file, ImageGrid.holding(images.count()).withInk(ink).draw(images));
        }
    }

    /** {@code images} uint8 {@code [n, height, width]}, in colour {@code [n, channels, height, width]}, and {@code latents} float32. */
    record Arrays(Path file) implements SampleTarget {
        @Override
        public void write(Images images, float[] latents, Polarity ink) {
            ImageShape shape = images.shape();
            int n = images.count();
            int[] sizes = shape.channels() == 1
                    ? new int[] {n, shape.height(), shape.width()}
                    : new int[] {n, shape.channels(), shape.height(), shape.width()};
            Map<String, NpyArray> arrays = new LinkedHashMap<>();
            arrays.put("images", new NpyArray.UInt8(sizes, images.bytes()));
            arrays.put("latents", new NpyArray.Float32(new int[] {n, latents.length / n}, latents));
            NpzFile.write(file, arrays);
        }
    }

    /** One PNG file for each image, in its own size: {@code 0001.png} and so on. */
    record Folder(Path path) implements SampleTarget {
        @Override
        public void write(Images images, float[] latents, Polarity ink) {
            int digits = Math.max(4, Integer.toString(images.count()).length());
            for (int i = 0; i < images.count(); i++) {
                String name = String.format(Locale.ROOT, "%0" + digits + "d.png", i + 1);
                PngFile.write(path.resolve(name), Frames.plain(images.slice(i, i + 1), ink));
            }
        }
    }
}
