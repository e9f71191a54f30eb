package org.wgan4j.gan.metric.classes;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.wgan4j.gan.ArraySize;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Bootstrap;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * The mode count of the stacked MNIST benchmark: three single-channel samples are the channels of one colour image, and its mode is the triple
 * of their classes, one of 1000 with ten classes.
 *
 * <p>KL is that of the shares of modes from what the reference would give, in nats: the product of its class shares, with half a sample
 * added to each class so that none is impossible. Counting 26,000 stacks alone leaves about 999 / 52,000 = 0.019 of it. Published numbers
 * are of generators trained on stacks; stacks of single samples, as here, suppose that the channels are independent.
 *
 * <p>Source: Metz et al., "Unrolled generative adversarial networks", 2017, section 3.3.1; 26,000 stacks: Srivastava et al., "VEEGAN",
 * 2017, and Lin et al., "PacGAN", 2018. The standard error is that of a bootstrap of the samples, with the stacks drawn anew.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param modes how many of the modes were found, 0 to classes^3
 * @param kl at least 0
 */
public record StackedModes(Measurement modes, Measurement kl) {
    /** How many stacks are drawn: the published number. */
    public static final int STACKS = 26_000;

    private static final int LEAST = 1000;
    private static final int CHANNELS = 3;
    private static final long STREAM = 0x737461636bL; // "stack"

    public static StackedModes of(MetricInput input) {
        return ofSingles(input.generatedClasses(), input.referenceClasses(), input.seed());
    }

    /**
     * Counts the modes of {@link #STACKS} stacks, each of three samples drawn at random.
     *
     * @param generated {@code [n, classes]}, at least 1000 rows
     * @param reference {@code [m, classes]}, at least 1000 rows
     */
    public static StackedModes ofSingles(ClassProbabilities generated, ClassProbabilities reference, long seed) {
        int[] classes = likeliest(generated);
        return compared(
                generated.count(),
                reference,
                random -> stacked(classes, reference.classes(), random),
                random -> stacked(resampled(classes, random), reference.classes(), random),
                seed);
    }

    /**
     * Counts the modes of colour images, each channel one digit.
     *
     * @param stacks {@code [n][3]}, the class of each channel, 0 to the reference's classes - 1; at least 1000
     * @param reference single-channel images, at least 1000
     */
    public static StackedModes ofStacks(int[][] stacks, ClassProbabilities reference, long seed) {
        int classes = reference.classes();
        int[] modes = new int[stacks.length];
        for (int i = 0; i < modes.length; i++) {
            modes[i] = mode(stacks[i], classes);
        }
        int of = ArraySize.of("modes", classes, classes, classes);
        return compared(
                stacks.length,
                reference,
                random -> histogram(modes, of),
                random -> histogram(resampled(modes, random), of),
                seed);
    }

    /** Samples a histogram of modes. */
    private interface HistogramSampler {
        int[] draw(SplitMix64 random);
    }

    private static StackedModes compared(
            int count, ClassProbabilities reference, HistogramSampler plain, HistogramSampler resampled, long seed) {
        int needed = LEAST;
        if (count < needed || reference.count() < needed) {
            boolean few = count < needed;
            Measurement found = new Measurement.InsufficientSamples(
                    needed, few ? count : reference.count(), few ? "generated images" : "reference images");
            return new StackedModes(found, found);
        }
        double[] expected = expected(reference);
        int[][] drawn = new int[Bootstrap.DRAWS][];
        Arrays.parallelSetAll(drawn, draw -> resampled.draw(new SplitMix64(seed, STREAM, draw + 1)));
        int[] value = plain.draw(new SplitMix64(seed, STREAM, 0));
        return new StackedModes(
                estimate(value, drawn, StackedModes::found, expected.length, count, reference.count()),
                estimate(
                        value,
                        drawn,
                        histogram -> divergence(histogram, expected),
                        Double.POSITIVE_INFINITY,
                        count,
                        reference.count()));
    }

    private static Measurement estimate(
            int[] value, int[][] drawn, ToDoubleFunction<int[]> statistic, double most, int samples, int references) {
        double error =
                Bootstrap.deviation(Arrays.stream(drawn).mapToDouble(statistic).toArray());
        return Measurement.ofError(statistic.applyAsDouble(value), error, 0, most, samples, references);
    }

    private static int[] likeliest(ClassProbabilities rows) {
        int[] classes = new int[rows.count()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = rows.likeliest(i);
        }
        return classes;
    }

    private static int[] resampled(int[] values, SplitMix64 random) {
        int[] drawn = new int[values.length];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values[random.below(values.length)];
        }
        return drawn;
    }

    private static int[] stacked(int[] classes, int of, SplitMix64 random) {
        int[] histogram = new int[ArraySize.of("modes", of, of, of)];
        for (int s = 0; s < STACKS; s++) {
            int mode = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                mode = mode * of + classes[random.below(classes.length)];
            }
            histogram[mode]++;
        }
        return histogram;
    }

    private static int mode(int[] stack, int classes) {
        int mode = 0;
        for (int c : stack) {
            if (stack.length != CHANNELS || c < 0 || c >= classes) {
                throw new IllegalArgumentException("a stack with classes " + Arrays.toString(stack)
                        + "; it takes three, each from 0 to " + (classes - 1));
            }
            mode = mode * classes + c;
        }
        return mode;
    }

    private static int[] histogram(int[] modes, int of) {
        int[] histogram = new int[of];
        for (int mode : modes) {
            histogram[mode]++;
        }
        return histogram;
    }

    /** The share of each mode among stacks of the reference. */
    private static double[] expected(ClassProbabilities reference) {
        int[] counts = reference.histogram();
        int of = counts.length;
        double total = reference.count() + 0.5 * of;
        double[] expected = new double[ArraySize.of("modes", of, of, of)];
        for (int mode = 0; mode < expected.length; mode++) {
            expected[mode] = (counts[mode / of / of] + 0.5)
                    / total
                    * ((counts[mode / of % of] + 0.5) / total)
                    * ((counts[mode % of] + 0.5) / total);
        }
        return expected;
    }

    private static double found(int[] histogram) {
        return Arrays.stream(histogram).filter(count -> count > 0).count();
    }

    private static double divergence(int[] histogram, double[] expected) {
        double total = Arrays.stream(histogram).sum();
        double divergence = 0;
        for (int mode = 0; mode < histogram.length; mode++) {
            if (histogram[mode] > 0) {
                double share = histogram[mode] / total;
                divergence += share * Math.log(share / expected[mode]);
            }
        }
        return Math.max(0, divergence);
    }
}
