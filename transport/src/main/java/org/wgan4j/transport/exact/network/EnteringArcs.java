package org.wgan4j.transport.exact.network;

import java.util.Arrays;

/** A short list of arcs that improve a flow, from which a simplex takes the best as long as they still do. */
public final class EnteringArcs {
    private int[] tails = new int[64];
    private int[] heads = new int[64];
    private double[] costs = new double[64];
    private int size;
    private double tolerance;

    /** An empty list of arcs that improve the flow by more than the tolerance. */
    void clear(double newTolerance) {
        size = 0;
        tolerance = newTolerance;
    }

    /** How much an arc must improve the flow to be worth an offer. */
    public double tolerance() {
        return tolerance;
    }

    /** Whether nothing was offered. */
    boolean isEmpty() {
        return size == 0;
    }

    /** Takes an arc in. */
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

    /** Brings the arc that improves the flow most into the tree, and forgets those that do no more; false if none is left. */
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
