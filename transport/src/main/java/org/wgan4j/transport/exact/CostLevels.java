package org.wgan4j.transport.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;

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

    private CostLevels() {}

    /**
     * Bounds of reduced costs worth trying as caps, ascending, the last infinite.
     *
     * @param arcs the cheapest arcs of each row, with their reduced costs
     */
    static double[] caps(ReducedCosts costs, Shortlist arcs) {
        double[] sorted = DoubleStream.concat(significant(costs, arcs), DoubleStream.of(costs.largest()))
                .filter(cost -> cost > 0)
                .sorted()
                .toArray();
        int rows = costs.f().length;
        double room = 4.0 * (rows + costs.g().length);
        double[] caps = new double[sorted.length + 1];
        int count = 0;
        for (int k = 0; k + 1 < sorted.length; k++) {
            double jump = sorted[k + 1] / sorted[k];
            if (jump > HUGE_JUMP || (jump > JUMP * room && ROWS_OF_COST * (k + 1L) >= rows)) {
                caps[count++] = sorted[k] * room;
            }
        }
        caps[count++] = Double.POSITIVE_INFINITY;
        return Arrays.copyOf(caps, count);
    }

    private static DoubleStream significant(ReducedCosts costs, Shortlist arcs) {
        DoubleStream.Builder values = DoubleStream.builder();
        for (int i = 0; i < arcs.rows(); i++) {
            for (int k = arcs.start()[i]; k < arcs.start()[i + 1]; k++) {
                int j = arcs.target()[k];
                double reduced = arcs.cost()[k];
                if (reduced > Rounding.of(costs.f()[i] + reduced, costs.f()[i], costs.g()[j])) {
                    values.add(reduced);
                }
            }
        }
        return values.build();
    }
}
