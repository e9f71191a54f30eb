package org.wgan4j.transport.exact.network;

/** A builder of spanning trees from single arcs. For use by one thread at a time. */
public final class TreeArcs {
    private final int[] tails;
    private final int[] heads;
    private final double[] costs;
    private int size;

    /** An empty builder of a tree with so many nodes. */
    public TreeArcs(int nodes) {
        tails = new int[nodes - 1];
        heads = new int[nodes - 1];
        costs = new double[nodes - 1];
    }

    /** Adds an arc and its cost for a unit of flow. */
    public void add(int tail, int head, double cost) {
        tails[size] = tail;
        heads[size] = head;
        costs[size++] = cost;
    }

    /** The tree of all {@code nodes - 1} arcs, with the flow that meets the supplies. */
    public SpanningTree tree(IntegerMasses supplies) {
        return new SpanningTree(supplies.perturbed(), tails, heads, costs);
    }
}
