package org.wgan4j.transport.exact.threshold;

import java.util.Arrays;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.ThresholdedCost;
import org.wgan4j.transport.exact.network.IntegerMasses;
import org.wgan4j.transport.exact.network.MinimumCostFlow;
import org.wgan4j.transport.exact.network.SpanningTree;
import org.wgan4j.transport.exact.network.TreeMatching;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;
import org.wgan4j.transport.exact.simplex.ResidualProblem;

/**
 * Exact transport under a thresholded cost: only pairs below the threshold are arcs, and a hub replaces all others (Pele, Werman
 * 2009).
 *
 * <p>With k pairs a source below the threshold there are n k arcs in place of n^2. Any cost can have a threshold; if it is a metric
 * on points that both measures share, their common mass stays where it is.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class ThresholdedTransport {
    /** The rounding error of sums of costs, relative to the largest cost. */
    private static final double ROUNDING = 0x1p-48;

    private ThresholdedTransport() {}

    /**
     * Solves the problem; an iteration is a pivot.
     *
     * @throws InvalidParameterException unless the cost is a {@link ThresholdedCost}
     */
    public static Solution solve(Problem problem, Limits limits) {
        if (!(problem.cost() instanceof ThresholdedCost cost)) {
            throw new InvalidParameterException(
                    "the cost is " + problem.cost() + "; it must have a threshold, which Cost.atMost gives it");
        }
        Limits.Deadline deadline = limits.start();
        MinimumCostFlow simplex = new MinimumCostFlow(deadline);
        ResidualProblem rest = ResidualProblem.of(problem);
        PlanBuilder plan = rest.planOfCommon(problem);
        Potentials potentials = new Potentials(
                new double[problem.source().size()], new double[problem.target().size()]);
        if (!rest.isEmpty()) {
            ThresholdedArcs arcs =
                    new ThresholdedArcs(problem.costs(), rest.sources(), rest.targets(), cost.threshold(), deadline);
            double[] masses = Arrays.copyOf(rest.masses(), arcs.hub() + 1);
            IntegerMasses supplies = IntegerMasses.of(masses);
            SpanningTree tree = arcs.star(supplies);
            simplex.improve(tree, arcs, ROUNDING * arcs.scale());
            addFlow(plan, rest, supplies, masses, tree);
            potentials = potentials(problem, rest, tree.potentials(), deadline);
        }
        return solution(problem, plan.build(), potentials, simplex, deadline);
    }

    /** Adds the flow to the plan; flow through the hub is matched in any order, because each such pair costs the threshold. */
    private static void addFlow(
            PlanBuilder plan, ResidualProblem rest, IntegerMasses supplies, double[] masses, SpanningTree tree) {
        int n = rest.sources().length;
        TreeMatching matching = new TreeMatching(masses.length, supplies, masses);
        for (int node = 0; node < masses.length; node++) {
            matching.place(node, node);
        }
        matching.along(tree, (source, sink, mass) -> {
            if (mass > 0) {
                plan.add(rest.sources()[source], rest.targets()[sink - n], mass);
            }
        });
    }

    private static Potentials potentials(
            Problem problem, ResidualProblem rest, double[] nodes, Limits.Deadline deadline) {
        int n = rest.sources().length;
        double[] g = new double[rest.targets().length];
        Arrays.setAll(g, j -> -nodes[n + j]);
        return rest.shared()
                ? rest.symmetricPotentials(problem.costs(), g, deadline)
                : rest.potentials(problem.costs(), g, deadline);
    }

    private static Solution solution(
            Problem problem, Plan plan, Potentials potentials, MinimumCostFlow simplex, Limits.Deadline deadline) {
        Solution solution = Solution.certified(
                "flow with a threshold", problem, plan, potentials, simplex.pivots(), !simplex.stopped(), deadline);
        return simplex.isCycling() || (solution.converged() && !solution.isProvedFor(problem))
                ? NetworkSimplex.solveInPlaceOf(solution, problem, deadline)
                : solution;
    }
}
