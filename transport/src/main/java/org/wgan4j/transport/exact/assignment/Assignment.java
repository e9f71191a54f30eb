package org.wgan4j.transport.exact.assignment;

import static org.wgan4j.transport.exact.assignment.PricedColumns.NONE;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/**
 * Exact transport between n points and n points that all have the same mass: an optimal plan pairs them off.
 *
 * <p>After Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing
 * 38 (1987): column reduction, then row by row the shortest augmenting path. Between the two, their augmenting row reduction, which
 * is an auction without an increment and gets into price wars where many points lie close together, is replaced by an {@link
 * Auction} with one. Rows are searched in {@link CheapestColumns} of a few columns and read in full only where these do not suffice, so
 * that a dense problem takes a few passes over its costs; the worst case is still n^3.
 */
public final class Assignment {
    /** How a solution names this solver. */
    public static final String NAME = "assignment";

    /** By how much masses may differ, relatively, and still be the same: a few roundings. */
    private static final double SAME_MASS = 1e-12;

    private final PricedColumns state;
    private final Limits.Watch watch;
    private long steps;
    private boolean finished;

    private Assignment(CostRows costs, Limits.Watch watch) {
        this.state = new PricedColumns(costs);
        this.watch = watch;
    }

    /** Whether a problem is an assignment: as many sources as targets, and all of one mass. */
    public static boolean fits(Problem problem) {
        double mass = problem.source().mass(0);
        return problem.source().size() == problem.target().size()
                && firstOtherMass(problem.source(), mass) == NONE
                && firstOtherMass(problem.target(), mass) == NONE;
    }

    /**
     * Solves an assignment problem; a step is a bid or a row that a search reaches.
     *
     * @throws ShapeMismatchException if there are more points on one side
     * @throws InvalidParameterException if the masses are not all the same
     */
    public static Solution solve(Problem problem, Limits limits) {
        Limits.Watch watch = limits.start();
        checkSquare(problem.costs());
        double mass = problem.source().mass(0);
        checkMasses(problem.source(), "source", mass);
        checkMasses(problem.target(), "target", mass);
        Assignment assignment = new Assignment(problem.costs(), watch);
        assignment.run();
        int[] columns = assignment.state.columnOf;
        int[] rows = new int[columns.length];
        double[] masses = new double[columns.length];
        Arrays.setAll(rows, i -> i);
        Arrays.fill(masses, mass);
        Plan plan = new Plan(columns.length, columns.length, rows, columns, masses);
        Potentials potentials = assignment.potentials();
        Solution solution =
                Solution.certified(NAME, problem, plan, potentials, assignment.steps, assignment.finished, watch);
        return solution.converged() && !solution.isProvedFor(problem)
                ? NetworkSimplex.solveInPlaceOf(solution, problem, watch)
                : solution;
    }

    /**
     * The column of each row in an assignment of least total cost.
     *
     * @throws ShapeMismatchException if there are not as many rows as columns
     */
    public static int[] columnsOf(CostRows costs) {
        checkSquare(costs);
        Assignment assignment = new Assignment(costs, Limits.NONE.start());
        assignment.run();
        return assignment.state.columnOf;
    }

    private static void checkSquare(CostRows costs) {
        if (costs.sources() != costs.targets() || costs.sources() == 0) {
            throw new ShapeMismatchException(
                    "there are " + costs.sources() + " sources and " + costs.targets()
                            + " targets; an assignment needs the same number, at least 1; solve others with the network simplex");
        }
    }

    private static void checkMasses(Measure measure, String side, double mass) {
        int other = firstOtherMass(measure, mass);
        if (other != NONE || mass == 0) {
            int point = Math.max(other, 0);
            throw new InvalidParameterException(
                    "point " + point + " of the " + side + " has the mass " + measure.mass(point)
                            + " and point 0 of the source " + mass
                            + "; an assignment needs equal masses above 0; solve others with the network simplex");
        }
    }

    private static int firstOtherMass(Measure measure, double mass) {
        for (int i = 0; i < measure.size(); i++) {
            if (!(Math.abs(measure.mass(i) - mass) <= SAME_MASS * mass)) {
                return i;
            }
        }
        return NONE;
    }

    private void run() {
        reduceColumns();
        Auction auction = new Auction(state, watch);
        if (state.size > 1) {
            auction.run();
        }
        AugmentingPaths paths = new AugmentingPaths(state);
        steps = auction.bids();
        for (int i = 0; i < state.size; i++) {
            if (state.columnOf[i] == NONE) {
                if (watch.isOver(steps)) {
                    paths.assignRest();
                    return;
                }
                paths.augment(i);
                steps = auction.bids() + paths.steps();
            }
        }
        finished = true;
    }

    /** The price of a column starts at its least cost, and its cheapest row gets it if no other column has it (Jonker and Volgenant, step 1). */
    private void reduceColumns() {
        double[] prices = state.prices;
        int[] cheapest = new int[state.size];
        double[] buffer = new double[state.size];
        Arrays.fill(prices, Double.POSITIVE_INFINITY);
        for (int i = 0; i < state.size; i++) {
            double[] row = state.costs.row(i, buffer);
            for (int j = 0; j < prices.length; j++) {
                if (row[j] < prices[j]) {
                    prices[j] = row[j];
                    cheapest[j] = i;
                }
            }
        }
        for (int j = state.size - 1; j >= 0; j--) {
            if (state.columnOf[cheapest[j]] == NONE) {
                state.assign(cheapest[j], j, prices[j]);
            }
        }
    }

    /** The prices of the columns, and for each row the most that they leave it: feasible whatever the prices are. */
    private Potentials potentials() {
        double[] prices = state.prices;
        double[] f = new double[state.size];
        double[] buffer = new double[state.size];
        for (int i = 0; i < f.length; i++) {
            double[] row = state.costs.row(i, buffer);
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < prices.length; j++) {
                double reduced = row[j] - prices[j];
                if (reduced < least) {
                    least = reduced;
                }
            }
            f[i] = least;
        }
        return new Potentials(f, prices);
    }
}
