package org.wgan4j.gan.study;

import java.util.Locale;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.wgan4j.gan.torch.Compute;
import org.wgan4j.gan.torch.RandomStream;

/**
 * Two distributions, one called real and one generated, whose Wasserstein distance W1 is known in closed form.
 *
 * <p>Immutable and safe for use by several threads; a tensor belongs to the memory scope of the call.
 */
public sealed interface DensityPair {
    /** A short description: {@code rings of radius 1 and 3}. */
    String description();

    /** Coordinates of a point, 1 or 2. */
    int dimension();

    /** W1 between the two under the Euclidean distance. */
    double distance();

    /** N real points {@code [n, dimension, 1, 1]}, a function of the stream. */
    Tensor real(long n, RandomStream random);

    /** N generated points {@code [n, dimension, 1, 1]}, a function of the stream. */
    Tensor generated(long n, RandomStream random);

    /**
     * N(0, 1) and N(shift, 1) on the line: W1 is the shift, since no map is cheaper than the translation and f(x) = -x proves it.
     *
     * @param shift at least 0
     */
    record ShiftedGaussians(double shift) implements DensityPair {
        public ShiftedGaussians {
            check("the shift", shift);
        }

        @Override
        public String description() {
            return String.format(Locale.ROOT, "Gaussians %s apart", text(shift));
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double distance() {
            return shift;
        }

        @Override
        public Tensor real(long n, RandomStream random) {
            return random.normal(Compute.CPU, n, 1, 1, 1);
        }

        @Override
        public Tensor generated(long n, RandomStream random) {
            return real(n, random).add(scalar(shift));
        }
    }

    /**
     * (0, Z) and (distance, Z) in the plane, Z uniform on [0, 1] (Arjovsky, Chintala and Bottou 2017, example 1).
     *
     * @param distance of the two lines, at least 0
     */
    record ParallelSegments(double distance) implements DensityPair {
        public ParallelSegments {
            check("the distance", distance);
        }

        @Override
        public String description() {
            return String.format(Locale.ROOT, "segments %s apart", text(distance));
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public Tensor real(long n, RandomStream random) {
            return points(torch.zeros(n), random.uniform(Compute.CPU, n));
        }

        @Override
        public Tensor generated(long n, RandomStream random) {
            return points(torch.full(new long[] {n}, scalar(distance)), random.uniform(Compute.CPU, n));
        }
    }

    /**
     * Uniform on two circles around 0: W1 is the difference of the radii, since moving along rays costs that and f(x) = |x| proves it.
     *
     * @param realRadius of the real points, at least 0
     * @param generatedRadius of the generated points, at least 0
     */
    record Rings(double realRadius, double generatedRadius) implements DensityPair {
        public Rings {
            check("a radius", realRadius);
            check("a radius", generatedRadius);
        }

        @Override
        public String description() {
            return String.format(Locale.ROOT, "rings of radius %s and %s", text(realRadius), text(generatedRadius));
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double distance() {
            return Math.abs(generatedRadius - realRadius);
        }

        @Override
        public Tensor real(long n, RandomStream random) {
            return onCircle(n, realRadius, random);
        }

        @Override
        public Tensor generated(long n, RandomStream random) {
            return onCircle(n, generatedRadius, random);
        }
    }

    /**
     * A ring of eight Gaussians of radius 1 and deviation 0.1, and the same moved to the right: W1 is the shift, as of all translations.
     *
     * @param shift at least 0
     */
    record ShiftedMixture(double shift) implements DensityPair {
        private static final int MODES = 8;
        private static final double DEVIATION = 0.1;

        public ShiftedMixture {
            check("the shift", shift);
        }

        @Override
        public String description() {
            return String.format(Locale.ROOT, "8 Gaussians, moved by %s", text(shift));
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double distance() {
            return shift;
        }

        @Override
        public Tensor real(long n, RandomStream random) {
            Tensor angle = random.child("mode")
                    .uniform(Compute.CPU, n)
                    .mul(scalar(MODES))
                    .floor()
                    .mul(scalar(2 * Math.PI / MODES));
            Tensor noise = random.child("noise").normal(Compute.CPU, n, 2, 1, 1).mul(scalar(DEVIATION));
            return points(angle.cos(), angle.sin()).add(noise);
        }

        @Override
        public Tensor generated(long n, RandomStream random) {
            return real(n, random).add(points(torch.full(new long[] {1}, scalar(shift)), torch.zeros(1)));
        }
    }

    private static Tensor onCircle(long n, double radius, RandomStream random) {
        Tensor angle = random.uniform(Compute.CPU, n).mul(scalar(2 * Math.PI));
        return points(angle.cos().mul(scalar(radius)), angle.sin().mul(scalar(radius)));
    }

    /** Two coordinates {@code [n]} each as points {@code [n, 2, 1, 1]}. */
    private static Tensor points(Tensor x, Tensor y) {
        return torch.stack(new TensorVector(x, y), 1).reshape(x.size(0), 2, 1, 1);
    }

    private static Scalar scalar(double value) {
        return new Scalar((float) value);
    }

    private static void check(String what, double value) {
        if (!(value >= 0) || value > 1000) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s is in [0, 1000], found %s", what, value));
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%s", value);
    }
}
