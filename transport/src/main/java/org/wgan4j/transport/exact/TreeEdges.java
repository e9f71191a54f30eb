package org.wgan4j.transport.exact;

/** Collects the edges of a spanning tree. */
final class TreeEdges {
    private final int[] ends1;
    private final int[] ends2;
    private final double[] costs;
    private int size;

    /** No edges yet, of a tree of so many nodes. */
    TreeEdges(int nodes) {
        ends1 = new int[nodes - 1];
        ends2 = new int[nodes - 1];
        costs = new double[nodes - 1];
    }

    /** An edge, and what a unit of flow costs on it. */
    void add(int end1, int end2, double cost) {
        ends1[size] = end1;
        ends2[size] = end2;
        costs[size++] = cost;
    }

    /** The tree, which must be complete. */
    FlowTree tree(Supplies supplies) {
        return new FlowTree(supplies, ends1, ends2, costs);
    }
}
