package org.wgan4j.transport.exact.grid;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.network.MinimumCostFlow;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;
import org.wgan4j.transport.exact.simplex.ResidualProblem;
import org.wgan4j.transport.exact.simplex.ResidualTransport;

/**
 * Exact transport between two histograms on one grid, of any number of axes, as a minimum-cost flow on few arcs.
 *
 * <p>The arcs depend on the cost:
 *
 * <ul>
 *   <li>L1 distance: arcs to the neighbours only (Ling, Okada 2007).
 *   <li>L2 distance: arcs to the cells at offsets without a common divisor. Long offsets are added last, when few of them still have a
 *       negative reduced cost; a pass over all arcs proves that the flow is optimal (Bassetti, Gualandi,
 *       Veneroni 2020). Where the masses of few cells differ, the network simplex between these is used, which is faster.
 *   <li>Squared L2 distance: arcs between all pairs, priced one axis after the other, from a coarse grid to the fine one. The cost
 *       separates over the axes, as in the (d+1)-partite flow of Auricchio, Bassetti, Gualandi, Veneroni (2018), whose layers are
 *       priced here without being stored.
 * </ul>
 *
 * <p>Where rounding leaves a solution without a proof, the network simplex solves the problem again.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class GridTransport {
    /** The rounding error of path lengths, relative to the diameter. */
    private static final double ROUNDING = 0x1p-48;

    private GridTransport() {}

    /**
     * An approximate solution with a bound of its error.
     *
     * @param solution plan and potentials are feasible, and its certificate holds
     * @param relativeError an upper bound of the cost of the plan minus the optimum, as a share of that cost
     */
    public record Approximation(Solution solution, double relativeError) {}

    /** Whether {@link #solve} can solve the problem: histograms on one grid, and one of the three costs. */
    public static boolean accepts(Problem problem) {
        return problem.source() instanceof Histogram source
                && problem.target() instanceof Histogram target
                && source.sameGrid(target)
                && (problem.cost().equals(Cost.MANHATTAN)
                        || problem.cost().equals(Cost.EUCLIDEAN)
                        || problem.cost().equals(Cost.SQUARED_EUCLIDEAN));
    }

    /**
     * Solves the problem; an iteration is a pivot.
     *
     * @throws ShapeMismatchException unless source and target are histograms on the same grid
     * @throws InvalidParameterException unless the cost is {@link Cost#MANHATTAN}, {@link Cost#EUCLIDEAN} or
     *     {@link Cost#SQUARED_EUCLIDEAN}
     */
    public static Solution solve(Problem problem, Limits limits) {
        Grid grid = sharedGrid(problem);
        if (!accepts(problem)) {
            throw new InvalidParameterException("the cost is " + problem.cost()
                    + "; flows on grids need the Manhattan distance, the Euclidean distance or its square");
        }
        Limits.Deadline deadline = limits.start();
        if (problem.cost().equals(Cost.EUCLIDEAN)) {
            ResidualProblem rest = ResidualProblem.of(problem);
            if (2 * rest.masses().length < grid.cells() && ResidualTransport.accepts(rest)) {
                return ResidualTransport.solve(problem, rest, deadline);
            }
        }
        MinimumCostFlow simplex = new MinimumCostFlow(deadline);
        if (problem.cost().power() == 2) {
            SquaredGridFlow flow = new SquaredGridFlow(
                    grid, problem.source().masses(), problem.target().masses(), simplex);
            return proved("grid flow, squared L2", problem, flow.plan(), flow.potentials(simplex), simplex, deadline);
        }
        MetricGridFlow flow = new MetricGridFlow(
                grid, problem.source().masses(), problem.target().masses());
        boolean manhattan = ((NormCost) problem.cost()).norm() == NormCost.Norm.MANHATTAN;
        double tolerance = manhattan ? 0 : ROUNDING * grid.diameter();
        if (manhattan) {
            simplex.improve(flow.tree(), GridArcs.steps(grid), tolerance);
        } else {
            improve(flow, grid, grid.longest() - 1, tolerance, simplex);
        }
        // Every arc is at least 1 long, so this scaling absorbs the tolerance of each.
        Potentials potentials = simplex.stopped()
                ? flow.feasiblePotentials((NormCost) problem.cost())
                : flow.potentials(1 / (1 + tolerance));
        String solver = manhattan ? "grid flow, L1" : "grid flow, L2";
        return proved(solver, problem, flow.plan(), potentials, simplex, deadline);
    }

    /**
     * Approximates the L2 distance by shortest paths: only offsets of at most {@code reach} on each axis are used (Bassetti,
     * Gualandi, Veneroni 2020). The error is at most 7.6 % for reach 1, 2.7 % for 2, 1.3 % for 3 and 0.5 % for 5.
     *
     * @param problem under {@link Cost#EUCLIDEAN} between histograms on the same grid of 1 or 2 axes
     * @param reach at least 1; the error is about 1 / (8 reach^2)
     */
    public static Approximation approximation(Problem problem, int reach, Limits limits) {
        Grid grid = sharedGrid(problem);
        if (!problem.cost().equals(Cost.EUCLIDEAN) || grid.axes() > 2 || reach < 1) {
            throw new InvalidParameterException("the cost is " + problem.cost() + ", the grid has " + grid.axes()
                    + " axes and the reach is " + reach
                    + "; the approximation needs the Euclidean distance, 1 or 2 axes, and a reach of at least 1");
        }
        Limits.Deadline deadline = limits.start();
        MinimumCostFlow simplex = new MinimumCostFlow(deadline);
        MetricGridFlow flow = new MetricGridFlow(
                grid, problem.source().masses(), problem.target().masses());
        double tolerance = ROUNDING * grid.diameter();
        improve(flow, grid, reach, tolerance, simplex);
        double relativeError = relativeError(grid, reach);
        Potentials potentials = simplex.stopped()
                ? flow.feasiblePotentials((NormCost) problem.cost())
                : flow.potentials((1 - relativeError) / (1 + tolerance));
        return new Approximation(
                solution("grid flow, L2 up to " + reach, problem, flow.plan(), potentials, simplex, deadline),
                relativeError);
    }

    /**
     * Between two neighbouring offsets at an angle t the path is longest in the middle, where the distance is cos(t / 2) of it; the largest
     * angle is that between (1, 0) and (reach, 1).
     */
    private static double relativeError(Grid grid, int reach) {
        boolean flat = grid.axes() == 1 || Math.min(grid.shape()[0], grid.shape()[1]) == 1;
        return flat || reach >= grid.longest() - 1 ? 0 : 1 - Math.cos(Math.atan2(1, reach) / 2);
    }

    /** Solves with longer and longer arcs: the flow on the shorter ones is nearly optimal. */
    private static void improve(MetricGridFlow flow, Grid grid, int reach, double tolerance, MinimumCostFlow simplex) {
        try {
            for (int near = 1; near < reach && !simplex.stopped(); near *= 2) {
                simplex.improve(flow.tree(), GridArcs.straight(grid, near, simplex.deadline()), tolerance);
            }
            simplex.improve(flow.tree(), GridArcs.straight(grid, reach, simplex.deadline()), tolerance);
        } catch (LimitReachedException e) {
            simplex.stop();
        }
    }

    /** The solution, or that of the network simplex if rounding left this one without a proof. */
    private static Solution proved(
            String solver,
            Problem problem,
            Plan plan,
            Potentials potentials,
            MinimumCostFlow simplex,
            Limits.Deadline deadline) {
        Solution solution = solution(solver, problem, plan, potentials, simplex, deadline);
        return simplex.isCycling()
                ? NetworkSimplex.solveInPlaceOf(solution, problem, deadline)
                : NetworkSimplex.replaceUnproved(solution, problem, deadline);
    }

    private static Solution solution(
            String solver,
            Problem problem,
            Plan plan,
            Potentials potentials,
            MinimumCostFlow simplex,
            Limits.Deadline deadline) {
        return Solution.certified(solver, problem, plan, potentials, simplex.pivots(), !simplex.stopped(), deadline);
    }

    private static Grid sharedGrid(Problem problem) {
        if (problem.source() instanceof Histogram source
                && problem.target() instanceof Histogram target
                && source.sameGrid(target)) {
            return Grid.of(source);
        }
        throw new ShapeMismatchException(
                "the measures are not histograms on the same grid; flows on grids need two of one shape");
    }
}
