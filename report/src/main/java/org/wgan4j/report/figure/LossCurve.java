package org.wgan4j.report.figure;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A labelled curve of points (x, y) with x ascending; a y that is not finite, or above 1e150, is a gap. Immutable. */
public final class LossCurve {
    /** Beyond this the width of an axis could overflow. */
    private static final double LARGEST = 1e150;

    private final String label;
    private final SeriesColor tint;
    private final double[] x;
    private final double[] y;

    private LossCurve(String label, SeriesColor tint, double[] x, double[] y) {
        this.label = label;
        this.tint = tint;
        this.x = x;
        this.y = y;
    }

    /**
     * Copies the points.
     *
     * @param label in the legend
     * @throws IllegalArgumentException if the arrays differ in length or x is not finite and ascending
     */
    public static LossCurve of(String label, SeriesColor tint, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("a curve needs as many x as y, not " + x.length + " and " + y.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || (i > 0 && x[i] < x[i - 1])) {
                throw new IllegalArgumentException("x must be finite and ascending, point " + i + " is " + x[i]);
            }
        }
        double[] gapped = Arrays.stream(y)
                .map(v -> Math.abs(v) <= LARGEST ? v : Double.NaN)
                .toArray();
        return new LossCurve(label, tint, x.clone(), gapped);
    }

    /** Its label in the legend. */
    public String label() {
        return label;
    }

    /** Its colour. */
    public SeriesColor tint() {
        return tint;
    }

    /** The number of points, gaps included. */
    public int size() {
        return x.length;
    }

    /** The x of a point. */
    public double x(int i) {
        return x[i];
    }

    /** The value, NaN for a gap. */
    public double y(int i) {
        return y[i];
    }

    /** Whether no point can be drawn. */
    public boolean isEmpty() {
        return Arrays.stream(y).allMatch(Double::isNaN);
    }

    /**
     * The curve with at most four points a bucket of neighbours: the first, lowest, highest and last, so that no spike is lost; a bucket of
     * gaps stays a gap. A curve that is short enough is returned as it is.
     */
    LossCurve thinned(int buckets) {
        if (size() <= 4 * buckets) {
            return this;
        }
        double[] keptX = new double[4 * buckets];
        double[] keptY = new double[4 * buckets];
        int kept = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = (int) ((long) size() * bucket / buckets);
            int to = (int) ((long) size() * (bucket + 1) / buckets);
            for (int i : extremes(from, to)) {
                keptX[kept] = x[i];
                keptY[kept++] = y[i];
            }
        }
        return new LossCurve(label, tint, Arrays.copyOf(keptX, kept), Arrays.copyOf(keptY, kept));
    }

    private int[] extremes(int from, int to) {
        int[] drawn = IntStream.range(from, to).filter(i -> !Double.isNaN(y[i])).toArray();
        if (drawn.length == 0) {
            return new int[] {from};
        }
        int lowest = drawn[0];
        int highest = drawn[0];
        for (int i : drawn) {
            lowest = y[i] < y[lowest] ? i : lowest;
            highest = y[i] > y[highest] ? i : highest;
        }
        return Arrays.stream(new int[] {drawn[0], lowest, highest, drawn[drawn.length - 1]})
                .sorted()
                .distinct()
                .toArray();
    }

    /** The mean of each point and its neighbours, {@code window} points in all (fewer at the ends); gaps stay. */
    LossCurve smoothed(int window) {
        double[] sums = new double[size() + 1];
        int[] counts = new int[size() + 1];
        for (int i = 0; i < size(); i++) {
            boolean gap = Double.isNaN(y[i]);
            sums[i + 1] = sums[i] + (gap ? 0 : y[i]);
            counts[i + 1] = counts[i] + (gap ? 0 : 1);
        }
        double[] means = new double[size()];
        for (int i = 0; i < size(); i++) {
            int from = Math.max(0, i - window / 2);
            int to = Math.min(size(), i + window / 2 + 1);
            means[i] = Double.isNaN(y[i]) ? Double.NaN : (sums[to] - sums[from]) / (counts[to] - counts[from]);
        }
        return new LossCurve(label, tint, x, means);
    }
}
