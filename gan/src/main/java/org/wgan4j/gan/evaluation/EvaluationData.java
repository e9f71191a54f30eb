package org.wgan4j.gan.evaluation;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.data.BatchOrder;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Datasets;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.data.LastBatch;
import org.wgan4j.gan.data.Sampling;

/**
 * The real images that generated images are compared with. Immutable and safe for use by several threads.
 *
 * <p>For a run that a program trained on a data set of its own: {@code EvaluationData.of(dataset)}.
 *
 * @param training the images that the generator is trained on
 * @param reference real images of the same kind and shape
 * @param heldOut whether the generator is not trained on the reference
 * @param digits whether they are MNIST's digits, which the digit classifier knows
 */
public record EvaluationData(Dataset training, Dataset reference, boolean heldOut, boolean digits) {
    private static final String MNIST = "mnist";
    private static final String MNIST_TEST = "mnist-test";

    public EvaluationData {
        if (!training.shape().equals(reference.shape())) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "The images of %s are %s, but those of %s are %s: give images of one shape.",
                    training.name(),
                    training.shape(),
                    reference.name(),
                    reference.shape()));
        }
    }

    /**
     * The real images for a generator that is trained on the source.
     *
     * <p>The reference of MNIST's training images is its test images, and the other way, of the same digits. Other images have no second
     * split: one half of them, at random, is the reference, and the generator is trained on both.
     *
     * @throws ActionableException if the data cannot be loaded or are a single image
     */
    public static EvaluationData of(DataSource source) {
        return of(source, Datasets.load(source));
    }

    /** The same where the data of the source are in memory already. */
    public static EvaluationData of(DataSource source, Dataset training) {
        if (source.images().isEmpty()) {
            Optional<String> other = otherSplit(source.name());
            if (other.isPresent()) {
                return new EvaluationData(training, sameDigits(other.get(), source.digits()), true, true);
            }
        }
        return halves(training);
    }

    /**
     * Real images that a program has, such as those that a run was trained on: one half of them, at random, is the reference.
     *
     * @throws ActionableException if it is a single image
     */
    public static EvaluationData of(Dataset real) {
        return halves(real);
    }

    /** The same for images without a name. */
    public static EvaluationData of(Images real) {
        return of(Dataset.of("the real images", real));
    }

    /**
     * The images that a generator was trained on, and others of the same kind that it never saw.
     *
     * @throws ActionableException if their shapes differ
     */
    public static EvaluationData of(Dataset training, Dataset reference) {
        return new EvaluationData(training, reference, true, false);
    }

    private static Optional<String> otherSplit(String name) {
        return switch (name) {
            case MNIST -> Optional.of(MNIST_TEST);
            case MNIST_TEST -> Optional.of(MNIST);
            default -> Optional.empty();
        };
    }

    private static Dataset sameDigits(String name, Set<Integer> digits) {
        Dataset all = Datasets.load(DataSource.named(name));
        return digits.isEmpty() ? all : all.withLabels(new TreeSet<>(digits));
    }

    private static EvaluationData halves(Dataset all) {
        if (all.size() < 2) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "%s has 1 image, and evaluation needs another as the reference: give more images.",
                    all.name()));
        }
        int[] order = order(all.size(), 0);
        int half = all.size() / 2;
        return new EvaluationData(
                all.select(IntStream.range(half, all.size()).map(i -> order[i]).toArray()),
                all.select(IntStream.range(0, half).map(i -> order[i]).toArray()),
                false,
                false);
    }

    /** At most so many images of each side, chosen at random by the seed, for a faster evaluation. */
    public EvaluationData atMost(int trainingImages, int referenceImages, long seed) {
        return new EvaluationData(
                atMost(training, trainingImages, seed), atMost(reference, referenceImages, seed), heldOut, digits);
    }

    /**
     * The indices of so many training images, but half of them at most, in their order, chosen at random by the seed.
     *
     * <p>They are not evenly spaced: MNIST's training images alternate between two groups of writers, one with thicker strokes.
     */
    public int[] someOfTraining(int count, long seed) {
        int n = Math.min(count, training.size() / 2);
        return IntStream.of(order(training.size(), seed)).limit(n).sorted().toArray();
    }

    /** The same without some of the training images, so that these can be evaluated as if they had been generated. */
    public EvaluationData withoutTraining(int[] indices) {
        BitSet out = new BitSet();
        IntStream.of(indices).forEach(out::set);
        int[] rest =
                IntStream.range(0, training.size()).filter(i -> !out.get(i)).toArray();
        return indices.length == 0 ? this : new EvaluationData(training.select(rest), reference, heldOut, digits);
    }

    private static Dataset atMost(Dataset all, int most, long seed) {
        return all.size() <= most
                ? all
                : all.select(IntStream.of(order(all.size(), seed)).limit(most).toArray());
    }

    private static int[] order(int size, long seed) {
        return BatchOrder.of(Sampling.SHUFFLE, size, size, LastBatch.KEEP, seed).batch(0);
    }
}
