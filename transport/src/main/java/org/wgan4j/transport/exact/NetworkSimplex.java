package org.wgan4j.transport.exact;

import org.wgan4j.transport.Certificate;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;

/**
 * The network simplex for transport between any masses under any cost, exact and with feasible potentials.
 *
 * <p>It pivots on a short list of arcs until none of them improves the plan, then prices every arc row by row, adds those that would
 * improve it, and goes on. The last such pass finds none, and so is the proof of optimality. Costs are read a row at a time, in
 * about ten passes, and never copied: they can be computed when they are needed, and memory then grows with the number of points only.
 *
 * <p>Which arc enters is the best of a block (Kelly and O'Neill 1991); which one leaves is unique, because the masses are perturbed as
 * {@link WholeMasses} describes, so the method cannot cycle and ends at the optimum.
 */
public final class NetworkSimplex {
    /** The name under which a solution says that it is of this solver. */
    public static final String NAME = "network simplex";

    private static final int ARCS_OF_ROW = 16;

    private final Problem problem;
    private final Limits.Watch watch;
    private final Support support;
    private final WholeMasses masses;
    private final ReducedCosts costs;
    private long pivots;

    private NetworkSimplex(Problem problem, Limits.Watch watch) {
        this.problem = problem;
        this.watch = watch;
        this.support = Support.of(problem);
        this.masses = WholeMasses.of(support, problem.source(), problem.target());
        this.costs = ReducedCosts.of(support.costs());
    }

    /** Solves a problem, or as much of it as the limits allow; an iteration is a pivot. */
    public static Solution solve(Problem problem, Limits limits) {
        return new NetworkSimplex(problem, limits.start()).solve();
    }

    private Solution solve() {
        Shortlist arcs = costs.cheapest(
                ARCS_OF_ROW, Indices.upTo(support.sources().length), Indices.upTo(support.targets().length));
        SpanningTree tree = GreedyTree.of(masses.perturbed(), costs, arcs, ARCS_OF_ROW);
        Pricing best = price(tree);
        boolean converged = false;
        boolean stopped = false;
        while (!converged && !stopped) {
            long before = pivots;
            stopped = !improve(tree, arcs);
            Pricing pricing = price(tree);
            // Arcs that were added and then improved nothing were found by rounding only.
            converged = !stopped && (pricing.isOptimal() || pivots == before && before > 0);
            arcs = arcs.with(pricing.violators());
            best = converged || pricing.dual(problem, support) > best.dual(problem, support) ? pricing : best;
        }
        tree.setFlows(masses.plain());
        return solution(plan(tree), best.potentials(problem, support), converged);
    }

    private Pricing price(SpanningTree tree) {
        tree.setPotentials();
        return Pricing.of(costs, tree);
    }

    private Solution solution(Plan plan, Potentials potentials, boolean converged) {
        Certificate certificate = Certificate.of(problem, plan, potentials);
        double power = problem.cost().power();
        return new Solution(NAME, power, plan, potentials, certificate, pivots, converged, watch.elapsed());
    }

    /** Pivots until no arc of the list improves the plan; false if the limits came first. */
    private boolean improve(SpanningTree tree, Shortlist arcs) {
        BlockSearch search = new BlockSearch(tree, arcs);
        while (search.find()) {
            if (watch.isOver(pivots)) {
                return false;
            }
            tree.pivot(search.tail(), search.head(), search.cost());
            pivots++;
        }
        return true;
    }

    private Plan plan(SpanningTree tree) {
        int n = support.sources().length;
        PlanBuilder plan =
                new PlanBuilder(problem.source().size(), problem.target().size());
        for (int x = 0; x < tree.nodes(); x++) {
            int above = tree.parent(x);
            if (above >= 0 && tree.flow(x) > 0) {
                int source = Math.min(x, above);
                int target = Math.max(x, above) - n;
                plan.add(support.sources()[source], support.targets()[target], masses.mass(tree.flow(x)));
            }
        }
        return plan.build();
    }
}
