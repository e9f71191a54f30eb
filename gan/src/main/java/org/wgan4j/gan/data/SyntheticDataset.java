package org.wgan4j.gan.data;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A synthetic distribution on the plane whose modes or density are known, so that generated points can be compared with them.
 *
 * <p>Its data set has 100,000 points, as many as PacGAN trains on, drawn with a fixed seed. Immutable and safe for use by several threads.
 */
public sealed interface SyntheticDataset permits SyntheticDataset.Mixture, SyntheticDataset.SwissRoll {
    /** The number of points of each data set. */
    int POINTS = 100_000;

    /**
     * Eight Gaussians evenly on a circle of radius 1, of deviation 0.01.
     *
     * <p>Source: Lin, Khetan, Fanti and Oh, "PacGAN: the power of two samples in generative adversarial networks", 2018, section 4.1, after
     * Srivastava et al., "VEEGAN", 2017.
     */
    SyntheticDataset RING = new Mixture(
            "ring",
            "100000 points of eight Gaussians of deviation 0.01, evenly on a circle of radius 1 (PacGAN's 2D-ring).",
            centres(8, k -> new Point(StrictMath.cos(Math.PI * k / 4), StrictMath.sin(Math.PI * k / 4))),
            0.01,
            1.5);

    /** Twenty-five Gaussians on the square grid {-4, -2, 0, 2, 4} x {-4, -2, 0, 2, 4}, of deviation 0.05. Source: as of the ring. */
    SyntheticDataset GRID = new Mixture(
            "grid",
            "100000 points of twenty-five Gaussians of deviation 0.05 on a square grid of distance 2 (PacGAN's 2D-grid).",
            centres(25, k -> new Point(2 * (k % 5) - 4, 2 * (k / 5) - 4)),
            0.05,
            5.5);

    /** The swiss roll of the WGAN-GP paper's toy experiments. */
    SyntheticDataset SWISS_ROLL = new SwissRoll();

    /** A point of the plane. */
    record Point(double x, double y) {}

    /** All synthetic data sets. */
    static List<SyntheticDataset> all() {
        return List.of(RING, GRID, SWISS_ROLL);
    }

    /** The synthetic data set of that name, if there is one. */
    static Optional<SyntheticDataset> named(String name) {
        return all().stream().filter(synthetic -> synthetic.name().equals(name)).findFirst();
    }

    /** The synthetic data set that a source names, if any. */
    static Optional<SyntheticDataset> of(DataSource source) {
        return source.images().isPresent() ? Optional.empty() : named(source.name());
    }

    private static List<Point> centres(int count, IntFunction<Point> place) {
        return IntStream.range(0, count).mapToObj(place).toList();
    }

    /** The name of its data set and recipe. */
    String name();

    /** A description of its data set in one sentence. */
    String about();

    /** Half the width of the square around 0 that plots of it show. */
    double halfWidth();

    /** The data set: always the same points, labelled by their mode where there are modes. */
    Dataset dataset();

    /**
     * Gaussians of one deviation in all directions, each as likely as any other.
     *
     * @param centres at least one; the label of a point is the index of its centre
     * @param standardDeviation above 0
     */
    record Mixture(String name, String about, List<Point> centres, double standardDeviation, double halfWidth)
            implements SyntheticDataset {
        private static final long STREAM = 0x6d6978747572L; // "mixtur"

        /** Copies the list; refuses an empty one and a deviation that is not above 0. */
        public Mixture {
            centres = List.copyOf(centres);
            if (centres.isEmpty() || !(standardDeviation > 0)) {
                throw new IllegalArgumentException("a mixture needs at least one centre and a deviation above 0, found "
                        + centres.size() + " and " + standardDeviation);
            }
        }

        @Override
        public Dataset dataset() {
            float[] coordinates = new float[2 * POINTS];
            int[] labels = new int[POINTS];
            for (int i = 0; i < POINTS; i++) {
                SplitMix64 random = new SplitMix64(0, STREAM, i);
                labels[i] = random.below(centres.size());
                Point centre = centres.get(labels[i]);
                Point noise = random.normals();
                coordinates[2 * i] = (float) (centre.x() + standardDeviation * noise.x());
                coordinates[2 * i + 1] = (float) (centre.y() + standardDeviation * noise.y());
            }
            return Dataset.of(name, Points.owning(coordinates), labels);
        }
    }

    /**
     * A spiral: (t cos t, t sin t) / 7.5 with t uniform in [1.5 pi, 4.5 pi], and noise of deviation 0.25 / 7.5.
     *
     * <p>Source: Gulrajani et al., "Improved training of Wasserstein GANs", 2017, figure 1 and its code, which takes two coordinates of
     * scikit-learn's swiss roll and divides them by 7.5.
     */
    record SwissRoll() implements SyntheticDataset {
        /** What coordinates are divided by. */
        public static final double SCALE = 7.5;
        /** The deviation of the noise, before the division. */
        public static final double NOISE = 0.25;

        private static final long STREAM = 0x726f6c6cL; // "roll"

        @Override
        public String name() {
            return "swiss-roll";
        }

        @Override
        public String about() {
            return "100000 points of a spiral with noise of deviation 0.033, the swiss roll of the WGAN-GP paper.";
        }

        @Override
        public double halfWidth() {
            return 2.25;
        }

        @Override
        public Dataset dataset() {
            float[] coordinates = new float[2 * POINTS];
            for (int i = 0; i < POINTS; i++) {
                SplitMix64 random = new SplitMix64(0, STREAM, i);
                double t = 1.5 * Math.PI * (1 + 2 * random.uniform());
                Point noise = random.normals();
                coordinates[2 * i] = (float) ((t * StrictMath.cos(t) + NOISE * noise.x()) / SCALE);
                coordinates[2 * i + 1] = (float) ((t * StrictMath.sin(t) + NOISE * noise.y()) / SCALE);
            }
            return Dataset.of(name(), Points.owning(coordinates));
        }
    }
}
