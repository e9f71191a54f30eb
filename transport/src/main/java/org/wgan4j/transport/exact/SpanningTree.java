package org.wgan4j.transport.exact;

import java.util.Arrays;

/**
 * A spanning tree of a flow network with a flow on every tree arc and a potential at every node: what a network simplex pivots on.
 *
 * <p>The nodes stand in a circular preorder, in which the subtree of a node is the run from the node to its last descendant (Barr,
 * Glover and Klingman 1979). A pivot re-hangs a subtree in time proportional to the path that it turns around, and shifts the
 * potentials of the smaller side of the tree only, wherever the root is.
 *
 * <p>The reduced cost of an arc is {@code cost - potential[tail] + potential[head]}; it is 0 on tree arcs. Flows are whole numbers, so
 * that they stay feasible exactly.
 */
final class SpanningTree {
    private static final int NONE = -1;

    /** Never moves: pivots turn around subtrees that do not hold it. */
    private static final int ROOT = 0;

    private final int nodes;
    private final double[] potential;
    private final int[] parent;
    private final int[] next;
    private final int[] previous;
    private final int[] last;
    private final int[] size;

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
    SpanningTree(long[] supply, int[] tails, int[] heads, double[] costs) {
        nodes = supply.length;
        potential = new double[nodes];
        parent = new int[nodes];
        next = new int[nodes];
        previous = new int[nodes];
        last = new int[nodes];
        size = new int[nodes];
        cost = new double[nodes];
        flow = new long[nodes];
        upward = new boolean[nodes];
        hang(tails, heads, costs);
        measureSubtrees();
        setFlows(supply);
        setPotentials();
    }

    /** Finds parents and preorder by a depth-first walk from the root. */
    private void hang(int[] tails, int[] heads, double[] costs) {
        int[][] incidence = incidence(tails, heads);
        int[] start = incidence[0];
        int[] arcs = incidence[1];
        int[] stack = new int[nodes];
        int depth = 0;
        int before = NONE;
        parent[ROOT] = NONE;
        stack[depth++] = ROOT;
        while (depth > 0) {
            int x = stack[--depth];
            if (before != NONE) {
                link(before, x);
            }
            before = x;
            for (int k = start[x]; k < start[x + 1]; k++) {
                int arc = arcs[k];
                int other = tails[arc] == x ? heads[arc] : tails[arc];
                if (other != parent[x]) {
                    parent[other] = x;
                    cost[other] = costs[arc];
                    upward[other] = tails[arc] == other;
                    stack[depth++] = other;
                }
            }
        }
        link(before, ROOT);
    }

    /** The arcs at each node: where a node's arcs start in the second array, and that array. */
    private int[][] incidence(int[] tails, int[] heads) {
        int[] start = new int[nodes + 1];
        for (int k = 0; k < tails.length; k++) {
            start[tails[k] + 1]++;
            start[heads[k] + 1]++;
        }
        for (int x = 0; x < nodes; x++) {
            start[x + 1] += start[x];
        }
        int[] place = Arrays.copyOf(start, nodes);
        int[] arcs = new int[2 * tails.length];
        for (int k = 0; k < tails.length; k++) {
            arcs[place[tails[k]]++] = k;
            arcs[place[heads[k]]++] = k;
        }
        return new int[][] {start, arcs};
    }

    private void measureSubtrees() {
        Arrays.fill(size, 1);
        Arrays.fill(last, NONE);
        for (int x = previous[ROOT]; x != ROOT; x = previous[x]) {
            if (last[x] == NONE) {
                last[x] = x;
            }
            int above = parent[x];
            size[above] += size[x];
            if (last[above] == NONE) {
                last[above] = last[x];
            }
        }
        if (last[ROOT] == NONE) {
            last[ROOT] = ROOT;
        }
    }

    /** Sets the only flows that meet the supplies: each arc carries what its subtree has too much or too little. */
    void setFlows(long[] supply) {
        long[] excess = supply.clone();
        for (int x = last[ROOT]; x != ROOT; x = previous[x]) {
            flow[x] = upward[x] ? excess[x] : -excess[x];
            excess[parent[x]] += excess[x];
        }
    }

    /** Computes the potentials anew, free of the rounding errors of many shifts. */
    void setPotentials() {
        for (int x = next[ROOT]; x != ROOT; x = next[x]) {
            potential[x] = upward[x] ? potential[parent[x]] + cost[x] : potential[parent[x]] - cost[x];
        }
    }

    /** All nodes, parents before their children. */
    int[] preorder() {
        int[] order = new int[nodes];
        for (int k = 1; k < nodes; k++) {
            order[k] = next[order[k - 1]];
        }
        return order;
    }

    /** The number of nodes. */
    int nodes() {
        return nodes;
    }

    /** The potentials themselves, not a copy: pricing reads them, only pivots write them. */
    double[] potentials() {
        return potential;
    }

    /** The parent of a node, -1 for the root. */
    int parent(int node) {
        return parent[node];
    }

    /** The flow on the arc between a node, not the root, and its parent. */
    long flow(int node) {
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
    boolean pivot(int tail, int head, double arcCost) {
        int join = join(tail, head);
        // Flow along the new arc takes away from arcs that point up on the tail's side and down on the head's side.
        long most = Long.MAX_VALUE;
        int leaving = NONE;
        boolean onTailSide = false;
        for (int x = tail; x != join; x = parent[x]) {
            if (upward[x] && flow[x] < most) {
                most = flow[x];
                leaving = x;
                onTailSide = true;
            }
        }
        for (int x = head; x != join; x = parent[x]) {
            if (!upward[x] && flow[x] <= most) {
                most = flow[x];
                leaving = x;
                onTailSide = false;
            }
        }
        if (leaving == NONE) {
            return false;
        }
        push(tail, head, join, most);
        double reduced = arcCost - potential[tail] + potential[head];
        int within = onTailSide ? tail : head;
        int outside = onTailSide ? head : tail;
        rehang(within, outside, leaving, join, arcCost, most, onTailSide);
        shift(within, onTailSide ? reduced : -reduced);
        return true;
    }

    /** The node where the paths to the root meet: an ancestor has more nodes below it than its descendants have. */
    private int join(int a, int b) {
        int u = a;
        int v = b;
        while (u != v) {
            if (size[u] < size[v]) {
                u = parent[u];
            } else {
                v = parent[v];
            }
        }
        return u;
    }

    private void push(int tail, int head, int join, long amount) {
        for (int x = tail; x != join; x = parent[x]) {
            flow[x] += upward[x] ? -amount : amount;
        }
        for (int x = head; x != join; x = parent[x]) {
            flow[x] += upward[x] ? amount : -amount;
        }
    }

    /** Cuts the subtree of {@code top} off, turns it around so that {@code within} is its root, and hangs it below {@code outside}. */
    private void rehang(int within, int outside, int top, int join, double arcCost, long arcFlow, boolean arcUpward) {
        int above = parent[top];
        int count = size[top];
        int end = last[top];
        detach(top, above, end);
        resize(above, join, -count);
        int newEnd = turn(within, top, outside, arcCost, arcFlow, arcUpward);
        attach(within, newEnd, outside);
        resize(outside, join, count);
    }

    /** Takes the run from {@code top} to {@code end} out of the preorder. */
    private void detach(int top, int above, int end) {
        int before = previous[top];
        link(before, next[end]);
        for (int x = above; x != NONE && last[x] == end; x = parent[x]) {
            last[x] = before;
        }
    }

    /** Puts the run from {@code first} to {@code end} right behind its new parent. */
    private void attach(int first, int end, int above) {
        int after = next[above];
        link(above, first);
        link(end, after);
        for (int x = above; x != NONE && last[x] == above; x = parent[x]) {
            last[x] = end;
        }
    }

    private void resize(int from, int join, int difference) {
        for (int x = from; x != join; x = parent[x]) {
            size[x] += difference;
        }
    }

    /**
     * Makes {@code within} the root of the cut subtree: every arc on the path to {@code top} is turned around, and what hangs at a node of the
     * path besides the path itself moves behind what has been laid so far.
     *
     * @return the last node of the new order
     */
    private int turn(int within, int top, int above, double arcCost, long arcFlow, boolean arcUpward) {
        int count = size[top];
        int below = 0;
        int newParent = above;
        double newCost = arcCost;
        long newFlow = arcFlow;
        boolean newUpward = arcUpward;
        int laid = last[within];
        int runEnd = laid;
        int beforeRun = previous[within];
        int afterRun = next[laid];
        for (int x = within; ; ) {
            int oldParent = parent[x];
            double oldCost = cost[x];
            long oldFlow = flow[x];
            boolean oldUpward = upward[x];
            int oldSize = size[x];
            parent[x] = newParent;
            cost[x] = newCost;
            flow[x] = newFlow;
            upward[x] = newUpward;
            size[x] = count - below;
            if (x == top) {
                break;
            }
            // The old parent's run is: itself ... beforeRun, the run of x, afterRun ... its last. Both parts move
            // behind what is laid.
            int parentEnd = last[oldParent];
            int beforeParent = previous[oldParent];
            link(laid, oldParent);
            laid = beforeRun;
            if (runEnd != parentEnd) {
                int afterParent = next[parentEnd];
                link(beforeRun, afterRun);
                laid = parentEnd;
                afterRun = afterParent;
                runEnd = parentEnd;
            }
            beforeRun = beforeParent;
            below = oldSize;
            newParent = x;
            newCost = oldCost;
            newFlow = oldFlow;
            newUpward = !oldUpward;
            x = oldParent;
        }
        for (int x = top; x != above; x = parent[x]) {
            last[x] = laid;
        }
        return laid;
    }

    /** Adds to the potentials below a node, or takes away from all others, whichever are fewer. */
    private void shift(int top, double difference) {
        int stop = next[last[top]];
        int start = top;
        double amount = difference;
        if (2 * size[top] > nodes) {
            start = stop;
            stop = top;
            amount = -difference;
        }
        for (int x = start; x != stop; x = next[x]) {
            potential[x] += amount;
        }
    }

    private void link(int before, int after) {
        next[before] = after;
        previous[after] = before;
    }
}
