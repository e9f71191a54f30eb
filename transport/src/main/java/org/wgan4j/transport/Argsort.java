package org.wgan4j.transport;

/**
 * The permutation that sorts values in ascending order, stable: equal values keep their order (as {@code numpy.argsort}).
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class Argsort {
    private Argsort() {}

    /** The indices of the points of a one-dimensional measure, from left to right. */
    public static int[] of(Measure measure) {
        return of(measure, Limits.NONE.start());
    }

    /**
     * The same within a deadline.
     *
     * @throws LimitReachedException if the limits stop it
     */
    public static int[] of(Measure measure, Limits.Deadline deadline) {
        double[] values = new double[measure.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = measure.coordinate(i, 0);
        }
        return of(values, deadline);
    }

    /** The indices of the values in ascending order, by a bottom-up merge sort; values that are sorted take one pass. */
    public static int[] of(double[] values) {
        return of(values, Limits.NONE.start());
    }

    private static int[] of(double[] values, Limits.Deadline deadline) {
        int size = values.length;
        int[] order = new int[size];
        int descents = 0;
        for (int i = 0; i < size; i++) {
            order[i] = i;
            descents += i > 0 && values[i] < values[i - 1] ? 1 : 0;
        }
        if (descents == 0) {
            return order;
        }
        int[] other = new int[size];
        for (long width = 1; width < size; width *= 2) {
            for (long from = 0; from < size; from += 2 * width) {
                int middle = (int) Math.min(size, from + width);
                deadline.check(Math.min(2 * width, size));
                merge(values, order, other, (int) from, middle, (int) Math.min(size, from + 2 * width));
            }
            int[] merged = other;
            other = order;
            order = merged;
        }
        return order;
    }

    private static void merge(double[] values, int[] runs, int[] merged, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
            boolean takeLeft = right == to || (left < middle && values[runs[left]] <= values[runs[right]]);
            merged[k] = takeLeft ? runs[left++] : runs[right++];
        }
    }
}
