package org.wgan4j.transport.exact.simplex;

import org.wgan4j.transport.exact.network.SpanningTree;

/**
 * Looks for an arc that improves the plan: the one with the most negative reduced cost of a block of arcs, beginning where the last
 * search ended (Kelly and O'Neill 1991).
 */
final class BlockSearch {
    private static final int LEAST_BLOCK = 64;

    private final CandidateArcs arcs;
    private final double[] potential;
    private final int rows;
    private final int block;
    private int row;
    private int tail;
    private int head;
    private double cost;

    BlockSearch(SpanningTree tree, CandidateArcs arcs) {
        this.arcs = arcs;
        this.potential = tree.potentials();
        this.rows = arcs.rows();
        this.block = Math.max(LEAST_BLOCK, (int) Math.sqrt(arcs.size()));
    }

    /** Finds the next arc; false if no arc of the list improves the plan. */
    boolean find() {
        int looked = 0;
        while (looked < rows) {
            int best = -1;
            double least = 0;
            int ofBlock = 0;
            while (ofBlock < block && looked < rows) {
                int from = arcs.start()[row];
                int to = arcs.start()[row + 1];
                int arc = best(from, to, least);
                if (arc >= 0) {
                    best = arc;
                    tail = row;
                    least = reduced(arc, potential[row]);
                }
                ofBlock += to - from;
                row = row + 1 == rows ? 0 : row + 1;
                looked++;
            }
            if (best >= 0) {
                head = rows + arcs.target()[best];
                cost = arcs.cost()[best];
                return true;
            }
        }
        return false;
    }

    /** The best arc of the current row that beats a reduced cost by more than rounding can explain, or -1. */
    private int best(int from, int to, double bound) {
        int[] target = arcs.target();
        double[] costs = arcs.cost();
        double ofRow = potential[row];
        double least = bound;
        int best = -1;
        for (int k = from; k < to; k++) {
            double ofColumn = potential[rows + target[k]];
            double reduced = costs[k] + ofColumn - ofRow;
            if (reduced < least && -reduced > RoundingTolerance.of(costs[k], ofRow, ofColumn)) {
                least = reduced;
                best = k;
            }
        }
        return best;
    }

    private double reduced(int arc, double ofRow) {
        return arcs.cost()[arc] + potential[rows + arcs.target()[arc]] - ofRow;
    }

    int tail() {
        return tail;
    }

    int head() {
        return head;
    }

    double cost() {
        return cost;
    }
}
