package org.wgan4j.gan.metric.pixels;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.sample.TableRows;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * Nearest-neighbour distances of unseen real images to the training images, which give {@link Memorisation} its threshold and floor.
 *
 * <p>The unseen images are split at random: some set the threshold, and others are evaluated as if generated for the floor. For use by one
 * thread at a time.
 */
public final class UnseenImages {
    /** The quantile of the distances of unseen images that is the threshold of near copies. */
    static final double COPY_SHARE = 0.01;

    /** The least number of images on each side. */
    private static final int LEAST = 100;

    private static final long STREAM = 0x756e7365656eL; // "unseen"
    private static final long COMPARED = 1;
    private static final long SPLIT = 2;
    private static final long CANDIDATES = 3;

    private final PixelTable reference;
    private final PixelTable training;
    private final int most;
    private final long seed;
    private @Nullable Calibration known;

    /** The threshold as a squared distance in byte units, and the values of unseen images. */
    private record Calibration(double threshold, Memorisation floor) {}

    UnseenImages(PixelTable reference, PixelTable training, int most, long seed) {
        if (most < LEAST) {
            throw new IllegalArgumentException("at most " + most + " images compared; it must be at least " + LEAST);
        }
        this.reference = reference;
        this.training = training;
        this.most = most;
        this.seed = seed;
    }

    /** Those of an input, computed once for all generated samples. */
    public static UnseenImages of(MetricInput input) {
        return input.sharedOfReal(
                UnseenImages.class,
                real -> new UnseenImages(
                        PixelTable.of(real.reference().images()),
                        PixelTable.of(real.training().images()),
                        Memorisation.COMPARED,
                        real.seed()));
    }

    /** Compares generated images. */
    Memorisation compare(Images generated) {
        if (generated.count() < LEAST) {
            return nothing(new Measurement.InsufficientSamples(LEAST, generated.count(), "generated images"));
        }
        if (reference.count() < 2 * LEAST || training.count() < LEAST) {
            return floor();
        }
        int[] compared = generated.count() <= most
                ? TableRows.range(0, generated.count())
                : TableRows.draw(generated.count(), most, random(COMPARED));
        PixelTable queries = PixelTable.of(generated).select(compared);
        NearestNeighbours nearest = queries.nearestIn(training);
        Measurement share = memorised(queries, reference);
        double threshold = calibration().threshold;
        return new Memorisation(
                share,
                copies(nearest, threshold),
                Math.sqrt(threshold) / PixelTable.HALF_RANGE,
                Memorisation.closest(nearest, compared));
    }

    /** The values of unseen real images, without pairs. */
    public Memorisation floor() {
        if (reference.count() < 2 * LEAST) {
            return nothing(new Measurement.InsufficientSamples(2 * LEAST, reference.count(), "reference images"));
        }
        if (training.count() < LEAST) {
            return nothing(new Measurement.InsufficientSamples(LEAST, training.count(), "training images"));
        }
        return calibration().floor;
    }

    private static Memorisation nothing(Measurement found) {
        return new Memorisation(found, found, Double.NaN, List.of());
    }

    private Calibration calibration() {
        Calibration calibration = known;
        if (calibration == null) {
            calibration = measured();
            known = calibration;
        }
        return calibration;
    }

    private Calibration measured() {
        int[] order = TableRows.draw(reference.count(), reference.count(), random(SPLIT));
        int evaluated = Math.min(most, reference.count() / 2);
        int setting = Math.min(most, reference.count() - evaluated);
        PixelTable queries = reference.select(Arrays.copyOfRange(order, 0, evaluated));
        PixelTable others = reference.select(Arrays.copyOfRange(order, evaluated, order.length));
        PixelTable setters = reference.select(Arrays.copyOfRange(order, evaluated, evaluated + setting));
        double threshold = quantile(setters.nearestIn(training).squares());
        Memorisation floor = new Memorisation(
                memorised(queries, others),
                copies(queries.nearestIn(training), threshold),
                Math.sqrt(threshold) / PixelTable.HALF_RANGE,
                List.of());
        return new Calibration(threshold, floor);
    }

    /** The share of queries that are nearer to training images than to as many unseen ones. */
    private Measurement memorised(PixelTable queries, PixelTable unseen) {
        int candidates = Math.min(unseen.count(), training.count());
        NearestNeighbours toTraining = queries.nearestIn(drawn(training, candidates));
        NearestNeighbours toUnseen = queries.nearestIn(drawn(unseen, candidates));
        double nearer = 0;
        for (int i = 0; i < queries.count(); i++) {
            double margin = toUnseen.square(i) - toTraining.square(i);
            nearer += margin > 0 ? 1 : margin == 0 ? 0.5 : 0;
        }
        return Measurement.Estimate.ofProportion(nearer, queries.count(), candidates);
    }

    private Measurement copies(NearestNeighbours nearest, double threshold) {
        int below = 0;
        for (int i = 0; i < nearest.count(); i++) {
            below += nearest.square(i) < threshold ? 1 : 0;
        }
        return Measurement.Estimate.ofProportion(below, nearest.count(), training.count());
    }

    private PixelTable drawn(PixelTable table, int wanted) {
        return table.count() == wanted
                ? table
                : table.select(TableRows.draw(table.count(), wanted, random(CANDIDATES)));
    }

    /** The {@link #COPY_SHARE} quantile of the distances, linearly interpolated. */
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
