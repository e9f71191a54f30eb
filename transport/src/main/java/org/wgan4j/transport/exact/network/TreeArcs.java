package org.wgan4j.transport.exact.network;

/** Collects the arcs of a spanning tree. */
public final class TreeArcs {
    private final int[] tails;
    private final int[] heads;
    private final double[] costs;
    private int size;

    /** No arcs yet, of a tree of so many nodes. */
    public TreeArcs(int nodes) {
        tails = new int[nodes - 1];
        heads = new int[nodes - 1];
        costs = new double[nodes - 1];
    }

    /** An arc, and what a unit of flow costs on it. */
    public void add(int tail, int head, double cost) {
        tails[size] = tail;
        heads[size] = head;
        costs[size++] = cost;
    }

    /** The tree, which must be complete, with the flow that meets the supplies. */
    public SpanningTree tree(IntegerMasses supplies) {
        return new SpanningTree(supplies.perturbed(), tails, heads, costs);
    }
}
