package org.wgan4j.transport.entropic;

import java.util.stream.IntStream;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * The restriction of two measures and their costs to the points of positive mass.
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

    /** The largest sum of the costs of a row, below the range of a double. */
    private static final double MOST_COST = 1e300;

    /** A cost that exceeds the largest of the rows' least costs by this factor counts as forbidden. */
    private static final double FORBIDDEN = 1e8;

    /** The restriction, with the masses of the measures. */
    static PositiveSupport of(Measure source, Measure target, CostRows costs) {
        int[] sources = positive(source);
        int[] targets = positive(target);
        CostRows part = sources.length == source.size() && targets.length == target.size()
                ? costs
                : costs.select(sources, targets);
        return new PositiveSupport(sources, targets, masses(source, sources), masses(target, targets), part);
    }

    /** The same points with masses normalised to sum 1. */
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

    /** The masses divided by their sum; they are divided by the largest first, so that subnormal masses keep their digits. */
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
     * The mean absolute cost, at which epsilon scaling begins, without costs so large that they forbid their pair.
     *
     * @throws InvalidParameterException if the sum of the costs of a row is too large
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

    /** The least nonzero absolute cost of a row; 0 if there is none. */
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

    /** The masses of the sources. */
    double[] a() {
        return a;
    }

    /** The masses of the targets. */
    double[] b() {
        return b;
    }

    /** The costs between these points. */
    CostRows costs() {
        return costs;
    }
}
