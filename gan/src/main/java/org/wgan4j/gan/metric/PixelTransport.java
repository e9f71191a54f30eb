package org.wgan4j.gan.metric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.transport.MatrixCost;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.approximate.SlicedWasserstein;
import org.wgan4j.transport.solver.OptimalTransport;

/**
 * Wasserstein distances of the images themselves, under the straight-line distance of pixels scaled to [-1, 1].
 *
 * <p>Between samples they are far above those of the distributions, and the more the fewer samples: in 784 dimensions the distance of 1000
 * real images to 1000 others is most of what any generator gets. So the value is always that of {@link #BLOCK} against {@link #BLOCK}
 * images, averaged over up to {@link #BLOCKS} disjoint blocks, and means something next to its floor only. The interval is Student's over the
 * blocks, which are independent; with one block there is none.
 */
public final class PixelTransport {
    /** How many images on each side are transported at a time. */
    public static final int BLOCK = 1000;

    /** How many blocks are taken at most. */
    public static final int BLOCKS = 10;

    /** How many directions the sliced distance takes in each block. */
    public static final int DIRECTIONS = 256;

    private static final long STREAM = 0x626c6f636b73L; // "blocks"

    private PixelTransport() {}

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
                (x, y, block) -> SlicedWasserstein.between(
                                samples(x),
                                samples(y),
                                1,
                                DIRECTIONS,
                                new SplitMix64(seed, STREAM, BLOCKS + block).next())
                        .value());
    }

    private static Measurement measured(Images generated, Images reference, long seed, Distance distance) {
        if (!generated.shape().equals(reference.shape())) {
            throw new IllegalArgumentException("generated images are " + generated.shape() + " and reference images "
                    + reference.shape() + "; they must have one shape");
        }
        if (generated.count() < BLOCK || reference.count() < BLOCK) {
            boolean few = generated.count() < BLOCK;
            return new Measurement.TooFew(
                    BLOCK, few ? generated.count() : reference.count(), few ? "generated images" : "reference images");
        }
        int blocks = Math.min(BLOCKS, Math.min(generated.count(), reference.count()) / BLOCK);
        int[] ofGenerated = Rows.draw(generated.count(), blocks * BLOCK, new SplitMix64(seed, STREAM, 0));
        int[] ofReference = Rows.draw(reference.count(), blocks * BLOCK, new SplitMix64(seed, STREAM, 1));
        double[] distances = IntStream.range(0, blocks)
                .parallel()
                .mapToDouble(
                        b -> distance.between(block(generated, ofGenerated, b), block(reference, ofReference, b), b))
                .toArray();
        StudentInterval mean = StudentInterval.of(distances);
        return new Measurement.Estimate(
                mean.mean(), mean.low(), mean.high(), mean.standardError(), blocks * BLOCK, blocks * BLOCK);
    }

    private static PixelTable block(Images images, int[] order, int block) {
        return PixelTable.of(images.select(Arrays.copyOfRange(order, block * BLOCK, (block + 1) * BLOCK)));
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

    private static Samples samples(PixelTable table) {
        return Samples.of(table.scaled());
    }
}
