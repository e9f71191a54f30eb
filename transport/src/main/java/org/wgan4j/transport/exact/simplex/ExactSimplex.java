package org.wgan4j.transport.exact.simplex;

import java.math.BigInteger;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * The network simplex for transport in exact integer arithmetic, for costs or masses over so many orders of magnitude that sums of doubles lose
 * the small ones.
 *
 * <p>It starts from the tree at which {@link NetworkSimplex} stopped, or any other, and ends where no arc has a reduced cost below minus a few
 * rounding errors of its own cost: the plan is then optimal up to 2^-46 of its cost. Sums are exact and the masses are perturbed, so it
 * cannot cycle. Rounded potentials filter out most arcs before exact numbers are used.
 */
final class ExactSimplex {
    /** The reduced cost of an arc at an optimum is at least minus this share of its cost. */
    private static final double COST_ROUNDING = 0x1p-46;

    /** The relative rounding error of a difference of a cost and two potentials. */
    private static final double FILTER = 0x1p-50;

    private final CostRows costs;
    private final ExactMasses supplies;
    private final DyadicUnit unit;
    private final ExactSpanningTree tree;
    private final int sources;
    private final int targets;
    private long pivots;

    /**
     * A simplex that starts at the tree of the given arcs, as far as it is feasible.
     *
     * @param masses the supply of each node, sources first; that of targets is negative
     * @param tails the sources of the arcs of the starting tree, in the order in which they get as much flow as possible
     * @param heads their targets, numbered behind the sources
     */
    ExactSimplex(CostRows costs, double[] masses, int[] tails, int[] heads, Limits.Deadline deadline) {
        this.costs = costs;
        this.sources = costs.sources();
        this.targets = costs.targets();
        this.unit = unit(costs, deadline);
        this.supplies = ExactMasses.of(masses, sources);
        StartingTree start = new StartingTree(supplies.perturbed(), sources);
        for (int k = 0; k < tails.length; k++) {
            start.add(tails[k], heads[k]);
        }
        start.complete();
        this.tree = new ExactSpanningTree(
                supplies.perturbed(), sources, start.tails, start.heads, (i, j) -> unit.count(costs.cost(i, j)), unit);
    }

    private static DyadicUnit unit(CostRows costs, Limits.Deadline deadline) {
        int lowest = Integer.MAX_VALUE;
        double[] buffer = new double[costs.targets()];
        for (int i = 0; i < costs.sources(); i++) {
            deadline.check(costs.targets());
            double[] row = costs.row(i, buffer);
            for (int j = 0; j < costs.targets(); j++) {
                lowest = Math.min(lowest, DyadicUnit.lowestBit(row[j]));
            }
        }
        return DyadicUnit.ofLowestBit(lowest);
    }

    /** A feasible starting tree: each arc exhausts one of its two ends. */
    private static final class StartingTree {
        private final BigInteger[] left;
        private final int sources;
        private final int[] tails;
        private final int[] heads;
        private int size;

        StartingTree(BigInteger[] supplies, int sources) {
            this.left = supplies.clone();
            this.sources = sources;
            this.tails = new int[supplies.length - 1];
            this.heads = new int[supplies.length - 1];
        }

        void add(int tail, int head) {
            if (left[tail].signum() > 0 && left[head].signum() < 0 && size < tails.length) {
                BigInteger amount = left[tail].min(left[head].negate());
                left[tail] = left[tail].subtract(amount);
                left[head] = left[head].add(amount);
                tails[size] = tail;
                heads[size++] = head;
            }
        }

        /** Matches the remaining supplies in the order of the nodes. */
        void complete() {
            int tail = 0;
            int head = sources;
            while (size < tails.length) {
                add(tail, head);
                if (left[tail].signum() == 0) {
                    tail++;
                } else {
                    head++;
                }
            }
        }
    }

    /** Pivots until no arc has a negative reduced cost; false if the limits stop it first. */
    boolean improve(Limits.Deadline deadline, long earlierPivots) {
        double[] buffer = new double[targets];
        int idle = 0;
        for (int row = 0; idle < sources; row = (row + 1) % sources) {
            if (deadline.isOver(earlierPivots + pivots)) {
                return false;
            }
            idle = pivotOn(row, costs.row(row, buffer)) ? 0 : idle + 1;
        }
        return true;
    }

    /** Pivots on the arc of least reduced cost of a row, if it is negative. */
    private boolean pivotOn(int row, double[] rowCosts) {
        double ofRow = tree.rounded(row);
        BigInteger least = BigInteger.ZERO;
        int best = -1;
        for (int j = 0; j < targets; j++) {
            double cost = rowCosts[j];
            double ofColumn = tree.rounded(sources + j);
            double size = Math.abs(cost);
            double error = FILTER * (size + Math.abs(ofRow) + Math.abs(ofColumn));
            if (!(cost + (ofColumn - ofRow) >= error)) {
                BigInteger reduced = reduced(row, j, cost);
                if (reduced.compareTo(least) < 0 && unit.value(reduced) < -COST_ROUNDING * size) {
                    least = reduced;
                    best = j;
                }
            }
        }
        if (best < 0) {
            return false;
        }
        tree.pivot(row, sources + best, least);
        pivots++;
        return true;
    }

    private BigInteger reduced(int source, int target, double cost) {
        return unit.count(cost).subtract(tree.potential(source)).add(tree.potential(sources + target));
    }

    /** The number of pivots. */
    long pivots() {
        return pivots;
    }

    /** The tree with the flows of the unperturbed masses. */
    ExactSpanningTree unperturbed() {
        tree.setFlows(supplies.plain());
        return tree;
    }

    /** The flow between a node and its parent, as a mass. */
    double mass(int node) {
        return supplies.mass(tree.flow(node));
    }

    DyadicUnit unit() {
        return unit;
    }
}
