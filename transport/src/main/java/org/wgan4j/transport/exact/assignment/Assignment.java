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
 * Exact transport between n points and n points of equal mass: the linear assignment problem.
 *
 * <p>After Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing
 * 38 (1987): column reduction, then a shortest augmenting path for each row. Their augmenting row reduction between the two, an auction
 * without increment, which is slow where many points are close together, is replaced by an {@link Auction} with increments. Rows are
 * searched in the lists of {@link CheapestColumns} and read in full only where these do not suffice, so that a dense problem takes a few
 * passes over its costs; the worst case is n^3.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class Assignment {
    /** The name of this solver in a {@link Solution}. */
    public static final String NAME = "assignment";

    /** The largest relative difference of masses that count as equal. */
    private static final double SAME_MASS = 1e-12;

    /** The rounding error of a price, divided by the relative error of the cost that is allowed, 1e-9. */
    private static final double ROUNDING = 0x1p-50 * 1e9;

    private final PricedColumns state;
    private final Limits.Deadline deadline;
    private long steps;
    private boolean finished;

    /** The least cost of each column, which is a feasible potential. */
    private double[] columnMinima = new double[0];

    private Assignment(CostRows costs, Limits.Deadline deadline) {
        this.state = new PricedColumns(costs, deadline);
        this.deadline = deadline;
    }

    /** Whether a problem is an assignment: as many sources as targets, all of equal mass. */
    public static boolean fits(Problem problem) {
        return problem.source().size() == problem.target().size() && haveOneMass(problem.source(), problem.target());
    }

    /** Whether all points of two measures have the same mass, up to a few roundings. */
    public static boolean haveOneMass(Measure source, Measure target) {
        double mass = source.mass(0);
        return firstOtherMass(source, mass) == NONE && firstOtherMass(target, mass) == NONE;
    }

    /**
     * Solves an assignment problem; an iteration is a bid or a row reached by a path search.
     *
     * @throws ShapeMismatchException if the numbers of points differ
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
        boolean isUnproved = problem.refinedFor(plan).isPresent() || !solution.isProvedFor(problem);
        return solution.converged() && isUnproved
                ? NetworkSimplex.solveInPlaceOf(solution, problem, deadline)
                : solution;
    }

    /**
     * The column of each row in an assignment of least total cost.
     *
     * @throws ShapeMismatchException if the numbers of rows and columns differ
     */
    public static int[] columnsOf(CostRows costs) {
        checkSquare(costs);
        Assignment assignment = new Assignment(costs, Limits.NONE.start());
        assignment.run();
        if (assignment.hasLargeRoundingError()) {
            return columnsOfProvedPlan(costs);
        }
        return assignment.state.columnOf;
    }

    /** Whether the rounding error of the largest price is not negligible relative to the cost. */
    private boolean hasLargeRoundingError() {
        double absoluteCost = 0;
        double largest = 0;
        for (int i = 0; i < state.size; i++) {
            absoluteCost += Math.abs(state.assignedCosts[i]);
            largest = Math.max(largest, Math.abs(state.prices[i]));
        }
        return !(ROUNDING * largest * state.size <= absoluteCost);
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
            new AugmentingPaths(state, deadline).assignRemaining();
        }
    }

    /** Finds an optimal assignment; false if the limits stop it first. */
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

    /** Column reduction: the price of a column is its least cost, and its cheapest row is assigned to it if that row is free (Jonker and Volgenant, step 1). */
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

    /** The prices of the columns and their c-transform, or, if the limits stop that, 0 and the least costs of the columns. */
    private Potentials potentials() {
        try {
            return new Potentials(CTransform.toSources(state.costs, state.prices, deadline), state.prices);
        } catch (LimitReachedException e) {
            return new Potentials(new double[state.size], columnMinima);
        }
    }
}
