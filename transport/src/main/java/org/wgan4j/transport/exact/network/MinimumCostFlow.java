package org.wgan4j.transport.exact.network;

import org.wgan4j.transport.Limits;

/**
 * The primal network simplex for minimum-cost flows without capacities, on arcs that an {@link ArcPricing} enumerates.
 *
 * <p>Multiple partial pricing: a block of arcs is priced, its best candidates enter the tree one after the other, and pricing goes on with
 * the next block until no block has had a candidate since the last pivot. Then the potentials are recomputed and all blocks are priced
 * once more, so that the proof of optimality has no rounding errors of the pivots.
 *
 * <p>For use by one thread at a time.
 */
public final class MinimumCostFlow {
    /** Some tens of pivots a node are usual; after so many, rounding errors make it cycle. */
    private static final long MOST_PIVOTS_OF_NODE = 2000;

    private final Limits.Deadline deadline;
    private long pivots;
    private boolean stopped;
    private boolean cycling;

    /** A simplex within a deadline. */
    public MinimumCostFlow(Limits.Deadline deadline) {
        this.deadline = deadline;
    }

    /** The number of pivots so far, over all flows. */
    public long pivots() {
        return pivots;
    }

    /** Stops it, because the limits stopped another step. */
    public void stop() {
        stopped = true;
    }

    /** Whether it was stopped because rounding errors made it cycle. */
    public boolean isCycling() {
        return cycling;
    }

    /** Its deadline. */
    public Limits.Deadline deadline() {
        return deadline;
    }

    /** Whether it was stopped before a flow was optimal. */
    public boolean stopped() {
        return stopped;
    }

    /**
     * Pivots until no arc improves the flow, or the limits stop it.
     *
     * @param tolerance reduced costs down to minus this count as 0; 0 where all costs are integers
     */
    public void improve(SpanningTree tree, ArcPricing pricing, double tolerance) {
        EnteringArcs entering = new EnteringArcs();
        int blocks = pricing.blocks();
        long before = pivots;
        boolean recomputed = false;
        int idle = 0;
        for (int block = 0; !stopped && blocks > 0; block = (block + 1) % blocks) {
            entering.clear(tolerance);
            pricing.price(block, tree.potentials(), entering);
            cycling = pivots - before > MOST_PIVOTS_OF_NODE * tree.nodes();
            stopped = cycling || deadline.isOver(pivots);
            idle = entering.isEmpty() ? idle + 1 : 0;
            recomputed &= entering.isEmpty();
            pivotOn(entering, tree);
            if (idle == blocks) {
                if (recomputed) {
                    return;
                }
                tree.setPotentials();
                recomputed = true;
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
