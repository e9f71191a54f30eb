package org.wgan4j.transport.exact.line;

import java.util.Arrays;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.PairCost;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/**
 * Exact transport on a circle, where the distance is the shorter of the two arcs: hues, angles, times of day.
 *
 * <p>Positions are at least 0 and below the circumference. For W_1 see {@link CircularFlow}; for higher powers between equally many
 * points of equal weight, the points are paired in their order round the circle after the best shift, of which the cost is a convex
 * function (Delon, Salomon and Sobolevskii 2010).
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class CircleTransport {
    /** The name of this solver in a {@link Solution}. */
    public static final String NAME = "median flow on the circle";

    private CircleTransport() {}

    /** The shorter arc between the points of two measures, as a ground cost. */
    public static PairCost arcs(Measure source, Measure target, double circumference) {
        double[] x = positions(source, circumference);
        double[] y = positions(target, circumference);
        return new PairCost((i, j) -> arc(x[i], y[j], circumference), 1, false);
    }

    /**
     * Solves the transport problem under the length of the shorter arc; an iteration is an arc between neighbouring points.
     *
     * <p>It takes n log n operations, and n m for the certificate; the limit of iterations is ignored.
     *
     * @throws org.wgan4j.transport.LimitReachedException if the limits stop it
     * @throws InvalidParameterException if a position is below 0 or not below the circumference
     */
    public static Solution solve(Measure source, Measure target, double circumference, Limits limits) {
        Limits.Deadline deadline = limits.start();
        Problem problem = Problem.of(source, target, arcs(source, target, circumference));
        CircularFlow flow = new CircularFlow(source, target, circumference);
        deadline.check((long) source.size() + target.size());
        int n = source.size();
        int m = target.size();
        Plan plan = new MonotoneCoupling(source, flow.orderFromCut(0, n), target, flow.orderFromCut(n, n + m)).plan();
        double[] values = flow.potentials();
        double[] g = Arrays.copyOfRange(values, n, n + m);
        for (int j = 0; j < m; j++) {
            g[j] = -g[j];
        }
        Potentials potentials = new Potentials(Arrays.copyOf(values, n), g);
        Solution solution = Solution.certified(NAME, problem, plan, potentials, (long) n + m, true, deadline);
        return NetworkSimplex.replaceUnproved(solution, problem, deadline);
    }

    /** W_1 between the masses of cells that lie around a circle at unit distance, so that its circumference is their number. */
    public static double histogramW1(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new ShapeMismatchException(
                    "the histograms have " + a.length + " and " + b.length + " cells; they need the same number");
        }
        return w1(Histogram.of(a), Histogram.of(b), a.length);
    }

    /** W_1 between positions of equal weight; the two numbers of positions may differ. */
    public static double samplesW1(double[] x, double[] y, double circumference) {
        return w1(Samples.onLine(x), Samples.onLine(y), circumference);
    }

    /** W_1 between two measures on the circle, samples or histograms of one axis with the same total mass, in n log n operations. */
    public static double w1(Measure source, Measure target, double circumference) {
        Problem problem = Problem.of(source, target, arcs(source, target, circumference));
        return new CircularFlow(problem.source(), problem.target(), circumference).cost();
    }

    /**
     * The transport cost between as many positions on either side, of equal weight: the mean of the p-th power of the shorter arcs
     * over the optimal pairs, of which W_p is the p-th root.
     *
     * @param power p, finite and at least 1
     */
    public static double samples(double[] x, double[] y, double circumference, double power) {
        if (x.length != y.length) {
            throw new ShapeMismatchException("there are " + x.length + " and " + y.length
                    + " positions; powers of arcs need the same number on either side");
        }
        positions(Samples.onLine(x), circumference);
        positions(Samples.onLine(y), circumference);
        NormCost cost = new NormCost(NormCost.Norm.EUCLIDEAN, power);
        double[] sources = LineTransport.sorted(x);
        double[] targets = LineTransport.sorted(y);
        int low = -2 * x.length;
        int high = 2 * x.length;
        while (low < high) {
            int middle = Math.floorDiv(low + high, 2);
            double here = shifted(sources, targets, middle, circumference, cost.power());
            double next = shifted(sources, targets, middle + 1, circumference, cost.power());
            if (here <= next) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        double longest = shifted(sources, targets, low, circumference, Double.POSITIVE_INFINITY);
        return LineTransport.checkedCost(
                shifted(sources, targets, low, circumference, cost.power()) / x.length, longest, power);
    }

    /** The cost of pairing source i with target i + shift, the targets continued periodically; the largest distance for an infinite power. */
    private static double shifted(double[] x, double[] y, int shift, double circumference, double power) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int place = i + shift;
            int turns = Math.floorDiv(place, y.length);
            double target = y[place - turns * y.length] + turns * circumference;
            double distance = Math.abs(x[i] - target);
            sum = power == Double.POSITIVE_INFINITY
                    ? Math.max(sum, distance)
                    : sum + LineTransport.raised(distance, power);
        }
        return sum;
    }

    private static double arc(double x, double y, double circumference) {
        double distance = Math.abs(x - y);
        return Math.min(distance, circumference - distance);
    }

    private static double[] positions(Measure measure, double circumference) {
        if (!(circumference > 0) || circumference == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException(
                    "the circumference is " + circumference + "; it must be finite and above 0");
        }
        if (measure.dimension() != 1) {
            throw new ShapeMismatchException("the points have " + measure.dimension()
                    + " coordinates; transport on a circle needs points with one");
        }
        double[] positions = new double[measure.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = measure.coordinate(i, 0);
            if (!(positions[i] >= 0 && positions[i] < circumference)) {
                throw new InvalidParameterException("point " + i + " lies at " + positions[i]
                        + "; on a circle it must be at least 0 and below the circumference, " + circumference);
            }
        }
        return positions;
    }
}
