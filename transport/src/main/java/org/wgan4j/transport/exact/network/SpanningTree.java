package org.wgan4j.transport.exact.network;

import static org.wgan4j.transport.exact.network.RootedTree.NONE;
import static org.wgan4j.transport.exact.network.RootedTree.ROOT;

/**
 * A basis of the network simplex: a spanning tree with the flow of every tree arc and the potential of every node.
 *
 * <p>The reduced cost of an arc is {@code cost - potential[tail] + potential[head]}; it is 0 on tree arcs. Flows are integers, so that they
 * stay feasible exactly. A pivot shifts the potentials of the smaller side of the tree only, wherever the root is. For use by one
 * thread at a time.
 */
public final class SpanningTree {
    private final RootedTree shape;
    private final double[] potential;

    /** Of the arc between a node and its parent: its cost, its flow, and whether it points to the parent. */
    private final double[] cost;

    private final long[] flow;
    private final boolean[] upward;

    /**
     * The tree with the given arcs, rooted at node 0.
     *
     * @param supply the supply of each node, negative for a demand; the sum is 0
     * @param tails the tails of the {@code nodes - 1} arcs
     * @param heads their heads
     * @param costs their costs
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

    /** Sets the unique flows that meet the supplies: each arc carries the excess of its subtree. */
    public void setFlows(long[] supply) {
        long[] excess = supply.clone();
        for (int x = shape.last(ROOT); x != ROOT; x = shape.previous(x)) {
            flow[x] = upward[x] ? excess[x] : -excess[x];
            excess[shape.parent(x)] += excess[x];
        }
    }

    /** Recomputes the potentials from the costs, without the rounding errors of many pivots. */
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

    /** The potentials, not a copy: pricing reads them, and only pivots write them. */
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
     * Adds an arc to the tree and removes the arc that limits the flow around the cycle it closes.
     *
     * @return false if no arc of the cycle has the opposite direction, so that the flow is unbounded
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
        reverseArcs(within, leaving, arcCost, amount, tailMoves);
        shape.reroot(within, outside, leaving, join);
        shift(within, tailMoves ? reduced : -reduced);
        return true;
    }

    /** The node of a path whose parent arc has one direction and the least flow, below a bound; {@link RootedTree#NONE} if there is none. */
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

    /** Adds flow to the arcs of a path that point up, and subtracts it from those that point down. */
    private void push(int from, int join, long amount) {
        for (int x = from; x != join; x = shape.parent(x)) {
            flow[x] += upward[x] ? amount : -amount;
        }
    }

    /** Moves every arc of the path from {@code within} to {@code top} to the node that will be its lower end once the path is reversed. */
    private void reverseArcs(int within, int top, double arcCost, long arcFlow, boolean arcUpward) {
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

    /** Adds to the potentials of a subtree, or subtracts from all others, whichever are fewer. */
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
