package org.wgan4j.report.theory;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Plan;

/**
 * The displacement interpolation between two histograms on a line, along an optimal plan.
 *
 * <p>On a line an optimal plan keeps the order of the mass, so each of its entries moves a whole interval of one bin onto an interval
 * of another: the quantiles move. Source: R. McCann, "A convexity principle for interacting gases", 1997.
 */
final class Displacement {
    private final int bins;
    private final double[] mass;
    private final double[][] from;
    private final double[][] to;

    /** The interpolation along a plan that keeps the order of the mass. */
    Displacement(Histogram source, Histogram target, Plan plan) {
        int[] order = IntStream.range(0, plan.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(plan::source).thenComparingInt(plan::target))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] left = new double[source.size()];
        double[] arrived = new double[target.size()];
        bins = Math.max(source.size(), target.size());
        mass = new double[order.length];
        from = new double[order.length][];
        to = new double[order.length][];
        for (int n = 0; n < order.length; n++) {
            int k = order[n];
            mass[n] = plan.mass(k);
            from[n] = interval(left, plan.source(k), source, mass[n]);
            to[n] = interval(arrived, plan.target(k), target, mass[n]);
        }
    }

    /** The next interval of a bin that holds so much of its mass. */
    private static double[] interval(double[] used, int bin, Histogram histogram, double amount) {
        double begin = bin - 0.5 + used[bin] / histogram.mass(bin);
        used[bin] += amount;
        return new double[] {begin, bin - 0.5 + used[bin] / histogram.mass(bin)};
    }

    /** The masses of all bins after a share of the way, 0 to 1. */
    double[] after(double share) {
        double[] masses = new double[bins];
        for (int n = 0; n < mass.length; n++) {
            double begin = from[n][0] + (to[n][0] - from[n][0]) * share;
            double end = from[n][1] + (to[n][1] - from[n][1]) * share;
            spread(masses, begin, end, mass[n]);
        }
        return masses;
    }

    /** Adds a mass that is uniform between two positions. */
    private static void spread(double[] masses, double begin, double end, double amount) {
        double width = end - begin;
        int first = bin(begin, masses.length);
        int last = bin(end, masses.length);
        for (int i = first; i <= last; i++) {
            double covered = Math.min(end, i + 0.5) - Math.max(begin, i - 0.5);
            masses[i] += first == last || !(width > 0) ? amount / (last - first + 1) : amount * covered / width;
        }
    }

    private static int bin(double position, int bins) {
        return (int) Math.max(0, Math.min(bins - 1, Math.floor(position + 0.5)));
    }
}
