package org.wgan4j.gan.metric.sample;

import java.util.Objects;

/**
 * The class probabilities of images from a classifier: a table {@code [count, classes]} whose rows sum to 1.
 *
 * <p>Immutable and safe for use by several threads: arrays are copied on their way in.
 */
public final class ClassProbabilities {
    /** The largest distance of the sum of a row from 1, above the rounding of single precision. */
    public static final double SUM_TOLERANCE = 1e-4;

    private final int classes;
    private final int count;
    private final double[] values;

    private ClassProbabilities(int classes, double[] values) {
        this.classes = classes;
        this.count = values.length / classes;
        this.values = values;
    }

    /**
     * A table from a copy of its values.
     *
     * @param classes how many classes there are, at least 2
     * @param values {@code [count, classes]}, row after row, none below 0; each row sums to 1 up to {@link #SUM_TOLERANCE}
     */
    public static ClassProbabilities of(int classes, double[] values) {
        if (classes < 2 || values.length % classes != 0) {
            throw new IllegalArgumentException(values.length + " probabilities of " + classes
                    + " classes; there must be at least two classes and full rows");
        }
        double[] copy = values.clone();
        for (int start = 0; start < copy.length; start += classes) {
            double sum = 0;
            for (int k = start; k < start + classes; k++) {
                if (!(copy[k] >= 0)) {
                    throw new IllegalArgumentException("probability " + k % classes + " of row " + k / classes + " is "
                            + copy[k] + "; it must be at least 0");
                }
                sum += copy[k];
            }
            if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                throw new IllegalArgumentException("the probabilities of row " + start / classes + " sum to " + sum
                        + "; they must sum to 1 up to " + SUM_TOLERANCE);
            }
        }
        return new ClassProbabilities(classes, copy);
    }

    /** As {@link #of(int, double[])}, from single precision, in which networks compute. */
    public static ClassProbabilities of(int classes, float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return of(classes, copy);
    }

    /** How many rows there are; may be 0. */
    public int count() {
        return count;
    }

    /** How many classes there are, at least 2. */
    public int classes() {
        return classes;
    }

    /** The probability of class {@code c} in row {@code i}. */
    public double value(int i, int c) {
        return values[Objects.checkIndex(i, count) * classes + Objects.checkIndex(c, classes)];
    }

    /** The class of a row with the highest probability; the first of equal ones. */
    public int likeliest(int i) {
        int start = Objects.checkIndex(i, count) * classes;
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = values[start + c] > values[start + best] ? c : best;
        }
        return best;
    }

    /** How many rows have each class as their likeliest, {@code [classes]}. */
    public int[] histogram() {
        int[] histogram = new int[classes];
        for (int i = 0; i < count; i++) {
            histogram[likeliest(i)]++;
        }
        return histogram;
    }

    /** The rows with these indices, in this order; an index may come more than once. */
    public ClassProbabilities select(int[] indices) {
        return new ClassProbabilities(classes, TableRows.select(values, classes, count, indices));
    }

    /** Count and classes: {@code 10000 rows of 10 classes}. */
    @Override
    public String toString() {
        return count + " rows of " + classes + " classes";
    }
}
