package org.wgan4j.app.cli.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.PixelRange;
import org.wgan4j.gan.inference.TrainedGenerator;
import org.wgan4j.gan.recipe.Polarity;
import org.wgan4j.gan.run.RunDirectory;

/**
 * Images to evaluate and their origin. Immutable.
 *
 * @param images the images
 * @param what they are, in words
 * @param source the training data of their generator, if a run names it
 */
record EvaluatedImages(Images images, String what, Optional<DataSource> source) {
    /**
     * Which samples of a run are drawn.
     *
     * @param count how many images
     * @param seed the start of their noise
     * @param best the checkpoint with the best samples in place of the latest one
     */
    public record Draw(int count, long seed, boolean best) {}

    /**
     * Reads images from a run directory, an npz file or a folder of pictures.
     *
     * @param range what the numbers of an npz file lie in; without it, it is told from them
     * @throws ActionableException if there are none
     */
    public static EvaluatedImages read(Path path, Draw draw, Polarity polarity, Optional<PixelRange> range) {
        boolean isRun = Files.exists(path.resolve("recipe.yaml"));
        if (draw.best() && Files.exists(path) && !isRun) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s is no run directory, and --best chooses among a run's checkpoints: leave it out.",
                    path));
        }
        if (range.isPresent() && !Files.isRegularFile(path)) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s is no npz file, and --range says what the numbers of one mean: leave it out.",
                    path));
        }
        if (Files.isRegularFile(path)) {
            return ofFile(path, range);
        }
        if (!Files.isDirectory(path)) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "There is no '%s': give a run directory, an npz file of images or a folder of pictures.",
                    path));
        }
        return isRun ? ofRun(RunDirectory.open(path), draw) : ofFolder(path, polarity);
    }

    private static EvaluatedImages ofFile(Path file, Optional<PixelRange> range) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".npz")) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s is neither an npz file nor a folder: store the images as npz, or as pictures in a folder.",
                    file));
        }
        SampleArrays arrays = SampleArrays.read(file, range);
        return new EvaluatedImages(arrays.images(), file + " (" + arrays.scale() + ")", Optional.empty());
    }

    private static EvaluatedImages ofFolder(Path folder, Polarity polarity) {
        String leftOut = PictureFolder.leftOut(folder);
        return new EvaluatedImages(
                PictureFolder.read(folder, polarity),
                "the pictures in " + folder + (leftOut.isEmpty() ? "" : " (without " + leftOut + ")"),
                Optional.empty());
    }

    private static EvaluatedImages ofRun(RunDirectory run, Draw draw) {
        try (TrainedGenerator generator = draw.best() ? TrainedGenerator.loadBest(run) : TrainedGenerator.load(run)) {
            Images images = generator.generate(generator.latents(draw.count(), draw.seed()));
            String what = String.format(
                    Locale.ROOT,
                    "%s at generator step %d, noise of seed %d",
                    run.path(),
                    generator.step(),
                    draw.seed());
            return new EvaluatedImages(
                    images, what, Optional.of(run.recipe().data().source()));
        }
    }
}
