package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;

/**
 * The levels of costs that lie so far apart that one number cannot hold sums of both: small ones, and those that forbid a pair.
 *
 * <p>A tree that spans all points may have to use forbidden pairs, without any flow; their costs in its potentials would then swallow the
 * small ones. Capping them just above the small ones avoids that, and if the plan sends nothing over them, it is the best plan under
 * the costs as they were, and its potentials are feasible for them too.
 */
final class CostLevels {
    /** Costs that are so many times the sum of all smaller ones on a path belong to another level. */
    private static final double JUMP = 0x1p10;

    /** By chance a few costs are far smaller than all others; below a jump that large they are a level of their own nevertheless. */
    private static final double HUGE_JUMP = 0x1p60;

    /** Otherwise a level has one cost for so many rows. */
    private static final int ROWS_OF_COST = 8;

    private static final int EXPONENTS = Double.MAX_EXPONENT - Double.MIN_EXPONENT + 2;

    private CostLevels() {}

    /**
     * Bounds of reduced costs worth trying as caps, ascending, the last infinite.
     *
     * @param arcs the cheapest arcs of each row, with their reduced costs
     */
    static double[] caps(ReducedCosts costs, CandidateArcs arcs) {
        // Costs of one binary exponent are one level at any rate, so that counting them by exponent takes the place of
        // sorting.
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
