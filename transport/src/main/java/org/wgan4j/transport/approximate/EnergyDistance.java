package org.wgan4j.transport.approximate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * The energy distance of Székely and Rizzo: {@code D^2 = 2 E|X - Y| - E|X - X'| - E|Y - Y'|} with the Euclidean distance and
 * independent variables (Székely and Rizzo 2013, equation 1).
 *
 * <p>Both measures are normalised to mass 1. On the line it takes n log n operations without cancellation, because D^2 is twice the integral of
 * the squared difference of the distribution functions; elsewhere it takes n^2 d operations.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param squared D^2: at least 0 for the V-statistic; the U-statistic can be negative
 * @param cross E|X - Y|
 * @param within E|X - X'| within the source, as the statistic defines it
 * @param withinTarget E|Y - Y'| within the target
 * @param statistic how pairs of a point with itself are counted
 */
public record EnergyDistance(double squared, double cross, double within, double withinTarget, Statistic statistic) {
    private static final int BLOCK = 256;

    /** Whether the mean distance within a sample includes pairs of a point with itself. */
    public enum Statistic {
        /** With them: the distance of the two empirical measures, at least 0, an upward biased estimate for the sampled distributions. */
        V,
        /** Without them: an unbiased estimate of D^2 for the sampled distributions. Each side needs two points with mass. */
        U
    }

    /** Computes it between two measures with coordinates of the same dimension. */
    public static EnergyDistance between(Measure source, Measure target, Statistic statistic) {
        return between(source, target, statistic, Limits.NONE);
    }

    /**
     * The same within limits of time; the limit of iterations is ignored.
     *
     * @throws org.wgan4j.transport.LimitReachedException if the limits stop it
     * @throws InvalidParameterException if the distances overflow
     */
    public static EnergyDistance between(Measure source, Measure target, Statistic statistic, Limits limits) {
        Limits.Deadline deadline = limits.start();
        CoordinateArrays.checkDimensions(source, target);
        double[] a = source.normalized().masses();
        double[] b = target.normalized().masses();
        double unit = CoordinateArrays.unit(source, target);
        CoordinateArrays x = CoordinateArrays.of(source, unit);
        CoordinateArrays y = CoordinateArrays.of(target, unit);
        deadline.check((long) x.size() + y.size());
        double[] means = source.dimension() == 1
                ? onLine(x.axis(0), a, y.axis(0), b)
                : new double[] {
                    mean(x, a, y, b, false, deadline),
                    mean(x, a, x, a, true, deadline),
                    mean(y, b, y, b, true, deadline)
                };
        double squared = means.length == 4 ? means[3] : Math.max(0, 2 * means[0] - means[1] - means[2]);
        double within = means[1];
        double withinTarget = means[2];
        if (statistic == Statistic.U) {
            within /= probabilityOfTwo(a, "source");
            withinTarget /= probabilityOfTwo(b, "target");
            squared = 2 * means[0] - within - withinTarget;
        }
        return inOriginalUnit(unit, squared, means[0], within, withinTarget, statistic);
    }

    /** Multiplies the values by the unit of length. */
    private static EnergyDistance inOriginalUnit(
            double unit, double squared, double cross, double within, double withinTarget, Statistic statistic) {
        double largest = Math.max(Math.abs(squared), Math.max(cross, Math.max(within, withinTarget))) * unit;
        if (!(largest < Double.POSITIVE_INFINITY)) {
            throw new InvalidParameterException(
                    "the mean distances are more than a double holds; scale the coordinates down");
        }
        return new EnergyDistance(squared * unit, cross * unit, within * unit, withinTarget * unit, statistic);
    }

    /** D, the root of D^2; 0 where a U-statistic is below 0. */
    public double distance() {
        return Math.sqrt(Math.max(0, squared));
    }

    /** The probability that two independent draws are different points. */
    private static double probabilityOfTwo(double[] shares, String side) {
        double chance = 1;
        for (double share : shares) {
            chance -= share * share;
        }
        if (!(chance > 1e-15)) {
            throw new InvalidParameterException(
                    "all mass of the " + side
                            + " is at one point, and a U-statistic needs at least two; give more samples or take the V-statistic");
        }
        return chance;
    }

    /** Cross, within, within target and D^2 as sums over the gaps between the merged points, with the distribution functions F and G there. */
    private static double[] onLine(double[] x, double[] a, double[] y, double[] b) {
        double[] places = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, places, x.length, y.length);
        int[] order = new RadixSort().sortWithOrder(places);
        double f = 0;
        double g = 0;
        double cross = 0;
        double within = 0;
        double withinTarget = 0;
        double squared = 0;
        for (int k = 0; k + 1 < places.length; k++) {
            int point = order[k];
            if (point < x.length) {
                f = Math.min(1, f + a[point]);
            } else {
                g = Math.min(1, g + b[point - x.length]);
            }
            double gap = places[k + 1] - places[k];
            cross += gap * (f * (1 - g) + g * (1 - f));
            within += gap * f * (1 - f);
            withinTarget += gap * g * (1 - g);
            squared += gap * (f - g) * (f - g);
        }
        return new double[] {cross, 2 * within, 2 * withinTarget, 2 * squared};
    }

    /** The mean distance, a block of targets at a time so that their coordinates stay in the cache. */
    private static double mean(
            CoordinateArrays x, double[] a, CoordinateArrays y, double[] b, boolean same, Limits.Deadline deadline) {
        int blocks = (y.size() + BLOCK - 1) / BLOCK;
        double[][] points = x.points();
        double[] sums = new double[blocks];
        IntStream.range(0, blocks).parallel().forEach(block -> {
            int start = block * BLOCK;
            int count = Math.min(BLOCK, y.size() - start);
            CoordinateArrays targets = y.slice(start, start + count);
            double[] distances = new double[count];
            int end = same
                    ? start + count
                    : points.length; // within a sample, a pair of blocks is counted once and doubled
            for (int i = 0; i < end; i++) {
                deadline.check((long) count * points[i].length);
                if (a[i] > 0) {
                    targets.squaredDistances(points[i], distances);
                    double factor = same && i < start ? 2 * a[i] : a[i];
                    sums[block] += factor * weightedRoots(distances, b, start);
                }
            }
        });
        return Arrays.stream(sums).sum();
    }

    private static double weightedRoots(double[] squares, double[] weights, int start) {
        for (int j = 0; j < squares.length; j++) {
            squares[j] = Math.sqrt(squares[j]);
        }
        double sum = 0;
        for (int j = 0; j < squares.length; j++) {
            sum += weights[start + j] * squares[j];
        }
        return sum;
    }
}
