package org.wgan4j.transport.exact.network;

import org.wgan4j.transport.Limits;

/**
 * The primal network simplex for flows without capacities, on whatever arcs a pricing knows.
 *
 * <p>Multiple partial pricing: a block of arcs is searched for entering, the best of them enter the tree one after the other, and
 * the search goes on in the next block; it ends when no block has had one since the last pivot. The potentials are then computed
 * anew, and the search once more, so that the proof of optimality is free of the rounding errors of the pivots.
 */
public final class MinimumCostFlow {
    /** Some tens of pivots a node are enough; beyond so many, rounding leads in circles. */
    private static final long MOST_PIVOTS_OF_NODE = 2000;

    private final Limits.Deadline deadline;
    private long pivots;
    private boolean stopped;
    private boolean lost;

    /** A simplex that stops when the limits say so. */
    public MinimumCostFlow(Limits.Deadline deadline) {
        this.deadline = deadline;
    }

    /** The number of pivots so far, over all flows. */
    public long pivots() {
        return pivots;
    }

    /** Ends it because the limits left no time to go on. */
    public void stop() {
        stopped = true;
    }

    /** Whether it was stopped because rounded numbers led in circles. */
    public boolean isLost() {
        return lost;
    }

    /** The watch that it asks. */
    public Limits.Deadline deadline() {
        return deadline;
    }

    /** Whether the limits stopped it before a flow was optimal. */
    public boolean stopped() {
        return stopped;
    }

    /**
     * Pivots until no arc improves the flow, or the limits stop it.
     *
     * @param tolerance what an arc gains is 0 if it is no more than this; itself 0 where all costs are whole numbers
     */
    public void improve(SpanningTree tree, ArcPricing pricing, double tolerance) {
        EnteringArcs entering = new EnteringArcs();
        int blocks = pricing.blocks();
        long before = pivots;
        boolean fresh = false;
        int idle = 0;
        for (int block = 0; !stopped && blocks > 0; block = (block + 1) % blocks) {
            entering.clear(tolerance);
            pricing.price(block, tree.potentials(), entering);
            lost = pivots - before > MOST_PIVOTS_OF_NODE * tree.nodes();
            stopped = lost || deadline.isOver(pivots);
            idle = entering.isEmpty() ? idle + 1 : 0;
            fresh &= entering.isEmpty();
            pivotOn(entering, tree);
            if (idle == blocks) {
                if (fresh) {
                    return;
                }
                tree.setPotentials();
                fresh = true;
                idle = 0;
            }
        }
    }

    private void pivotOn(EnteringArcs entering, SpanningTree tree) {
        while (!stopped && entering.enterBest(tree)) {
            pivots++;
            stopped = deadline.isOver(pivots);
        }
    }
}
