package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;

/**
 * Splits costs into levels whose magnitudes differ so much that sums of both lose the smaller ones, such as finite costs beside those that
 * forbid a pair.
 *
 * <p>A spanning tree may need forbidden pairs, without flow; in its potentials their costs would cancel the digits of the small ones. Capping
 * them just above the small costs avoids that, and if the plan has no flow on capped pairs, it is optimal for the original costs, and its
 * potentials are feasible for them.
 */
final class CostLevels {
    /** A cost that exceeds the sum of all smaller ones on a path by this factor starts a level. */
    private static final double JUMP = 0x1p10;

    /** A factor this large starts a level even if only a few costs are smaller. */
    private static final double HUGE_JUMP = 0x1p60;

    /** Otherwise a level needs at least one cost for so many rows. */
    private static final int ROWS_OF_COST = 8;

    private static final int EXPONENTS = Double.MAX_EXPONENT - Double.MIN_EXPONENT + 2;

    private CostLevels() {}

    /**
     * The caps of reduced costs to try, ascending, the last infinite.
     *
     * @param arcs the cheapest arcs of each row, with their reduced costs
     */
    static double[] caps(ReducedCosts costs, CandidateArcs arcs) {
        // Costs of one binary exponent are in one level, so counting by exponent replaces sorting.
        double[] largest = new double[EXPONENTS];
        double[] smallest = new double[EXPONENTS];
        long[] counts = new long[EXPONENTS];
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        count(costs.largest(), largest, smallest, counts);
        for (int i = 0; i < arcs.rows(); i++) {
            for (int k = arcs.start()[i]; k < arcs.start()[i + 1]; k++) {
                double reduced = arcs.cost()[k];
                if (reduced > RoundingTolerance.of(costs.f()[i] + reduced, costs.f()[i], costs.g()[arcs.target()[k]])) {
                    count(reduced, largest, smallest, counts);
                }
            }
        }
        return caps(largest, smallest, counts, costs.f().length, costs.g().length);
    }

    private static void count(double cost, double[] largest, double[] smallest, long[] counts) {
        if (cost > 0) {
            int exponent = Math.getExponent(cost) - Math.getExponent(Double.MIN_VALUE);
            largest[exponent] = Math.max(largest[exponent], cost);
            smallest[exponent] = Math.min(smallest[exponent], cost);
            counts[exponent]++;
        }
    }

    private static double[] caps(double[] largest, double[] smallest, long[] counts, int rows, int columns) {
        double room = 4.0 * (rows + columns);
        double[] caps = new double[EXPONENTS];
        int found = 0;
        double below = 0;
        long soFar = 0;
        for (int k = 0; k < EXPONENTS; k++) {
            if (counts[k] > 0) {
                double jump = smallest[k] / below;
                if (below > 0 && (jump > HUGE_JUMP || (jump > JUMP * room && ROWS_OF_COST * soFar >= rows))) {
                    caps[found++] = below * room;
                }
                below = largest[k];
                soFar += counts[k];
            }
        }
        caps[found++] = Double.POSITIVE_INFINITY;
        return Arrays.copyOf(caps, found);
    }
}
