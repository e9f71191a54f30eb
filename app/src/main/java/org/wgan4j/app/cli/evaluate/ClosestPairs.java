package org.wgan4j.app.cli.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.pixels.NearPair;
import org.wgan4j.report.figure.ImageGrid;
import org.wgan4j.report.figure.draw.PngFile;

/** A picture of samples above their nearest training images, the closest pair first. */
final class ClosestPairs {
    private static final int COLUMNS = 10;

    private ClosestPairs() {}

    /**
     * Refuses a name that is none of a PNG file.
     *
     * @throws ActionableException with the name
     */
    public static void check(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new ActionableException(String.format(Locale.ROOT, "--closest %s must end in .png", file));
        }
    }

    /**
     * Draws the pairs into a PNG file, in double rows of ten.
     *
     * @throws ActionableException if there are no pairs, or the file cannot be written
     */
    public static void write(Path file, Images generated, Images training, List<NearPair> pairs) {
        if (pairs.isEmpty()) {
            throw new ActionableException("There are no closest pairs to draw: that takes 100 samples or more.");
        }
        int columns = Math.min(COLUMNS, pairs.size());
        int blocks = pairs.size() / columns;
        Images.Builder pictures = new Images.Builder(generated.shape(), 2 * blocks * columns);
        for (int block = 0; block < blocks; block++) {
            List<NearPair> row = pairs.subList(block * columns, (block + 1) * columns);
            row.forEach(pair -> pictures.add(generated, pair.generated()));
            row.forEach(pair -> pictures.add(training, pair.training()));
        }
        PngFile.write(
                file,
                ImageGrid.of(2 * blocks, columns)
                        .withTitle("Samples, and below each the nearest training image")
                        .draw(pictures.build()));
    }
}
