package org.wgan4j.transport.exact.barycenter;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;

/**
 * The linear program of a barycenter on a fixed support: plans P_k whose row sums are the measures and whose column sums are all equal.
 *
 * <p>The lower bound does not depend on the simplex method: for any g_k(y) with {@code sum_k g_k(y) = 0}, the sum over k and x of
 * {@code a_k(x) min_y (w_k c_k(x, y) - g_k(y))} is below every objective (Agueh and Carlier 2011, section 4).
 */
final class BarycenterProgram {
    private static final int MOST_ROWS = 1200;
    private static final int MOST_COLUMNS = 10_000_000;

    /** A gap of at most this share of the absolute costs, or of the least positive cost of a pair, is negligible. */
    private static final double NEGLIGIBLE = 1e-9;

    private final List<Measure> measures;
    private final double[] weights;
    private final List<CostRows> costs;
    private final int cells;
    private final int[] firstRow;
    private final int[] firstColumn;
    private final int rows;
    private final int columns;
    private final int hub;

    BarycenterProgram(List<Measure> measures, double[] weights, List<CostRows> costs) {
        this.measures = measures;
        this.weights = weights;
        this.costs = costs;
        this.cells = costs.get(0).targets();
        checkSize(measures, cells);
        this.firstRow = new int[measures.size() + 1];
        this.firstColumn = new int[measures.size() + 1];
        for (int k = 0; k < measures.size(); k++) {
            firstRow[k + 1] = firstRow[k] + measures.get(k).size();
            firstColumn[k + 1] = firstColumn[k] + measures.get(k).size() * cells;
        }
        this.rows = firstRow[measures.size()] + (measures.size() - 1) * (cells - 1);
        this.columns = firstColumn[measures.size()];
        this.hub = cheapestSingleCell();
    }

    private static void checkSize(List<Measure> measures, int cells) {
        long points = measures.stream().mapToLong(Measure::size).sum();
        long equations = points + (measures.size() - 1L) * (cells - 1);
        if (equations > MOST_ROWS || points * cells > MOST_COLUMNS) {
            throw new InvalidParameterException("the barycenter's linear program has " + equations + " equations in "
                    + points * cells + " unknowns; at most " + MOST_ROWS + " in " + MOST_COLUMNS
                    + " are solved exactly, so take fewer points or measures, or an entropic barycenter");
        }
    }

    /** The single cell to which all mass moves at the least cost: where the simplex method starts. */
    private int cheapestSingleCell() {
        double[] sums = new double[cells];
        for (int k = 0; k < measures.size(); k++) {
            for (int x = 0; x < measures.get(k).size(); x++) {
                for (int y = 0; y < cells; y++) {
                    sums[y] +=
                            weights[k] * measures.get(k).mass(x) * costs.get(k).cost(x, y);
                }
            }
        }
        int best = 0;
        for (int y = 1; y < cells; y++) {
            best = sums[y] < sums[best] ? y : best;
        }
        return best;
    }

    private int column(int k, int x, int y) {
        return firstColumn[k] + x * cells + y;
    }

    /** The row of the equation of the y-th column sums of plan k, from 1, and plan 0; that of the hub follows from the others. */
    private int balanceRow(int k, int y) {
        return firstRow[measures.size()] + (k - 1) * (cells - 1) + (y < hub ? y : y - 1);
    }

    BarycenterSolution solve(Measure support, Limits.Deadline deadline) {
        LinearProgram program = program(deadline);
        boolean finished = program.solve(deadline);
        double[] values = program.values();
        List<Plan> plans = new ArrayList<>();
        double objective = 0;
        for (int k = 0; k < measures.size(); k++) {
            PlanBuilder plan = new PlanBuilder(measures.get(k).size(), cells);
            for (int x = 0; x < measures.get(k).size(); x++) {
                for (int y = 0; y < cells; y++) {
                    plan.add(x, y, values[column(k, x, y)]);
                }
            }
            plans.add(plan.build());
            objective += weights[k] * plans.get(k).cost(costs.get(k));
        }
        Measure barycenter = ExactBarycenter.at(support, plans.get(0).targetMasses());
        double bound = bound(program);
        boolean proved = Math.abs(objective - bound) <= NEGLIGIBLE * Math.max(absoluteCost(plans), leastOfPairs());
        return new BarycenterSolution(barycenter, plans, objective, bound, program.pivots(), finished && proved);
    }

    /** The weighted sum of mass times absolute cost over all plans. */
    private double absoluteCost(List<Plan> plans) {
        double sum = 0;
        for (int k = 0; k < plans.size(); k++) {
            Plan plan = plans.get(k);
            for (int entry = 0; entry < plan.size(); entry++) {
                sum += weights[k]
                        * plan.mass(entry)
                        * Math.abs(costs.get(k).cost(plan.source(entry), plan.target(entry)));
            }
        }
        return sum;
    }

    /** The least positive cost of moving a point to a cell. */
    private double leastOfPairs() {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < weights.length; k++) {
            for (int x = 0; x < measures.get(k).size(); x++) {
                for (int y = 0; y < cells; y++) {
                    double move = weights[k]
                            * measures.get(k).mass(x)
                            * Math.abs(costs.get(k).cost(x, y));
                    least = move > 0 ? Math.min(least, move) : least;
                }
            }
        }
        return least < Double.POSITIVE_INFINITY ? least : 0;
    }

    private LinearProgram program(Limits.Deadline deadline) {
        int[][] rowsOf = new int[columns][];
        double[][] valuesOf = new double[columns][];
        double[] programCosts = new double[columns];
        double[] rightSide = new double[rows];
        for (int k = 0; k < measures.size(); k++) {
            for (int x = 0; x < measures.get(k).size(); x++) {
                rightSide[firstRow[k] + x] = measures.get(k).mass(x);
                for (int y = 0; y < cells; y++) {
                    int column = column(k, x, y);
                    programCosts[column] = weights[k] * costs.get(k).cost(x, y);
                    rowsOf[column] = rowsOf(k, x, y);
                    valuesOf[column] = new double[rowsOf[column].length];
                    for (int entry = 0; entry < valuesOf[column].length; entry++) {
                        valuesOf[column][entry] = k == 0 && entry > 0 ? -1 : 1;
                    }
                }
            }
        }
        return new LinearProgram(rowsOf, valuesOf, programCosts, rightSide, startingBasis(), deadline);
    }

    private int[] rowsOf(int k, int x, int y) {
        int own = firstRow[k] + x;
        if (y == hub) {
            return new int[] {own};
        }
        if (k > 0) {
            return new int[] {own, balanceRow(k, y)};
        }
        int[] all = new int[measures.size()];
        all[0] = own;
        for (int other = 1; other < all.length; other++) {
            all[other] = balanceRow(other, y);
        }
        return all;
    }

    /** The basis with all mass at the hub, and for every other cell and plan the nearest point, without mass. */
    private int[] startingBasis() {
        int[] basis = new int[rows];
        for (int k = 0; k < measures.size(); k++) {
            for (int x = 0; x < measures.get(k).size(); x++) {
                basis[firstRow[k] + x] = column(k, x, hub);
            }
            for (int y = 0; k > 0 && y < cells; y++) {
                if (y != hub) {
                    int nearest = 0;
                    for (int x = 1; x < measures.get(k).size(); x++) {
                        nearest = costs.get(k).cost(x, y) < costs.get(k).cost(nearest, y) ? x : nearest;
                    }
                    basis[balanceRow(k, y)] = column(k, nearest, y);
                }
            }
        }
        return basis;
    }

    private double bound(LinearProgram program) {
        double[][] g = new double[measures.size()][cells];
        for (int k = 1; k < g.length; k++) {
            for (int y = 0; y < cells; y++) {
                g[k][y] = y == hub ? 0 : program.dual(balanceRow(k, y));
                g[0][y] -= g[k][y];
            }
        }
        double bound = 0;
        for (int k = 0; k < g.length; k++) {
            for (int x = 0; x < measures.get(k).size(); x++) {
                double least = Double.POSITIVE_INFINITY;
                for (int y = 0; y < cells; y++) {
                    least = Math.min(least, weights[k] * costs.get(k).cost(x, y) - g[k][y]);
                }
                bound += measures.get(k).mass(x) * least;
            }
        }
        return bound;
    }
}
