package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.network.IntegerMasses;
import org.wgan4j.transport.exact.network.PositiveMasses;
import org.wgan4j.transport.exact.network.SpanningTree;

/**
 * The network simplex for transport between any masses under any cost, exact and with feasible potentials.
 *
 * <p>It pivots on a list of candidate arcs until none of them has a negative reduced cost, then prices all arcs row by row, adds those with
 * negative reduced cost, and goes on. The last pass finds none, which proves optimality. Costs are read a row at a time, in about ten
 * passes, and never copied: they can be computed on demand, and memory then grows with the number of points only.
 *
 * <p>The entering arc is the best of a block (Kelly and O'Neill 1991). The leaving arc is unique, because the masses are perturbed (see
 * {@link IntegerMasses}), so the method cannot cycle. Where floating point sums lose costs or masses that matter, {@link ExactSimplex}
 * goes on in exact arithmetic.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class NetworkSimplex {
    /** The name of this solver in a {@link Solution}. */
    public static final String NAME = "network simplex";

    private static final int MOST_ARCS_OF_ROW = 16;
    private static final int LEAST_ARCS_OF_ROW = 6;
    private static final int COLUMNS_OF_ARC = 8;
    private static final int ARCS_OF_COLUMN = 2;

    /** About ten passes and some tens of pivots a node are usual; after so many, rounding errors make it cycle. */
    private static final int MOST_PASSES = 100;

    private static final long MOST_PIVOTS_OF_NODE = 1000;

    /** Sums of doubles lose digits that may matter of masses below this share of the total. */
    private static final double TINY_MASS = 1e-12;

    private static final long MOST_PAIRS_SOLVED_AGAIN = 1 << 22;

    private final Problem problem;
    private final Limits.Deadline deadline;
    private final PositiveMasses support;
    private final IntegerMasses masses;
    private final ReducedCosts costs;
    private final double cap;
    private final SpanningTree tree;
    private CandidateArcs arcs;
    private long pivots;

    /** Whether rounding errors make it cycle. */
    private boolean cycling;

    private NetworkSimplex(Problem problem, Limits.Deadline deadline, Start start) {
        this.problem = problem;
        this.deadline = deadline;
        this.support = start.support;
        this.masses = start.masses;
        this.costs = start.costs;
        this.cap = start.cap;
        this.arcs = start.arcs;
        this.tree = InitialBasis.of(masses.perturbed(), costs, arcs, arcsOfRow(costs), deadline);
    }

    /** Solves a problem within limits; an iteration is a pivot. */
    public static Solution solve(Problem problem, Limits limits) {
        return solve(problem, limits.start());
    }

    /** Solves a problem for which another solver found no proof; returns the other solution, not converged, if this one does not converge either. */
    public static Solution solveInPlaceOf(Solution other, Problem problem, Limits.Deadline deadline) {
        try {
            Solution solution = solve(problem, deadline);
            return solution.converged() ? solution : other.unproved();
        } catch (LimitReachedException e) {
            return other.unproved();
        }
    }

    /**
     * The solution of a solver that adds masses in floating point, replaced if masses over many orders of magnitude leave it without a proof.
     *
     * <p>If no mass is tiny beside the total, or if {@link Solution#isProvedFor}, it is returned. Otherwise the problem is solved again in exact
     * arithmetic; if it is too large for that, the solution is returned as not converged.
     */
    public static Solution replaceUnproved(Solution other, Problem problem, Limits.Deadline deadline) {
        if (!other.converged() || !hasTinyMass(problem) || other.isProvedFor(problem)) {
            return other;
        }
        if (other.certificate().primal() == 0 && other.marginalError() == 0) {
            Potentials none = new Potentials(
                    new double[problem.source().size()],
                    new double[problem.target().size()]);
            Solution free =
                    Solution.certified(other.solver(), problem, other.plan(), none, other.iterations(), true, deadline);
            if (free.isProvedFor(problem)) {
                return free;
            }
        }
        long pairs = (long) problem.source().size() * problem.target().size();
        return pairs <= MOST_PAIRS_SOLVED_AGAIN ? solveInPlaceOf(other, problem, deadline) : other.unproved();
    }

    private static boolean hasTinyMass(Problem problem) {
        double least = TINY_MASS * problem.source().totalMass();
        return DoubleStream.concat(
                        Arrays.stream(problem.source().masses()),
                        Arrays.stream(problem.target().masses()))
                .anyMatch(mass -> mass > 0 && mass < least);
    }

    /** Solves a problem within a deadline; an iteration is a pivot. */
    public static Solution solve(Problem problem, Limits.Deadline deadline) {
        Solution solution = solveInItsUnit(problem, deadline);
        Optional<Problem> finer = problem.refinedFor(solution.plan());
        return finer.isPresent() && solution.converged() ? solve(finer.get(), deadline) : solution;
    }

    private static Solution solveInItsUnit(Problem problem, Limits.Deadline deadline) {
        Start plain = Start.of(problem, deadline);
        double[] caps = CostLevels.caps(plain.costs, plain.arcs);
        long earlierPivots = 0;
        for (double cap : caps) {
            Start start = caps.length == 1 ? plain.warmStarted(deadline) : plain.capped(cap, deadline);
            NetworkSimplex simplex = new NetworkSimplex(problem, deadline, start);
            simplex.pivots = earlierPivots;
            Solution solution = simplex.solve();
            if (!solution.converged() && !simplex.cycling) {
                return solution;
            }
            if (!simplex.movesMassAboveTheCap()) {
                boolean proved = solution.converged() && solution.isProvedFor(problem);
                Solution exact = proved ? solution : simplex.solvedExactly(solution);
                if (exact.converged() || cap == Double.POSITIVE_INFINITY) {
                    return exact;
                }
            }
            earlierPivots = simplex.pivots;
        }
        throw new AssertionError("no cost is above the last cap, which is infinite");
    }

    /** The starting point: masses, reduced costs and candidate arcs. */
    private record Start(
            PositiveMasses support, IntegerMasses masses, ReducedCosts costs, CandidateArcs arcs, double cap) {
        /** Above this number of pairs a second round of scalings costs less than the pivots that it saves. */
        private static final long PAIRS_WORTH_A_SECOND_ROUND = 1 << 20;

        static Start of(Problem problem, Limits.Deadline deadline) {
            PositiveMasses support = PositiveMasses.of(problem);
            return new Start(
                    support,
                    IntegerMasses.of(support.masses(problem)),
                    Double.POSITIVE_INFINITY,
                    priced(ReducedCosts.of(support.costs(), deadline), deadline));
        }

        private Start(PositiveMasses support, IntegerMasses masses, double cap, ReducedCosts.Priced priced) {
            this(support, masses, priced.costs(), priced.arcs(), cap);
        }

        /** Without arcs if the limits stop the search for them. */
        private static ReducedCosts.Priced priced(ReducedCosts costs, Limits.Deadline deadline) {
            try {
                return costs.repriced(new double[costs.g().length], arcsOfRow(costs), ARCS_OF_COLUMN, deadline);
            } catch (LimitReachedException e) {
                return new ReducedCosts.Priced(costs, CandidateArcs.empty(costs.f().length));
            }
        }

        Start capped(double newCap, Limits.Deadline deadline) {
            ReducedCosts capped = newCap == Double.POSITIVE_INFINITY ? costs : costs.capped(newCap);
            return new Start(support, masses, newCap, priced(capped, deadline));
        }

        /** With potentials of a Sinkhorn warm start; not for costs of several levels, which have no typical scale. */
        Start warmStarted(Limits.Deadline deadline) {
            ReducedCosts.Priced priced = new ReducedCosts.Priced(costs, arcs);
            int rounds = (long) arcs.rows() * costs.g().length < PAIRS_WORTH_A_SECOND_ROUND ? 1 : 2;
            long[] supply = masses.plain();
            try {
                for (int k = 1; k <= rounds; k++) {
                    double[] change = SinkhornWarmStart.of(priced.arcs(), supply);
                    priced = priced.costs()
                            .repriced(change, arcsOfRow(costs), k < rounds ? ARCS_OF_COLUMN : 0, deadline);
                }
            } catch (LimitReachedException e) {
                return this;
            }
            return new Start(support, masses, cap, priced);
        }
    }

    private static int arcsOfRow(ReducedCosts costs) {
        return Math.max(LEAST_ARCS_OF_ROW, Math.min(MOST_ARCS_OF_ROW, costs.g().length / COLUMNS_OF_ARC));
    }

    private Solution solve() {
        Pricing best = Pricing.of(costs);
        boolean converged = false;
        boolean stopped = false;
        for (int passes = 0; !converged && !stopped; passes++) {
            long before = pivots;
            cycling = passes == MOST_PASSES;
            stopped = cycling || !improve();
            Optional<Pricing> priced = price();
            if (priced.isEmpty()) {
                break;
            }
            Pricing pricing = priced.get();
            // Arcs that were added without a pivot on them were found by rounding errors only.
            converged = !stopped && (pricing.isOptimal() || (passes > 0 && pivots == before));
            arcs = arcs.with(pricing.violators());
            best = converged || pricing.dual(problem, support) > best.dual(problem, support) ? pricing : best;
        }
        tree.setFlows(masses.plain());
        return solution(plan(), best.potentials(problem, support, deadline), converged);
    }

    /** Empty if the limits stop it. */
    private Optional<Pricing> price() {
        tree.setPotentials();
        try {
            return Optional.of(Pricing.of(costs, tree, deadline));
        } catch (LimitReachedException e) {
            return Optional.empty();
        }
    }

    private Solution solution(Plan plan, Potentials potentials, boolean converged) {
        return Solution.certified(NAME, problem, plan, potentials, pivots, converged, deadline);
    }

    /** Pivots until no candidate has a negative reduced cost; false if the limits stop it first or it cycles. */
    private boolean improve() {
        BlockSearch search = new BlockSearch(tree, arcs);
        long start = pivots;
        while (search.find()) {
            cycling = pivots - start > MOST_PIVOTS_OF_NODE * tree.nodes();
            if (cycling || deadline.isOver(pivots)) {
                return false;
            }
            tree.pivot(search.tail(), search.head(), search.cost());
            if (++pivots % tree.nodes() == 0) {
                tree.setPotentials(); // removes the rounding errors of many shifts
            }
        }
        return true;
    }

    /** Continues in exact arithmetic, because sums of costs or of masses have lost digits that matter. */
    private Solution solvedExactly(Solution rounded) {
        try {
            ExactSimplex exact =
                    new ExactSimplex(costs.costs(), masses.masses(), tailsUpwards(), headsUpwards(), deadline);
            boolean converged = exact.improve(deadline, pivots);
            pivots += exact.pivots();
            ExactSpanningTree optimal = exact.unperturbed();
            boolean[] carries = new boolean[optimal.nodes()];
            PlanBuilder plan =
                    new PlanBuilder(problem.source().size(), problem.target().size());
            for (int x = 0; x < carries.length; x++) {
                int above = optimal.parent(x);
                if (above >= 0 && optimal.flow(x).signum() > 0) {
                    int i = Math.min(x, above);
                    int j = Math.max(x, above) - support.sources().length;
                    double mass = exact.mass(x);
                    carries[x] = mass > 0 && !(isForbiddenOrCapped(i, j) && masses.isRounding(mass));
                    plan.add(support.sources()[i], support.targets()[j], carries[x] ? mass : 0);
                }
            }
            double[] values = new CenteredPotentials(costs.costs(), optimal, masses.masses(), exact.unit(), carries)
                    .potentials(deadline);
            int n = support.sources().length;
            Potentials potentials = support.extend(
                    problem.costs(), Arrays.copyOf(values, n), Arrays.copyOfRange(values, n, values.length), deadline);
            Solution solution = solution(plan.build(), potentials, converged);
            return solution.isProvedFor(problem) ? solution : solution.unproved();
        } catch (LimitReachedException e) {
            return rounded.unproved();
        }
    }

    /** The nodes except the root, children before their parents. */
    private int[] upwards() {
        int[] order = tree.preorder();
        return IntStream.range(0, order.length - 1)
                .map(k -> order[order.length - 1 - k])
                .toArray();
    }

    private int[] tailsUpwards() {
        return IntStream.of(upwards()).map(this::source).toArray();
    }

    private int[] headsUpwards() {
        return IntStream.of(upwards())
                .map(node -> Math.max(node, tree.parent(node)))
                .toArray();
    }

    private Plan plan() {
        PlanBuilder plan =
                new PlanBuilder(problem.source().size(), problem.target().size());
        for (int x = 0; x < tree.nodes(); x++) {
            // The rounding error of masses that balance must not be moved over a forbidden pair.
            if (carries(x) && !(isForbiddenOrCapped(source(x), target(x)) && IntegerMasses.isRounding(tree.flow(x)))) {
                plan.add(support.sources()[source(x)], support.targets()[target(x)], masses.mass(tree.flow(x)));
            }
        }
        return plan.build();
    }

    private boolean movesMassAboveTheCap() {
        return IntStream.range(0, tree.nodes())
                .anyMatch(x -> carries(x) && isAboveTheCap(x) && !IntegerMasses.isRounding(tree.flow(x)));
    }

    private boolean carries(int node) {
        return tree.parent(node) >= 0 && tree.flow(node) > 0;
    }

    private boolean isAboveTheCap(int node) {
        return isAboveTheCap(source(node), target(node));
    }

    /** Whether flow of the size of a rounding error is dropped on a pair. */
    private boolean isForbiddenOrCapped(int i, int j) {
        return isAboveTheCap(i, j)
                || support.costs().cost(i, j) >= support.costs().forbidden();
    }

    private boolean isAboveTheCap(int i, int j) {
        return support.costs().cost(i, j) - costs.f()[i] - costs.g()[j] > cap;
    }

    /** The source of the arc between a node and its parent. */
    private int source(int node) {
        return Math.min(node, tree.parent(node));
    }

    private int target(int node) {
        return Math.max(node, tree.parent(node)) - support.sources().length;
    }
}
