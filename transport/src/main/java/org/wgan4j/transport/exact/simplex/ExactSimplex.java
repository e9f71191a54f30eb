package org.wgan4j.transport.exact.simplex;

import java.math.BigInteger;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * The transport simplex in exact arithmetic, for costs or masses of so many magnitudes that sums in doubles lose the small ones.
 *
 * <p>It goes on from the tree at which {@link NetworkSimplex} ended, or any other, and ends where no arc improves the plan by more than a
 * few roundings of that arc's own cost: the plan is then optimal up to 2^-46 of its cost. Sums never round and the masses are perturbed,
 * so it cannot cycle. Doubles tell in advance where the exact numbers need not be asked.
 */
final class ExactSimplex {
    /** What an arc may gain at an optimum, as a share of its own cost. */
    private static final double COST_ROUNDING = 0x1p-46;

    /** Bounds the rounding of a difference of a cost and two potentials, as a share of the three. */
    private static final double FILTER = 0x1p-50;

    private final CostRows costs;
    private final ExactSupplies supplies;
    private final DyadicUnit unit;
    private final ExactTree tree;
    private final int sources;
    private final int targets;
    private long pivots;

    /**
     * Starts at the tree whose arcs are given, as far as it is feasible.
     *
     * @param masses what each node sends; that of targets, which come last, is below 0
     * @param tails the sources of arcs to begin with, in the order in which they are to carry what they can
     * @param heads their targets, numbered behind the sources
     */
    ExactSimplex(CostRows costs, double[] masses, int[] tails, int[] heads, Limits.Deadline deadline) {
        this.costs = costs;
        this.sources = costs.sources();
        this.targets = costs.targets();
        this.unit = unit(costs, deadline);
        this.supplies = ExactSupplies.of(masses, sources);
        Basis basis = new Basis(supplies.perturbed(), sources);
        for (int k = 0; k < tails.length; k++) {
            basis.carry(tails[k], heads[k]);
        }
        basis.complete();
        this.tree = new ExactTree(
                supplies.perturbed(), sources, basis.tails, basis.heads, (i, j) -> unit.count(costs.cost(i, j)), unit);
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

    /** Arcs on which supplies fit: each uses up one of its two ends, so that together they are a tree. */
    private static final class Basis {
        private final BigInteger[] left;
        private final int sources;
        private final int[] tails;
        private final int[] heads;
        private int size;

        Basis(BigInteger[] supplies, int sources) {
            this.left = supplies.clone();
            this.sources = sources;
            this.tails = new int[supplies.length - 1];
            this.heads = new int[supplies.length - 1];
        }

        void carry(int tail, int head) {
            if (left[tail].signum() > 0 && left[head].signum() < 0 && size < tails.length) {
                BigInteger amount = left[tail].min(left[head].negate());
                left[tail] = left[tail].subtract(amount);
                left[head] = left[head].add(amount);
                tails[size] = tail;
                heads[size++] = head;
            }
        }

        /** Matches what is left in the order of the numbers. */
        void complete() {
            int tail = 0;
            int head = sources;
            while (size < tails.length) {
                carry(tail, head);
                if (left[tail].signum() == 0) {
                    tail++;
                } else {
                    head++;
                }
            }
        }
    }

    /** Pivots until no arc improves the plan; false if the limits came first. */
    boolean improve(Limits.Deadline deadline, long before) {
        double[] buffer = new double[targets];
        int idle = 0;
        for (int row = 0; idle < sources; row = (row + 1) % sources) {
            if (deadline.isOver(before + pivots)) {
                return false;
            }
            idle = pivotOn(row, costs.row(row, buffer)) ? 0 : idle + 1;
        }
        return true;
    }

    /** Takes the best arc of a row into the tree, if one improves the plan. */
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

    /** How many pivots were made. */
    long pivots() {
        return pivots;
    }

    /** The tree, with the flows of the masses as they are. */
    ExactTree unperturbed() {
        tree.setFlows(supplies.plain());
        return tree;
    }

    /** The mass that flows between a node and its parent. */
    double mass(int node) {
        return supplies.mass(tree.flow(node));
    }

    DyadicUnit unit() {
        return unit;
    }
}
