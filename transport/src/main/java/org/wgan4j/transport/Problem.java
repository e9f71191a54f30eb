package org.wgan4j.transport;

/**
 * A balanced transport problem: move the source's masses to the target's at the least cost.
 *
 * @param source what is moved
 * @param target where it goes, of the same total mass
 * @param cost what moving a unit costs
 * @param costs that cost between all points of the two
 */
public record Problem(Measure source, Measure target, Cost cost, CostRows costs) {
    /** How much the total masses may differ, relatively: as much as careful sums of rounded numbers do. */
    public static final double MASS_TOLERANCE = 1e-9;

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
    }

    /** The problem between two measures under a cost. */
    public static Problem of(Measure source, Measure target, Cost cost) {
        return new Problem(source, target, cost, cost.between(source, target));
    }

    /** Whether the points lie on the line and the cost is a power of their distance, so that order alone decides what is optimal. */
    public boolean isOnTheLine() {
        return source.dimension() == 1 && target.dimension() == 1 && cost instanceof NormCost;
    }
}
