package org.wgan4j.transport.approximate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * The sliced Wasserstein distance: the mean transport cost between projections to random lines (Rabin, Peyré, Delon and Bernot
 * 2011; Bonneel, Rabin, Peyré and Pfister 2015).
 *
 * <p>{@code SW_p^p} is the mean of W_p^p over all directions; the mean over the drawn ones estimates it without bias, and its p-th
 * root, the value reported, estimates SW_p. The time is n d + n log n a direction, and the memory a copy of the points.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class SlicedWasserstein {
    private static final int MOST_DIRECTIONS_AT_ONCE = 16;
    private static final int PROJECTIONS_AT_ONCE = 1 << 20;

    /** The cost of sorting a number, in additions. */
    private static final long SORTED = 16;

    private SlicedWasserstein() {}

    /**
     * Estimates sliced W_p between two weighted point sets of any sizes.
     *
     * <p>Directions are processed in parallel; the result does not depend on the number of cores.
     *
     * @param power the p, finite and at least 1
     * @param projections the number of directions, at least 1
     * @param seed the same seed draws the same directions
     */
    public static SlicedDistance between(Measure source, Measure target, double power, int projections, long seed) {
        return between(source, target, power, projections, seed, Limits.NONE);
    }

    /**
     * The same within limits: the estimate from the directions that were finished; an iteration is a direction.
     *
     * @throws LimitReachedException if the limits stop the first direction
     */
    public static SlicedDistance between(
            Measure source, Measure target, double power, int projections, long seed, Limits limits) {
        Limits.Deadline deadline = limits.start();
        check(power, projections);
        CoordinateArrays.checkDimensions(source, target);
        LineCost.BalancedMasses masses = LineCost.BalancedMasses.of(source, target);
        double[][] directions = directions(source.dimension(), projections, seed);
        double[] costs =
                costs(CoordinateArrays.of(source), CoordinateArrays.of(target), directions, masses, power, deadline);
        int[] taken = IntStream.range(0, projections)
                .filter(l -> !Double.isNaN(costs[l]))
                .toArray();
        if (taken.length == 0) {
            throw deadline.reached();
        }
        double[] ofTaken = Arrays.stream(taken).mapToDouble(l -> costs[l]).toArray();
        return SlicedDistance.ofCosts(ofTaken, power, taken, seed, taken.length == projections);
    }

    /** The cost along every direction; NaN where the limits stopped it. */
    private static double[] costs(
            CoordinateArrays from,
            CoordinateArrays to,
            double[][] directions,
            LineCost.BalancedMasses masses,
            double power,
            Limits.Deadline deadline) {
        int share = share(directions.length, from.size() + (long) to.size());
        double[] costs = new double[directions.length];
        Arrays.fill(costs, Double.NaN);
        IntStream.range(0, (directions.length + share - 1) / share).parallel().forEach(k -> {
            int first = k * share;
            int count = Math.min(share, directions.length - first);
            if (!deadline.isOver(first)) {
                try {
                    double[][] x = projected(from, directions, first, count, deadline);
                    double[][] y = projected(to, directions, first, count, deadline);
                    LineCost line = new LineCost(masses, power);
                    for (int l = 0; l < count; l++) {
                        deadline.check(SORTED * ((long) from.size() + to.size()));
                        costs[first + l] = line.between(x[l], y[l]);
                    }
                } catch (LimitReachedException e) {
                    // the finished directions are the answer
                }
            }
        });
        return costs;
    }

    /**
     * The directions {@code [projections][dimension]} that a seed draws: uniform on the unit sphere.
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

    /** The number of directions of a task: enough to reuse the points in the cache, few enough for an even load. */
    private static int share(int projections, long points) {
        int threads = Runtime.getRuntime().availableProcessors();
        long even = (projections + 4L * threads - 1) / (4L * threads);
        long fitting = Math.max(1, PROJECTIONS_AT_ONCE / points);
        return (int) Math.min(MOST_DIRECTIONS_AT_ONCE, Math.min(even, fitting));
    }

    private static double[][] projected(
            CoordinateArrays points, double[][] directions, int first, int count, Limits.Deadline deadline) {
        double[][] projections = new double[count][points.size()];
        points.project(directions, first, projections, deadline);
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
}
