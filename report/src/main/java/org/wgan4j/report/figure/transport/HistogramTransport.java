package org.wgan4j.report.figure.transport;

import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;

/**
 * An optimal transport between two histograms on the line with its dual solution. Immutable.
 *
 * @param source masses
 * @param target masses
 * @param plan optimal plan
 * @param potentials the dual solution
 * @param power the p of the ground cost {@code |i - j|^p}
 * @param distance W_p in bins
 */
public record HistogramTransport(
        Histogram source, Histogram target, Plan plan, Potentials potentials, double power, double distance) {

    /** Checks that all are about the same numbers of bins on a line. */
    public HistogramTransport {
        if (source.dimension() != 1 || target.dimension() != 1) {
            throw new ShapeMismatchException("the histograms have " + source.dimension() + " and " + target.dimension()
                    + " axes; these figures show histograms on a line");
        }
        if (plan.sources() != source.size()
                || plan.targets() != target.size()
                || potentials.sources() != source.size()
                || potentials.targets() != target.size()) {
            throw new ShapeMismatchException("the plan is for " + plan.sources() + " by " + plan.targets()
                    + " bins, the potentials for " + potentials.sources() + " by " + potentials.targets()
                    + ", and the histograms have " + source.size() + " and " + target.size() + "; they must agree");
        }
    }

    /** The transport of a solution between the two histograms. */
    public static HistogramTransport of(Histogram source, Histogram target, Solution solution) {
        return new HistogramTransport(
                source, target, solution.plan(), solution.potentials(), solution.power(), solution.distance());
    }

    /** The number of bins of the longer histogram. */
    public int bins() {
        return Math.max(source.size(), target.size());
    }

    /** The largest mass of any bin. */
    double highest() {
        double highest = 0;
        for (double mass : source.masses()) {
            highest = Math.max(highest, mass);
        }
        for (double mass : target.masses()) {
            highest = Math.max(highest, mass);
        }
        return highest;
    }

    /** The distance by its name and value, such as "W₁ = 0.7062". */
    String distanceText() {
        return symbol(power) + " = " + MassText.text(distance);
    }

    /** The name of the distance, such as "W₁". */
    static String symbol(double power) {
        boolean digit = power == Math.rint(power) && power < 10;
        return digit ? "W" + (char) ('₀' + (int) power) : "W (p = " + MassText.text(power) + ")";
    }
}
