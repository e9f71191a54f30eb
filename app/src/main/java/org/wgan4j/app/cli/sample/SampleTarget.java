package org.wgan4j.app.cli.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wgan4j.app.cli.console.OutputPath;
import org.wgan4j.app.cli.evaluate.PictureFolder;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.recipe.Polarity;
import org.wgan4j.report.figure.ImageGrid;
import org.wgan4j.report.figure.draw.PngFile;

/** A place for generated images: a page, an array file or a folder, by the ending of {@code --out}. */
sealed interface SampleTarget {
    /**
     * Refuses what could not be written, before anything is drawn.
     *
     * @throws ActionableException if there are too many images for it, or others are there already
     */
    void check(int count, ImageShape shape);

    /**
     * Writes the samples.
     *
     * @param latents {@code [images.count(), latentSize]}, the inputs of the generator
     */
    void write(Images images, float[] latents, Polarity polarity);

    /** Chooses by the ending: {@code .png}, {@code .npz}, or a folder that is there or ends in a slash. */
    static SampleTarget of(String out) {
        Path path = Path.of(out);
        OutputPath.refuseEmpty("--out", path);
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
        public void check(int count, ImageShape shape) {
            checkPicture(shape);
            int most = ImageGrid.most(shape);
            if (count > most) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "-n %d images of %s do not fit on one page, which holds at most %d: take fewer, or name a .npz or a folder with --out",
                        count,
                        shape,
                        most));
            }
        }

        @Override
        public void write(Images images, float[] latents, Polarity polarity) {
            PngFile.write(
                    file, ImageGrid.holding(images.count()).withInk(polarity).draw(images));
        }
    }

    /** {@code images} uint8 {@code [n, height, width]}, in colour {@code [n, channels, height, width]}, and {@code latents} float32. */
    record Arrays(Path file) implements SampleTarget {
        @Override
        public void check(int count, ImageShape shape) {
            shape.checkCount(count); // all are drawn before the first is written
        }

        @Override
        public void write(Images images, float[] latents, Polarity polarity) {
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
        /** Pictures of an earlier call that these would not replace would be taken for samples of this one. */
        @Override
        public void check(int count, ImageShape shape) {
            checkPicture(shape);
            shape.checkCount(count); // all are drawn before the first is written
            if (!Files.isDirectory(path)) {
                return;
            }
            Set<String> own = new HashSet<>();
            for (int i = 0; i < count; i++) {
                own.add(name(i, count));
            }
            try (Stream<Path> entries = Files.list(path)) {
                List<Path> others = entries.filter(PictureFolder::isPicture)
                        .filter(file -> !own.contains(String.valueOf(file.getFileName())))
                        .sorted()
                        .toList();
                if (!others.isEmpty()) {
                    throw new ActionableException(String.format(
                            Locale.ROOT,
                            "--out %s holds %d other pictures, such as %s: empty it, or name another folder",
                            path,
                            others.size(),
                            others.get(0).getFileName()));
                }
            } catch (IOException unreadable) {
                throw new ActionableException(
                        String.format(Locale.ROOT, "--out %s cannot be read: %s", path, unreadable), unreadable);
            }
        }

        private static String name(int index, int count) {
            int digits = Math.max(4, Integer.toString(count).length());
            return String.format(Locale.ROOT, "%0" + digits + "d.png", index + 1);
        }

        @Override
        public void write(Images images, float[] latents, Polarity polarity) {
            for (int i = 0; i < images.count(); i++) {
                PngFile.write(path.resolve(name(i, images.count())), Frames.plain(images.slice(i, i + 1), polarity));
            }
        }
    }

    private static void checkPicture(ImageShape shape) {
        if (shape.channels() != 1 && shape.channels() != 3) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "Images of %s are no pictures, which have 1 channel (grey) or 3 (red, green, blue): name a .npz with --out",
                    shape));
        }
    }
}
