package org.wgan4j.transport;

import java.util.Optional;

/**
 * A balanced transport problem: move the source's masses to the target's at the least cost.
 *
 * <p>Immutable if its parts are, and safe for use by several threads.
 *
 * @param source what is moved
 * @param target where it goes, of the same total mass
 * @param cost what moving a unit costs
 * @param costs that cost between all points of the two
 * @param unit the length that counts as 1 in the costs: they are distances divided by it, to the power of the cost. It is 1 unless a
 *     double could not hold the costs that matter, as those of points 0.1 apart to the power 540
 */
public record Problem(Measure source, Measure target, Cost cost, CostRows costs, double unit) {
    /** How much the total masses may differ, relatively: as much as careful sums of rounded numbers do. */
    public static final double MASS_TOLERANCE = 1e-9;

    /** A plan that costs less than this, where its longest way counts as 1, has been told nothing by the costs. */
    private static final double NOTHING = 1e-200;

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

    /** A problem whose costs are what they are. */
    public Problem(Measure source, Measure target, Cost cost, CostRows costs) {
        this(source, target, cost, costs, 1);
    }

    /** The problem between two measures under a cost, in a unit of length in which the costs can be held. */
    public static Problem of(Measure source, Measure target, Cost cost) {
        if (cost instanceof NormCost norm) {
            double unit = norm.unitFor(source, target);
            return new Problem(source, target, cost, norm.between(source, target, unit), unit);
        }
        return new Problem(source, target, cost, cost.between(source, target));
    }

    /** Whether the points lie on the line and the cost is a power of their distance, so that order alone decides what is optimal. */
    public boolean isOnTheLine() {
        return source.dimension() == 1 && target.dimension() == 1 && cost instanceof NormCost;
    }

    /**
     * The same problem in a smaller unit of length, if raising to a power has left nothing of the distances that an optimal plan of this one
     * moves mass over.
     */
    public Optional<Problem> refinedFor(Plan plan) {
        if (!(cost instanceof NormCost norm) || plan.cost(costs) >= NOTHING * source.totalMass()) {
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
