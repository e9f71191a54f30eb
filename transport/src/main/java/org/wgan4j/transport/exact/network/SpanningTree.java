package org.wgan4j.transport.exact.network;

import static org.wgan4j.transport.exact.network.RootedTree.NONE;
import static org.wgan4j.transport.exact.network.RootedTree.ROOT;

/**
 * A spanning tree of a flow network with a flow on every tree arc and a potential at every node: what a network simplex pivots on.
 *
 * <p>The reduced cost of an arc is {@code cost - potential[tail] + potential[head]}; it is 0 on tree arcs. Flows are whole numbers, so
 * that they stay feasible exactly. A pivot shifts the potentials of the smaller side of the tree only, wherever the root is.
 */
public final class SpanningTree {
    private final RootedTree shape;
    private final double[] potential;

    /** Of the arc between a node and its parent: its cost, its flow, and whether it points to the parent. */
    private final double[] cost;

    private final long[] flow;
    private final boolean[] upward;

    /**
     * Hangs the tree with these arcs from the root.
     *
     * @param supply what each node sends, below 0 for what it receives; the sum is 0
     * @param tails where each of the {@code nodes - 1} arcs starts
     * @param heads where it ends
     * @param costs its cost
     */
    public SpanningTree(long[] supply, int[] tails, int[] heads, double[] costs) {
        int nodes = supply.length;
        shape = new RootedTree(nodes, tails, heads);
        potential = new double[nodes];
        cost = new double[nodes];
        flow = new long[nodes];
        upward = new boolean[nodes];
        for (int k = 0; k < tails.length; k++) {
            boolean up = shape.parent(tails[k]) == heads[k];
            int below = up ? tails[k] : heads[k];
            cost[below] = costs[k];
            upward[below] = up;
        }
        setFlows(supply);
        setPotentials();
    }

    /** Sets the only flows that meet the supplies: each arc carries what its subtree has too much or too little. */
    public void setFlows(long[] supply) {
        long[] excess = supply.clone();
        for (int x = shape.last(ROOT); x != ROOT; x = shape.previous(x)) {
            flow[x] = upward[x] ? excess[x] : -excess[x];
            excess[shape.parent(x)] += excess[x];
        }
    }

    /** Computes the potentials anew, free of the rounding errors of many shifts. */
    public void setPotentials() {
        for (int x = shape.next(ROOT); x != ROOT; x = shape.next(x)) {
            double above = potential[shape.parent(x)];
            potential[x] = upward[x] ? above + cost[x] : above - cost[x];
        }
    }

    /** All nodes, parents before their children. */
    public int[] preorder() {
        int[] order = new int[nodes()];
        for (int k = 1; k < order.length; k++) {
            order[k] = shape.next(order[k - 1]);
        }
        return order;
    }

    /** The number of nodes. */
    public int nodes() {
        return shape.nodes();
    }

    /** The potentials themselves, not a copy: pricing reads them, only pivots write them. */
    public double[] potentials() {
        return potential;
    }

    /** The parent of a node, -1 for the root. */
    public int parent(int node) {
        return shape.parent(node);
    }

    /** The flow on the arc between a node, not the root, and its parent. */
    public long flow(int node) {
        return flow[node];
    }

    /** Whether the arc between a node and its parent starts at the node. */
    boolean pointsUp(int node) {
        return upward[node];
    }

    /**
     * Brings an arc into the tree and takes out the one that limits the flow around the cycle that it closes.
     *
     * @return whether flow was moved; false if the arc closes a cycle without any arc against it, so that flow could grow forever
     */
    public boolean pivot(int tail, int head, double arcCost) {
        int join = shape.join(tail, head);
        // Flow along the new arc takes away from arcs that point up on the tail's side and down on the head's side.
        int ofTail = smallest(tail, join, true, Long.MAX_VALUE);
        long most = ofTail == NONE ? Long.MAX_VALUE : flow[ofTail];
        int ofHead = smallest(head, join, false, most);
        int leaving = ofHead == NONE ? ofTail : ofHead;
        if (leaving == NONE) {
            return false;
        }
        long amount = flow[leaving];
        push(tail, join, -amount);
        push(head, join, amount);
        double reduced = arcCost - potential[tail] + potential[head];
        boolean tailMoves = ofHead == NONE;
        int within = tailMoves ? tail : head;
        int outside = tailMoves ? head : tail;
        turnArcs(within, leaving, arcCost, amount, tailMoves);
        shape.rehang(within, outside, leaving, join);
        shift(within, tailMoves ? reduced : -reduced);
        return true;
    }

    /** The node on a path below whose arc of one direction flows least, and less than a bound; {@link RootedTree#NONE} if there is none. */
    private int smallest(int from, int join, boolean up, long bound) {
        long least = bound;
        int smallest = NONE;
        for (int x = from; x != join; x = shape.parent(x)) {
            if (upward[x] == up && flow[x] < least) {
                least = flow[x];
                smallest = x;
            }
        }
        return smallest;
    }

    /** Adds flow to the arcs of a path that point up, and takes it from those that point down. */
    private void push(int from, int join, long amount) {
        for (int x = from; x != join; x = shape.parent(x)) {
            flow[x] += upward[x] ? amount : -amount;
        }
    }

    /** Hands every arc of the path from {@code within} to {@code top} down to the node that will be below it once the path is turned around. */
    private void turnArcs(int within, int top, double arcCost, long arcFlow, boolean arcUpward) {
        double newCost = arcCost;
        long newFlow = arcFlow;
        boolean newUpward = arcUpward;
        int above = shape.parent(top);
        for (int x = within; x != above; x = shape.parent(x)) {
            double oldCost = cost[x];
            long oldFlow = flow[x];
            boolean oldUpward = upward[x];
            cost[x] = newCost;
            flow[x] = newFlow;
            upward[x] = newUpward;
            newCost = oldCost;
            newFlow = oldFlow;
            newUpward = !oldUpward;
        }
    }

    /** Adds to the potentials below a node, or takes away from all others, whichever are fewer. */
    private void shift(int top, double difference) {
        int start = top;
        int stop = shape.next(shape.last(top));
        double amount = difference;
        if (2 * shape.size(top) > nodes()) {
            start = stop;
            stop = top;
            amount = -difference;
        }
        for (int x = start; x != stop; x = shape.next(x)) {
            potential[x] += amount;
        }
    }
}
