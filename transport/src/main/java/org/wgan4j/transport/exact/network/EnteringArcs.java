package org.wgan4j.transport.exact.network;

import java.util.Arrays;

/** The candidate list of a network simplex: arcs with negative reduced cost, of which the best enters the tree. */
public final class EnteringArcs {
    private int[] tails = new int[64];
    private int[] heads = new int[64];
    private double[] costs = new double[64];
    private int size;
    private double tolerance;

    /** Empties the list and sets the tolerance. */
    void clear(double newTolerance) {
        size = 0;
        tolerance = newTolerance;
    }

    /** The reduced cost of a candidate is below minus this. */
    public double tolerance() {
        return tolerance;
    }

    /** Whether the list is empty. */
    boolean isEmpty() {
        return size == 0;
    }

    /** Adds an arc. */
    public void offer(int tail, int head, double cost) {
        if (size == costs.length) {
            tails = Arrays.copyOf(tails, 2 * size);
            heads = Arrays.copyOf(heads, 2 * size);
            costs = Arrays.copyOf(costs, 2 * size);
        }
        tails[size] = tail;
        heads[size] = head;
        costs[size++] = cost;
    }

    /** Pivots on the arc of least reduced cost, and removes arcs that are no candidates any more; false if none is left. */
    boolean enterBest(SpanningTree tree) {
        double[] potentials = tree.potentials();
        double most = tolerance;
        int best = -1;
        int kept = 0;
        for (int k = 0; k < size; k++) {
            double gain = potentials[tails[k]] - potentials[heads[k]] - costs[k];
            if (gain > tolerance) {
                tails[kept] = tails[k];
                heads[kept] = heads[k];
                costs[kept] = costs[k];
                best = gain > most ? kept : best;
                most = Math.max(most, gain);
                kept++;
            }
        }
        size = kept;
        if (best < 0) {
            return false;
        }
        return tree.pivot(tails[best], heads[best], costs[best]);
    }
}
