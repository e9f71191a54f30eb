package org.wgan4j.transport.exact.network;

/** Finds arcs that would improve a flow, a block of arcs at a time. */
public interface ArcPricing {
    /** The number of blocks that cover all arcs. */
    int blocks();

    /**
     * Offers the arcs of a block, or the best among them, that would improve the flow.
     *
     * @param potentials p of every node; an arc improves the flow if p(tail) - p(head) is more than its cost
     */
    void price(int block, double[] potentials, EnteringArcs entering);
}
