package org.wgan4j.transport.exact.simplex;

import org.wgan4j.transport.exact.network.SpanningTree;

/**
 * The block search pivot rule of the network simplex: the entering arc is the one of most negative reduced cost in a block of arcs, and the
 * next search begins after that block (Kelly and O'Neill 1991).
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

    /** Finds the next entering arc; false if no arc of the list has a negative reduced cost. */
    boolean find() {
        int searched = 0;
        while (searched < rows) {
            int best = -1;
            double least = 0;
            int ofBlock = 0;
            while (ofBlock < block && searched < rows) {
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
                searched++;
            }
            if (best >= 0) {
                head = rows + arcs.target()[best];
                cost = arcs.cost()[best];
                return true;
            }
        }
        return false;
    }

    /** The arc of the current row of least reduced cost below a bound and below 0 by more than rounding, or -1. */
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
