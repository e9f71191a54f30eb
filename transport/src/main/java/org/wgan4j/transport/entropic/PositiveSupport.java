package org.wgan4j.transport.entropic;

import java.util.stream.IntStream;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * The points of two measures that have mass, and the costs between them: the rest takes no part in a plan.
 */
final class PositiveSupport {
    private final int[] sources;
    private final int[] targets;
    private final double[] a;
    private final double[] b;
    private final CostRows costs;

    private PositiveSupport(int[] sources, int[] targets, double[] a, double[] b, CostRows costs) {
        this.sources = sources;
        this.targets = targets;
        this.a = a;
        this.b = b;
        this.costs = costs;
    }

    /** Larger costs could not be added and subtracted without leaving the range of a double. */
    private static final double MOST_COST = 1e300;

    /** A cost so many times the largest of all rows' least forbids a pair. */
    private static final double FORBIDDEN = 1e8;

    /** The positive part with its masses as they are. */
    static PositiveSupport of(Measure source, Measure target, CostRows costs) {
        int[] sources = positive(source);
        int[] targets = positive(target);
        CostRows part = sources.length == source.size() && targets.length == target.size()
                ? costs
                : costs.select(sources, targets);
        return new PositiveSupport(sources, targets, masses(source, sources), masses(target, targets), part);
    }

    /** The same points with masses that sum to 1 on both sides. */
    PositiveSupport normalized() {
        return new PositiveSupport(sources, targets, shares(a), shares(b), costs);
    }

    private static int[] positive(Measure measure) {
        return IntStream.range(0, measure.size())
                .filter(i -> measure.mass(i) > 0)
                .toArray();
    }

    private static double[] masses(Measure measure, int[] points) {
        return IntStream.of(points).mapToDouble(measure::mass).toArray();
    }

    /** Shares of the whole; the largest mass is divided out first, so that sums of the least numbers stay exact. */
    private static double[] shares(double[] masses) {
        double most = 0;
        for (double mass : masses) {
            most = Math.max(most, mass);
        }
        double[] shares = new double[masses.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = masses[i] / most;
        }
        double sum = DotProduct.sum(shares);
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(shares[i] / sum, Double.MIN_VALUE);
        }
        return shares;
    }

    /** The sources with mass, ascending. */
    int[] sources() {
        return sources;
    }

    /** The targets with mass, ascending. */
    int[] targets() {
        return targets;
    }

    /** The least mass of all points. */
    double leastMass() {
        double least = Double.POSITIVE_INFINITY;
        for (double mass : a) {
            least = Math.min(least, mass);
        }
        for (double mass : b) {
            least = Math.min(least, mass);
        }
        return least;
    }

    /**
     * The mean size of the costs, the scale on which to begin; those that forbid a pair, far beyond the least costs of all rows, do not count.
     *
     * @throws InvalidParameterException if no sum can hold the costs
     */
    double typicalCost(Limits.Deadline deadline) {
        double[] buffer = new double[costs.targets()];
        double near = 0;
        for (int i = 0; i < costs.sources(); i++) {
            deadline.check(costs.targets());
            near = Math.max(near, leastOfCheckedRow(i, costs.row(i, buffer)));
        }
        double most = near * FORBIDDEN;
        double sum = 0;
        long count = 0;
        for (int i = 0; i < costs.sources(); i++) {
            deadline.check(costs.targets());
            double[] row = costs.row(i, buffer);
            for (int j = 0; j < costs.targets(); j++) {
                double size = Math.abs(row[j]);
                if (size <= most) {
                    sum += (size - sum) / ++count; // a mean that cannot overflow
                }
            }
        }
        return sum;
    }

    /** The least cost of a row that is not 0; 0 if there is none. */
    private double leastOfCheckedRow(int source, double[] row) {
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int j = 0; j < costs.targets(); j++) {
            double size = Math.abs(row[j]);
            sum += size;
            least = size > 0 ? Math.min(least, size) : least;
        }
        if (!(sum <= MOST_COST)) {
            throw new InvalidParameterException("the costs of point " + sources[source] + " sum to " + sum
                    + ", too much for regularised transport; sums must stay below 1e300, so scale the costs and the"
                    + " regularisation down");
        }
        return least < Double.POSITIVE_INFINITY ? least : 0;
    }

    /** Their masses. */
    double[] a() {
        return a;
    }

    /** Those of the targets. */
    double[] b() {
        return b;
    }

    /** The costs between these points. */
    CostRows costs() {
        return costs;
    }
}
