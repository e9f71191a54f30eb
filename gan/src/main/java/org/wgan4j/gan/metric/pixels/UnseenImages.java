package org.wgan4j.gan.metric.pixels;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.sample.Rows;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * How near real images that a generator has not seen come to those that it has: the yardstick of {@link Memorisation}.
 *
 * <p>The unseen images are split at random: by some the threshold is set, and others are judged as if generated, so that the floor is not
 * judged by the images that set its threshold.
 */
public final class UnseenImages {
    /** Unseen images nearer than this share of them are near copies. */
    static final double COPY_SHARE = 0.01;

    /** Fewer images on a side are not compared. */
    private static final int LEAST = 100;

    private static final long STREAM = 0x756e7365656eL; // "unseen"
    private static final long LOOKED = 1;
    private static final long SPLIT = 2;
    private static final long CANDIDATES = 3;

    private final PixelTable reference;
    private final PixelTable training;
    private final int most;
    private final long seed;
    private @Nullable Yardstick known;

    /** The threshold as a squared distance in byte units, and what unseen images get. */
    private record Yardstick(double threshold, Memorisation floor) {}

    UnseenImages(PixelTable reference, PixelTable training, int most, long seed) {
        if (most < LEAST) {
            throw new IllegalArgumentException("at most " + most + " images looked at; it must be at least " + LEAST);
        }
        this.reference = reference;
        this.training = training;
        this.most = most;
        this.seed = seed;
    }

    /** Those of an input, whose measures serve every sample. */
    public static UnseenImages of(MetricInput input) {
        return input.sharedOfReal(
                UnseenImages.class,
                real -> new UnseenImages(
                        PixelTable.of(real.reference().images()),
                        PixelTable.of(real.training().images()),
                        Memorisation.LOOKED_AT,
                        real.seed()));
    }

    /** Judges generated images. */
    Memorisation compare(Images generated) {
        if (generated.count() < LEAST) {
            return nothing(new Measurement.TooFew(LEAST, generated.count(), "generated images"));
        }
        if (reference.count() < 2 * LEAST || training.count() < LEAST) {
            return floor();
        }
        int[] looked = generated.count() <= most
                ? Rows.range(0, generated.count())
                : Rows.draw(generated.count(), most, random(LOOKED));
        PixelTable queries = PixelTable.of(generated).select(looked);
        Nearest nearest = queries.nearestIn(training);
        Measurement share = memorised(queries, reference);
        double threshold = yardstick().threshold;
        return new Memorisation(
                share,
                copies(nearest, threshold),
                Math.sqrt(threshold) / PixelTable.HALF_RANGE,
                Memorisation.closest(nearest, looked));
    }

    /** What unseen real images get, without pairs. */
    public Memorisation floor() {
        if (reference.count() < 2 * LEAST) {
            return nothing(new Measurement.TooFew(2 * LEAST, reference.count(), "reference images"));
        }
        if (training.count() < LEAST) {
            return nothing(new Measurement.TooFew(LEAST, training.count(), "training images"));
        }
        return yardstick().floor;
    }

    private static Memorisation nothing(Measurement found) {
        return new Memorisation(found, found, Double.NaN, List.of());
    }

    private Yardstick yardstick() {
        Yardstick yardstick = known;
        if (yardstick == null) {
            yardstick = measured();
            known = yardstick;
        }
        return yardstick;
    }

    private Yardstick measured() {
        int[] order = Rows.draw(reference.count(), reference.count(), random(SPLIT));
        int judged = Math.min(most, reference.count() / 2);
        int setting = Math.min(most, reference.count() - judged);
        PixelTable queries = reference.select(Arrays.copyOfRange(order, 0, judged));
        PixelTable others = reference.select(Arrays.copyOfRange(order, judged, order.length));
        PixelTable setters = reference.select(Arrays.copyOfRange(order, judged, judged + setting));
        double threshold = quantile(setters.nearestIn(training).squares());
        Memorisation floor = new Memorisation(
                memorised(queries, others),
                copies(queries.nearestIn(training), threshold),
                Math.sqrt(threshold) / PixelTable.HALF_RANGE,
                List.of());
        return new Yardstick(threshold, floor);
    }

    /** The share of queries that are nearer to training images than to as many unseen ones. */
    private Measurement memorised(PixelTable queries, PixelTable unseen) {
        int candidates = Math.min(unseen.count(), training.count());
        Nearest toTraining = queries.nearestIn(drawn(training, candidates));
        Nearest toUnseen = queries.nearestIn(drawn(unseen, candidates));
        double nearer = 0;
        for (int i = 0; i < queries.count(); i++) {
            double margin = toUnseen.square(i) - toTraining.square(i);
            nearer += margin > 0 ? 1 : margin == 0 ? 0.5 : 0;
        }
        return Measurement.Estimate.ofProportion(nearer, queries.count(), candidates);
    }

    private Measurement copies(Nearest nearest, double threshold) {
        int below = 0;
        for (int i = 0; i < nearest.count(); i++) {
            below += nearest.square(i) < threshold ? 1 : 0;
        }
        return Measurement.Estimate.ofProportion(below, nearest.count(), training.count());
    }

    private PixelTable drawn(PixelTable table, int wanted) {
        return table.count() == wanted ? table : table.select(Rows.draw(table.count(), wanted, random(CANDIDATES)));
    }

    /** The {@link #COPY_SHARE} quantile of distances, between two of them on the straight line of the distances themselves. */
    private static double quantile(double[] squares) {
        Arrays.sort(squares);
        double place = COPY_SHARE * (squares.length - 1);
        int below = (int) place;
        double low = Math.sqrt(squares[below]);
        double high = Math.sqrt(squares[Math.min(below + 1, squares.length - 1)]);
        double distance = low + (place - below) * (high - low);
        return distance * distance;
    }

    private SplitMix64 random(long purpose) {
        return new SplitMix64(seed, STREAM, purpose);
    }
}
