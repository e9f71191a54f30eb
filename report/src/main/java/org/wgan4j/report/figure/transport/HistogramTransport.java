package org.wgan4j.report.figure.transport;

import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.ShapeMismatchException;

/**
 * A histogram on the line, where it goes, and how: what the pictures of this package show.
 *
 * @param source the masses that are moved
 * @param target the masses that they become
 * @param plan which mass goes where
 * @param potentials the dual solution
 * @param power the p of the ground cost {@code |i - j|^p}
 * @param distance W_p
 */
public record HistogramTransport(
        Histogram source, Histogram target, Plan plan, Potentials potentials, double power, double distance) {

    /** Checks that all are about the same numbers of bins on a line. */
    public HistogramTransport {
        if (source.dimension() != 1 || target.dimension() != 1) {
            throw new ShapeMismatchException("the histograms have " + source.dimension() + " and " + target.dimension()
                    + " axes; these pictures show histograms on a line");
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

    /** How many bins the longer of the two has. */
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
