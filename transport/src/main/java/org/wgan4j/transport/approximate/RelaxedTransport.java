package org.wgan4j.transport.approximate;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Problem;

/**
 * Lower bounds of the optimal transport cost from relaxations with fewer constraints, for every ground cost.
 *
 * <p>{@code nearest <= constrained <= exact cost}, both up to a rounding error of about 1e-15 of the cost.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class RelaxedTransport {
    /** The cost of sorting a number, in additions. */
    private static final long SORTED = 16;

    private RelaxedTransport() {}

    /** Checks that the costs are in their original unit. */
    private static void checkUnit(Problem problem) {
        if (problem.unit() != 1) {
            throw new InvalidParameterException("the costs count a length of " + problem.unit()
                    + " as 1, because a double cannot hold them, nor a bound of their sum; scale the coordinates or take"
                    + " another power");
        }
    }

    /**
     * Every point sends all its mass to its nearest neighbour, without bounds on the mass that arrives; the maximum over both directions (Kusner, Sun, Kolkin and Weinberger 2015, the relaxed word mover's distance). It takes n m operations.
     */
    public static double nearest(Problem problem) {
        return nearest(problem, Limits.NONE);
    }

    /**
     * The same within limits of time; the limit of iterations is ignored.
     *
     * @throws org.wgan4j.transport.LimitReachedException if the limits stop it
     */
    public static double nearest(Problem problem, Limits limits) {
        Limits.Deadline deadline = limits.start();
        checkUnit(problem);
        CostRows costs = problem.costs();
        double[] nearestSource = new double[costs.targets()];
        Arrays.fill(nearestSource, Double.POSITIVE_INFINITY);
        double[] buffer = new double[costs.targets()];
        double[] demand = problem.target().masses();
        double fromSources = 0;
        for (int i = 0; i < costs.sources(); i++) {
            double supply = problem.source().mass(i);
            if (supply > 0) {
                deadline.check(buffer.length);
                double[] row = costs.row(i, buffer);
                fromSources += supply * least(row, demand);
                for (int j = 0; j < demand.length; j++) {
                    nearestSource[j] = Math.min(nearestSource[j], row[j]);
                }
            }
        }
        double fromTargets = 0;
        for (int j = 0; j < demand.length; j++) {
            fromTargets += demand[j] > 0 ? demand[j] * nearestSource[j] : 0;
        }
        return Math.max(fromSources, fromTargets);
    }

    private static double least(double[] row, double[] demand) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < demand.length; j++) {
            least = demand[j] > 0 ? Math.min(least, row[j]) : least;
        }
        return least;
    }

    /**
     * Every point sends its mass to its nearest neighbours in order, to each at most its mass; the maximum over both directions (Atasu and Mittelholzer 2019,
     * iterative constrained transfers, with all iterations). It takes n m log m operations.
     */
    public static double constrained(Problem problem) {
        return constrained(problem, Limits.NONE);
    }

    /**
     * The same within limits of time; the limit of iterations is ignored.
     *
     * @throws org.wgan4j.transport.LimitReachedException if the limits stop it
     */
    public static double constrained(Problem problem, Limits limits) {
        Limits.Deadline deadline = limits.start();
        checkUnit(problem);
        Measure source = problem.source();
        Measure target = problem.target();
        CostRows costs = problem.costs();
        RadixSort sort = new RadixSort();
        double[] supply = source.masses();
        double[] demand = target.masses();
        double[] sums = new double[2];
        double[] buffer = new double[demand.length];
        for (int i = 0; i < supply.length; i++) {
            if (supply[i] > 0) {
                deadline.check(SORTED * buffer.length);
                double[] row = costs.row(i, buffer);
                sums[0] += filled(supply[i], Arrays.copyOf(row, demand.length), demand, sort);
            }
        }
        double[] column = new double[supply.length];
        for (int j = 0; j < demand.length; j++) {
            if (demand[j] > 0) {
                deadline.check(SORTED * column.length);
                for (int i = 0; i < column.length; i++) {
                    column[i] = costs.cost(i, j);
                }
                sums[1] += filled(demand[j], column, supply, sort);
            }
        }
        return Math.max(sums[0], sums[1]);
    }

    /** The least cost of moving a mass to points of these capacities; the costs are sorted in place. */
    private static double filled(double mass, double[] costs, double[] capacities, RadixSort sort) {
        int[] order = sort.sortWithOrder(costs);
        double left = mass;
        double sum = 0;
        for (int k = 0; k < costs.length && left > 0; k++) {
            double placed = Math.min(left, capacities[order[k]]);
            sum += placed * costs[k];
            left -= placed;
        }
        return sum; // with equal totals the remainder is a rounding error
    }
}
