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
 * The real images that samples are held against. Immutable and safe for use by several threads.
 *
 * @param training what the generator learns from
 * @param reference real images of the same kind
 * @param heldOut whether the generator never saw the reference
 * @param digits whether they are MNIST's digits, so that the classifier's classes mean something
 */
public record EvaluationData(Dataset training, Dataset reference, boolean heldOut, boolean digits) {
    private static final String MNIST = "mnist";
    private static final String MNIST_TEST = "mnist-test";

    /**
     * The grounds for samples of a generator that learnt from the source.
     *
     * <p>For MNIST's training images they are its test images, and the other way, of the same digits. Images of one's own have no other
     * split: one half of them, at random, is held against the other, and the generator has seen both.
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

    /** Real images alone: one half of them, at random, is held against the other. */
    public static EvaluationData of(Images real) {
        return halves(Dataset.of("the real images", real));
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
                    "%s has 1 image, and judging takes one to hold it against: give more images.",
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

    /** At most so many images of each side, chosen at random by the seed: for those who are in a hurry. */
    public EvaluationData atMost(int trainingImages, int referenceImages, long seed) {
        return new EvaluationData(
                atMost(training, trainingImages, seed), atMost(reference, referenceImages, seed), heldOut, digits);
    }

    /**
     * The indices of so many training images, but half of them at most, in their order, chosen at random by the seed.
     *
     * <p>Not every so-manieth one: MNIST's training images alternate between two groups of writers, one with thicker strokes.
     */
    public int[] someOfTraining(int count, long seed) {
        int n = Math.min(count, training.size() / 2);
        return IntStream.of(order(training.size(), seed)).limit(n).sorted().toArray();
    }

    /** The same without some of the training images, so that these can be judged as if they had been generated. */
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
