package org.wgan4j.transport;

import java.util.Optional;

/**
 * A balanced transport problem: two measures of equal total mass and the ground cost between their points.
 *
 * <p>Immutable if its parts are, and safe for use by several threads.
 *
 * @param source the measure that is moved
 * @param target the measure it is moved to, of the same total mass
 * @param cost the ground cost
 * @param costs the ground cost of all pairs, {@code [sources][targets]}
 * @param unit the unit of length of the costs: {@code costs = (distance / unit)^power}. It is 1 unless costs that matter are outside the
 *     range of a double, such as a distance of 0.1 to the power 540
 */
public record Problem(Measure source, Measure target, Cost cost, CostRows costs, double unit) {
    /** The largest relative difference of the total masses: more than rounding errors of sums. */
    public static final double MASS_TOLERANCE = 1e-9;

    /** A plan of a smaller mean cost has lost its costs to underflow. */
    private static final double UNDERFLOW = 1e-200;

    /** Checks the sizes and that the masses balance. */
    public Problem {
        double sourceMass = source.totalMass();
        double targetMass = target.totalMass();
        if (Math.abs(sourceMass - targetMass) > MASS_TOLERANCE * Math.max(sourceMass, targetMass)) {
            throw new UnequalMassException(sourceMass, targetMass);
        }
        if (costs.sources() != source.size() || costs.targets() != target.size()) {
            throw new ShapeMismatchException("the costs are " + costs.sources() + " by " + costs.targets()
                    + " and the measures have " + source.size() + " and " + target.size() + " points; they must agree");
        }
        if (!(unit > 0) || unit == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException("the unit of length is " + unit + "; it must be finite and above 0");
        }
    }

    /** A problem whose unit of length is 1. */
    public Problem(Measure source, Measure target, Cost cost, CostRows costs) {
        this(source, target, cost, costs, 1);
    }

    /** The problem between two measures under a cost, in a unit of length in which the costs are in the range of a double. */
    public static Problem of(Measure source, Measure target, Cost cost) {
        if (cost instanceof NormCost norm) {
            double unit = norm.unitFor(source, target);
            return new Problem(source, target, cost, norm.between(source, target, unit), unit);
        }
        return new Problem(source, target, cost, cost.between(source, target));
    }

    /** Whether the points are on the line and the cost is a power of their distance, so that the monotone plan is optimal. */
    public boolean isOnTheLine() {
        return source.dimension() == 1 && target.dimension() == 1 && cost instanceof NormCost;
    }

    /**
     * The same problem in a smaller unit of length, if the costs of an optimal plan of this one are lost to underflow; empty otherwise.
     */
    public Optional<Problem> refinedFor(Plan plan) {
        if (!(cost instanceof NormCost norm) || plan.cost(costs) >= UNDERFLOW * source.totalMass()) {
            return Optional.empty();
        }
        double longest = 0;
        for (int k = 0; k < plan.size(); k++) {
            longest = Math.max(longest, norm.distance(source, plan.source(k), target, plan.target(k), unit));
        }
        double finer = longest * unit;
        return finer > 0 && finer < unit
                ? Optional.of(new Problem(source, target, cost, norm.between(source, target, finer), finer))
                : Optional.empty();
    }
}
