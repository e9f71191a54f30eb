package org.wgan4j.gan.metric.pixels;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.sample.TableRows;
import org.wgan4j.gan.metric.statistics.HistogramStatistics;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.transport.MatrixCost;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.approximate.SlicedWasserstein;
import org.wgan4j.transport.solver.OptimalTransport;

/**
 * Wasserstein distances between images, under the Euclidean distance of pixels scaled to [-1, 1].
 *
 * <p>Between samples they are biased upwards, more for fewer samples: in 784 dimensions the distance between two sets of 1000 real images is
 * most of the value of any generator. So the value is always that of {@link #BLOCK} against {@link #BLOCK} images, averaged over up to
 * {@link #BLOCKS} disjoint blocks, and has to be compared with its floor. The interval is Student's over the independent blocks; with one block
 * there is none.
 *
 * <p>Safe for use by several threads.
 */
public final class PixelTransport {
    /** Images on each side of a block. */
    public static final int BLOCK = 1000;

    /** The largest number of blocks. */
    public static final int BLOCKS = 10;

    /** Random directions of the sliced distance in each block. */
    public static final int DIRECTIONS = 256;

    private static final long STREAM = 0x626c6f636b73L; // "blocks"

    /** The number of direction coordinates in memory at a time. */
    private static final int DIRECTION_VALUES = 1 << 22;

    private PixelTransport() {}

    public static Measurement exact(MetricInput input, int power) {
        return exact(input.generated().images(), input.reference().images(), power, input.seed());
    }

    public static Measurement sliced(MetricInput input) {
        return sliced(input.generated().images(), input.reference().images(), input.seed());
    }

    /** Measures one block on each side. */
    private interface Distance {
        double between(PixelTable generated, PixelTable reference, int block);
    }

    /**
     * Exact W1 or W2.
     *
     * @param power 1 or 2: the p of W_p, the p-th root of the least mean p-th power of the distances
     */
    public static Measurement exact(Images generated, Images reference, int power, long seed) {
        if (power != 1 && power != 2) {
            throw new IllegalArgumentException("power " + power + "; it must be 1 or 2");
        }
        return measured(generated, reference, seed, (x, y, block) -> exact(x, y, power));
    }

    /** Sliced W1: the mean over {@link #DIRECTIONS} random directions of the W1 distance along them. */
    public static Measurement sliced(Images generated, Images reference, long seed) {
        return measured(
                generated,
                reference,
                seed,
                (x, y, block) ->
                        sliced(x, y, generated.shape().size(), new SplitMix64(seed, STREAM, BLOCKS + block).next()));
    }

    private static double sliced(PixelTable x, PixelTable y, int dimension, long seed) {
        int most = Math.max(1, Math.min(DIRECTIONS, DIRECTION_VALUES / dimension));
        double sum = 0;
        for (int first = 0; first < DIRECTIONS; first += most) {
            double[][] directions =
                    SlicedWasserstein.directions(dimension, Math.min(most, DIRECTIONS - first), seed + first);
            sum += HistogramStatistics.sum(Arrays.stream(directions)
                    .parallel()
                    .mapToDouble(direction -> onLine(x.projected(direction), y.projected(direction)))
                    .toArray());
        }
        return sum / DIRECTIONS;
    }

    /** W1 between equally many numbers: the mean distance of those of equal rank. */
    private static double onLine(double[] x, double[] y) {
        Arrays.sort(x);
        Arrays.sort(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] - y[i]);
        }
        return sum / x.length;
    }

    private static Measurement measured(Images generated, Images reference, long seed, Distance distance) {
        if (!generated.shape().equals(reference.shape())) {
            throw new IllegalArgumentException("generated images are " + generated.shape() + " and reference images "
                    + reference.shape() + "; they must have one shape");
        }
        if (generated.count() < BLOCK || reference.count() < BLOCK) {
            boolean few = generated.count() < BLOCK;
            return new Measurement.InsufficientSamples(
                    BLOCK, few ? generated.count() : reference.count(), few ? "generated images" : "reference images");
        }
        int blocks = Math.min(BLOCKS, Math.min(generated.count(), reference.count()) / BLOCK);
        int[] ofGenerated = TableRows.draw(generated.count(), blocks * BLOCK, new SplitMix64(seed, STREAM, 0));
        int[] ofReference = TableRows.draw(reference.count(), blocks * BLOCK, new SplitMix64(seed, STREAM, 1));
        PixelTable samples = PixelTable.of(generated);
        PixelTable references = PixelTable.of(reference);
        double[] distances = IntStream.range(0, blocks)
                .parallel()
                .mapToDouble(
                        b -> distance.between(block(samples, ofGenerated, b), block(references, ofReference, b), b))
                .toArray();
        Measurement.Estimate mean = Measurement.Estimate.ofMean(distances);
        return blocks == 1
                ? Measurement.Estimate.without(
                        mean.value(),
                        "it takes " + 2 * BLOCK + " images on both sides, two blocks of " + BLOCK,
                        BLOCK,
                        BLOCK)
                : new Measurement.Estimate(
                        mean.value(), mean.low(), mean.high(), mean.standardError(), blocks * BLOCK, blocks * BLOCK);
    }

    private static PixelTable block(PixelTable all, int[] order, int block) {
        return all.select(Arrays.copyOfRange(order, block * BLOCK, (block + 1) * BLOCK));
    }

    private static double exact(PixelTable x, PixelTable y, int power) {
        double[][] costs = x.squaredDistances(y);
        for (double[] row : costs) {
            for (int j = 0; j < row.length; j++) {
                double square = row[j] / (PixelTable.HALF_RANGE * PixelTable.HALF_RANGE);
                row[j] = power == 1 ? Math.sqrt(square) : square;
            }
        }
        double[] masses = new double[x.count()];
        Arrays.fill(masses, 1.0 / masses.length);
        return OptimalTransport.between(Measure.masses(masses), Measure.masses(masses))
                .cost(MatrixCost.of(costs).withPower(power))
                .solve()
                .distance();
    }
}
