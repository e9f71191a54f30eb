package org.wgan4j.transport.approximate;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;

/**
 * The sliced Wasserstein distance: the transport costs between projections to random lines, averaged (Rabin, Peyré, Delon and Bernot
 * 2011; Bonneel, Rabin, Peyré and Pfister 2015).
 *
 * <p>{@code SW_p^p} is the mean of W_p^p over all directions; the mean over the drawn ones estimates it without bias, and its p-th
 * root, the value reported, estimates SW_p. The time is n d + n log n a direction, and the memory a copy of the points.
 */
public final class SlicedWasserstein {
    private static final int MOST_DIRECTIONS_AT_ONCE = 16;
    private static final int PROJECTIONS_AT_ONCE = 1 << 20;

    private SlicedWasserstein() {}

    /**
     * Estimates sliced W_p between two measures with as many points each as they like, with weights.
     *
     * <p>All cores share the directions; the answer does not depend on how many there are.
     *
     * @param power the p, finite and at least 1
     * @param projections how many directions, at least 1
     * @param seed the same seed draws the same directions
     */
    public static SlicedDistance between(Measure source, Measure target, double power, int projections, long seed) {
        check(power, projections);
        Axes.checkDimensions(source, target);
        LineCost.Balance masses = LineCost.Balance.of(source, target);
        double[][] directions = directions(source.dimension(), projections, seed);
        Axes from = Axes.of(source);
        Axes to = Axes.of(target);
        int share = share(projections, from.size() + (long) to.size());
        double[] costs = new double[projections];
        IntStream.range(0, (projections + share - 1) / share).parallel().forEach(k -> {
            int first = k * share;
            int count = Math.min(share, projections - first);
            double[][] x = projected(from, directions, first, count);
            double[][] y = projected(to, directions, first, count);
            LineCost line = new LineCost(masses, power);
            for (int l = 0; l < count; l++) {
                costs[first + l] = line.between(x[l], y[l]);
            }
        });
        checkFinite(costs);
        return SlicedDistance.ofCosts(costs, power, seed);
    }

    /**
     * The directions {@code [projections][dimension]} that a seed draws: points of the unit sphere, all alike probable.
     *
     * @param dimension at least 1
     * @param projections at least 1
     */
    public static double[][] directions(int dimension, int projections, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] directions = new double[projections][dimension];
        for (double[] direction : directions) {
            double squares = 0;
            while (squares == 0) {
                for (int k = 0; k < dimension; k++) {
                    direction[k] = random.nextGaussian();
                    squares += direction[k] * direction[k];
                }
            }
            double length = Math.sqrt(squares);
            for (int k = 0; k < dimension; k++) {
                direction[k] /= length;
            }
        }
        return directions;
    }

    /** How many directions a thread takes at once: enough to reuse the points in its cache, few enough to share evenly. */
    private static int share(int projections, long points) {
        int threads = Runtime.getRuntime().availableProcessors();
        long even = (projections + 4L * threads - 1) / (4L * threads);
        long fitting = Math.max(1, PROJECTIONS_AT_ONCE / points);
        return (int) Math.min(MOST_DIRECTIONS_AT_ONCE, Math.min(even, fitting));
    }

    private static double[][] projected(Axes points, double[][] directions, int first, int count) {
        double[][] projections = new double[count][points.size()];
        points.project(directions, first, projections);
        return projections;
    }

    private static void check(double power, int projections) {
        if (!(power >= 1) || power == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException("the power is " + power + "; it must be finite and at least 1");
        }
        if (projections < 1) {
            throw new InvalidParameterException(
                    "the number of projections is " + projections + "; it must be at least 1");
        }
    }

    private static void checkFinite(double[] costs) {
        for (double cost : costs) {
            if (!Double.isFinite(cost)) {
                throw new InvalidParameterException("the cost along a direction is " + cost
                        + ", and it must be finite; scale the coordinates down or lower the power");
            }
        }
    }
}
