package org.wgan4j.transport;

import java.util.Arrays;

/**
 * A transport plan as a sparse matrix {@code [sources][targets]}: the list of its positive entries, each the mass moved from a source to a target.
 *
 * <p>Also called a coupling: its row sums are the source's masses and its column sums the target's. A plan of an exact solver has at
 * most {@code sources + targets - 1} entries.
 *
 * <p>Immutable, and safe for use by several threads: it takes over the arrays that its constructor is given, which nobody may change
 * afterwards, and hands out copies. Two are equal if they list the same entries in the same order.
 */
public final class Plan {
    private final int sources;
    private final int targets;
    private final int[] from;
    private final int[] to;
    private final double[] masses;

    /** Takes over the arrays of entries, which must have one length; entry k moves {@code masses[k] > 0} from one point to another. */
    public Plan(int sources, int targets, int[] from, int[] to, double[] masses) {
        if (from.length != to.length || from.length != masses.length) {
            throw new ShapeMismatchException("the plan has " + from.length + " sources, " + to.length + " targets and "
                    + masses.length + " masses; give one of each an entry");
        }
        for (int k = 0; k < from.length; k++) {
            if (from[k] < 0 || from[k] >= sources || to[k] < 0 || to[k] >= targets || !(masses[k] > 0)) {
                throw new ShapeMismatchException("entry " + k + " of the plan moves " + masses[k] + " from " + from[k]
                        + " to " + to[k] + "; it must be above 0 and lie within " + sources + " by " + targets);
            }
        }
        this.sources = sources;
        this.targets = targets;
        this.from = from;
        this.to = to;
        this.masses = masses;
    }

    /** The positive entries of a matrix {@code [sources][targets]}. */
    public static Plan ofMatrix(double[][] matrix) {
        int columns = matrix.length == 0 ? 0 : matrix[0].length;
        PlanBuilder plan = new PlanBuilder(matrix.length, columns);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns; j++) {
                plan.add(i, j, matrix[i][j]);
            }
        }
        return plan.build();
    }

    /** The number of sources. */
    public int sources() {
        return sources;
    }

    /** The number of targets. */
    public int targets() {
        return targets;
    }

    /** The number of entries. */
    public int size() {
        return masses.length;
    }

    /** The source of an entry. */
    public int source(int entry) {
        return from[entry];
    }

    /** The target of an entry. */
    public int target(int entry) {
        return to[entry];
    }

    /** The mass of an entry, above 0. */
    public double mass(int entry) {
        return masses[entry];
    }

    /** The row sums: the mass that leaves each source. */
    public double[] sourceMasses() {
        double[] sums = new double[sources];
        for (int k = 0; k < masses.length; k++) {
            sums[from[k]] += masses[k];
        }
        return sums;
    }

    /** The column sums: the mass that arrives at each target. */
    public double[] targetMasses() {
        double[] sums = new double[targets];
        for (int k = 0; k < masses.length; k++) {
            sums[to[k]] += masses[k];
        }
        return sums;
    }

    /** The sum of mass times cost over all entries. */
    public double cost(CostRows costs) {
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k < masses.length; k++) {
            sum.addProduct(masses[k], costs.cost(from[k], to[k]));
        }
        return sum.value();
    }

    /** The mass moved over forbidden pairs. */
    public double forbiddenMass(CostRows costs) {
        double mass = 0;
        for (int k = 0; k < masses.length && costs.forbidden() < Double.POSITIVE_INFINITY; k++) {
            mass += costs.cost(from[k], to[k]) >= costs.forbidden() ? masses[k] : 0;
        }
        return mass;
    }

    /**
     * Returns this plan if it uses allowed pairs only.
     *
     * @throws NoAllowedPlanException if it does not; no plan does then, if this one is optimal
     */
    public Plan checkAllowed(CostRows costs) {
        double mass = forbiddenMass(costs);
        if (mass > 0) {
            throw new NoAllowedPlanException(mass);
        }
        return this;
    }

    /** The whole matrix {@code [sources][targets]}. */
    public double[][] toMatrix() {
        double[][] matrix = new double[sources][targets];
        for (int k = 0; k < masses.length; k++) {
            matrix[from[k]][to[k]] += masses[k];
        }
        return matrix;
    }

    @Override
    public String toString() {
        return "plan of " + sources + " by " + targets + " with " + masses.length + " entries of mass "
                + Arrays.stream(masses).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan that
                && sources == that.sources
                && targets == that.targets
                && Arrays.equals(from, that.from)
                && Arrays.equals(to, that.to)
                && Arrays.equals(masses, that.masses);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(masses) + 17 * Arrays.hashCode(from) + Arrays.hashCode(to);
    }
}
