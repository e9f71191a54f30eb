package org.wgan4j.gan.metric.pixels;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * Measures of whether a generator copies its training images, by nearest neighbours in pixels.
 *
 * <p>The memorised share is the share of generated images that are nearer to a training image than to an unseen real one, among equally many
 * of each: 0.5 without memorisation; a tie counts half. Near copies are generated images that are nearer to one of all training images than
 * 99 % of unseen real images are. A copied image raises the memorised share only if it is among the drawn ones: with 10,000 of 60,000 it is one
 * in six, and a generator that only copies has a share of about 0.6; near copies compare with all. Distances are Euclidean on pixels: a copy that
 * is shifted by a pixel is not found.
 *
 * <p>The floors are the values for unseen real images. Intervals are Wilson's for a share; that of near copies holds the threshold fixed.
 *
 * <p>Source: after Lopez-Paz and Oquab, "Revisiting classifier two-sample tests", 2017 (nearest neighbours tell two samples
 * apart), and Meehan, Chaudhuri and Dasgupta, "A non-parametric test to detect data-copying in generative models", 2020.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param memorisedShare 0 to 1, 0.5 for a generator that does not copy
 * @param nearCopies 0 to 1, 0.01 for one that does not copy
 * @param threshold below this distance an image is a near copy, in pixels scaled to [-1, 1]; NaN if there were too few images
 * @param closest the {@link #PAIRS} generated images that are nearest to a training image, nearest first
 */
public record Memorisation(
        Measurement memorisedShare, Measurement nearCopies, double threshold, List<NearPair> closest) {
    /** The number of generated images that are compared, drawn at random if there are more. */
    public static final int COMPARED = 1000;

    /** How many pairs are kept. */
    public static final int PAIRS = 20;

    /** Copies the list. */
    public Memorisation {
        closest = List.copyOf(closest);
    }

    public static Memorisation of(MetricInput input) {
        return UnseenImages.of(input).compare(input.generated().images());
    }

    /**
     * Searches for copies; it needs 100 generated, 200 reference and 100 training images.
     *
     * @param generated images
     * @param reference real images that the generator was not trained on
     * @param training all images that it was trained on
     * @param most the largest number of generated images that are compared
     */
    public static Memorisation of(Images generated, Images reference, Images training, int most, long seed) {
        return new UnseenImages(PixelTable.of(reference), PixelTable.of(training), most, seed).compare(generated);
    }

    /** The pairs with the smallest distances. */
    static List<NearPair> closest(NearestNeighbours nearest, int[] compared) {
        return IntStream.range(0, compared.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(nearest::square).thenComparing(i -> compared[i]))
                .limit(PAIRS)
                .map(i -> new NearPair(
                        compared[i], nearest.index(i), Math.sqrt(nearest.square(i)) / PixelTable.HALF_RANGE))
                .toList();
    }
}
