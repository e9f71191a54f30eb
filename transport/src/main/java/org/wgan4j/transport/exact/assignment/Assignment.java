package org.wgan4j.transport.exact.assignment;

import static org.wgan4j.transport.exact.assignment.PricedColumns.NONE;

import java.util.Arrays;
import org.wgan4j.transport.CTransform;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
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
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class Assignment {
    /** How a solution names this solver. */
    public static final String NAME = "assignment";

    /** By how much masses may differ, relatively, and still be the same: a few roundings. */
    private static final double SAME_MASS = 1e-12;

    /** What a price loses by rounding on its way, against a part in a billion of what is paid. */
    private static final double ROUNDING = 0x1p-50 * 1e9;

    private final PricedColumns state;
    private final Limits.Deadline deadline;
    private long steps;
    private boolean finished;

    /** The least cost of each column, a price that no row objects to. */
    private double[] columnMinima = new double[0];

    private Assignment(CostRows costs, Limits.Deadline deadline) {
        this.state = new PricedColumns(costs, deadline);
        this.deadline = deadline;
    }

    /** Whether a problem is an assignment: as many sources as targets, and all of one mass. */
    public static boolean fits(Problem problem) {
        return problem.source().size() == problem.target().size() && haveOneMass(problem.source(), problem.target());
    }

    /** Whether all points of two measures have the same mass, up to a few roundings. */
    public static boolean haveOneMass(Measure source, Measure target) {
        double mass = source.mass(0);
        return firstOtherMass(source, mass) == NONE && firstOtherMass(target, mass) == NONE;
    }

    /**
     * Solves an assignment problem; a step is a bid or a row that a search reaches.
     *
     * @throws ShapeMismatchException if there are more points on one side
     * @throws InvalidParameterException if the masses are not all the same
     */
    public static Solution solve(Problem problem, Limits limits) {
        Limits.Deadline deadline = limits.start();
        checkSquare(problem.costs());
        double mass = problem.source().mass(0);
        checkMasses(problem.source(), "source", mass);
        checkMasses(problem.target(), "target", mass);
        Assignment assignment = new Assignment(problem.costs(), deadline);
        assignment.run();
        int[] columns = assignment.state.columnOf;
        int[] rows = new int[columns.length];
        double[] masses = new double[columns.length];
        Arrays.setAll(rows, i -> i);
        Arrays.fill(masses, mass);
        Plan plan = new Plan(columns.length, columns.length, rows, columns, masses);
        Potentials potentials = assignment.potentials();
        Solution solution =
                Solution.certified(NAME, problem, plan, potentials, assignment.steps, assignment.finished, deadline);
        boolean isLost = problem.refinedFor(plan).isPresent() || !solution.isProvedFor(problem);
        return solution.converged() && isLost ? NetworkSimplex.solveInPlaceOf(solution, problem, deadline) : solution;
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
        if (assignment.hasMuchToLose()) {
            return columnsOfProvedPlan(costs);
        }
        return assignment.state.columnOf;
    }

    /** Whether the rounding of the largest price is no longer nothing beside what is paid. */
    private boolean hasMuchToLose() {
        double paid = 0;
        double largest = 0;
        for (int i = 0; i < state.size; i++) {
            paid += Math.abs(state.paid[i]);
            largest = Math.max(largest, Math.abs(state.prices[i]));
        }
        return !(ROUNDING * largest * state.size <= paid);
    }

    private static int[] columnsOfProvedPlan(CostRows costs) {
        double[] ones = new double[costs.sources()];
        Arrays.fill(ones, 1);
        Measure points = Measure.masses(ones);
        Plan plan = solve(new Problem(points, points, Cost.of(costs::cost), costs), Limits.NONE)
                .plan();
        int[] columns = new int[ones.length];
        for (int k = 0; k < plan.size(); k++) {
            columns[plan.source(k)] = plan.target(k);
        }
        return columns;
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
        columnMinima = state.prices.clone();
        try {
            finished = search();
        } catch (LimitReachedException e) {
            finished = false;
        }
        if (!finished) {
            new AugmentingPaths(state, deadline).assignRest();
        }
    }

    /** Finds the best column of every row; false if the limits came first. */
    private boolean search() {
        Auction auction = new Auction(state, deadline);
        if (state.size > 1) {
            auction.run();
        }
        AugmentingPaths paths = new AugmentingPaths(state, deadline);
        steps = auction.bids();
        for (int i = 0; i < state.size; i++) {
            if (state.columnOf[i] == NONE) {
                if (deadline.isOver(steps)) {
                    return false;
                }
                paths.augment(i);
                steps = auction.bids() + paths.steps();
            }
        }
        return true;
    }

    /** The price of a column starts at its least cost, and its cheapest row gets it if no other column has it (Jonker and Volgenant, step 1). */
    private void reduceColumns() {
        double[] prices = state.prices;
        int[] cheapest = new int[state.size];
        double[] buffer = new double[state.size];
        Arrays.fill(prices, Double.POSITIVE_INFINITY);
        for (int i = 0; i < state.size; i++) {
            deadline.check(state.size);
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

    /** The prices of the columns and what they leave the rows, or, if the limits leave no time for that, the least costs of the columns. */
    private Potentials potentials() {
        try {
            return new Potentials(CTransform.toSources(state.costs, state.prices, deadline), state.prices);
        } catch (LimitReachedException e) {
            return new Potentials(new double[state.size], columnMinima);
        }
    }
}
