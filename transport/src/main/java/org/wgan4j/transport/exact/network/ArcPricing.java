package org.wgan4j.transport.exact.network;

/** The pricing step of a network simplex: finds entering arcs, one block of arcs at a time. */
public interface ArcPricing {
    /** The number of blocks that cover all arcs. */
    int blocks();

    /**
     * Adds arcs of a block with negative reduced cost to the candidates: all of them or the best.
     *
     * @param potentials p of every node; the reduced cost of an arc is {@code cost - p(tail) + p(head)}
     */
    void price(int block, double[] potentials, EnteringArcs entering);
}
