package org.wgan4j.transport.exact;

import java.util.Arrays;

/**
 * The basis of a network simplex: a spanning tree whose arcs carry all the flow, with the potentials that make them tight.
 *
 * <p>No arc has a capacity, so an arc outside the tree is empty and nothing about it needs to be kept. A node stores the arc to its
 * parent. The potentials p satisfy p(tail) - p(head) = cost on every arc of the tree; an arc outside improves the flow if p(tail) -
 * p(head) is more than its cost. Supplies are to be such that no part of the tree balances ({@link Supplies} sees to it): then every
 * arc of the tree carries a positive flow, every pivot improves the flow, and the simplex cannot cycle (Orden 1956).
 */
final class FlowTree {
    private static final int NONE = -1;

    private final int root;
    private final int[] parent;
    private final int[] firstChild;
    private final int[] nextSibling;
    private final int[] previousSibling;
    /** The number of nodes of a node's subtree, itself included. */
    private final int[] size;
    /** Whether the arc between a node and its parent leads to the parent. */
    private final boolean[] upward;

    private final long[] flow;
    private final double[] cost;
    private final double[] potential;

    /**
     * The tree of the undirected edges {@code ends1[k]} - {@code ends2[k]}; the supplies say which way the flow goes on each.
     *
     * @param supplies what each node sends or takes
     */
    FlowTree(Supplies supplies, int[] ends1, int[] ends2, double[] costs) {
        int nodes = supplies.amounts().length;
        this.root = supplies.root();
        this.parent = filled(nodes);
        this.firstChild = filled(nodes);
        this.nextSibling = filled(nodes);
        this.previousSibling = filled(nodes);
        this.size = new int[nodes];
        this.upward = new boolean[nodes];
        this.flow = supplies.amounts().clone();
        this.cost = new double[nodes];
        this.potential = new double[nodes];
        hang(ends1, ends2, costs);
        int[] order = preorder();
        for (int k = nodes - 1; k > 0; k--) {
            int node = order[k];
            flow[parent[node]] += flow[node];
            size[node]++;
            size[parent[node]] += size[node];
            upward[node] = flow[node] >= 0;
            flow[node] = Math.abs(flow[node]);
        }
        size[root]++;
        flow[root] = 0;
        computePotentials();
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    /** Hangs all nodes below the root, breadth first. */
    private void hang(int[] ends1, int[] ends2, double[] costs) {
        int nodes = parent.length;
        int[] start = new int[nodes + 1];
        for (int k = 0; k < nodes - 1; k++) {
            start[ends1[k]]++;
            start[ends2[k]]++;
        }
        for (int v = 0; v < nodes; v++) {
            start[v + 1] += start[v];
        }
        int[] edges = new int[2 * (nodes - 1)];
        for (int k = 0; k < nodes - 1; k++) {
            edges[--start[ends1[k]]] = k;
            edges[--start[ends2[k]]] = k;
        }
        int[] queue = new int[nodes];
        queue[0] = root;
        int known = 1;
        for (int k = 0; k < nodes; k++) {
            int node = queue[k];
            for (int e = start[node]; e < start[node + 1]; e++) {
                int edge = edges[e];
                int other = ends1[edge] == node ? ends2[edge] : ends1[edge];
                if (other != parent[node]) {
                    attach(other, node);
                    cost[other] = costs[edge];
                    queue[known++] = other;
                }
            }
        }
    }

    /** The number of nodes. */
    int nodes() {
        return parent.length;
    }

    /** The potentials themselves, which change with every pivot. */
    double[] potentials() {
        return potential;
    }

    /** The parent of a node; -1 for the root. */
    int parent(int node) {
        return parent[node];
    }

    /** All nodes, parents before their children. */
    int[] preorder() {
        int[] order = new int[parent.length];
        int node = root;
        for (int k = 0; k < order.length; k++) {
            order[k] = node;
            node = following(node, root);
        }
        return order;
    }

    /** Brings an arc into the tree that improves the flow, and takes out the one that it empties first. */
    void pivot(int tail, int head, double arcCost) {
        int tailSide = tail;
        int headSide = head;
        int leaving = NONE;
        boolean leavesTailSide = false;
        long most = Long.MAX_VALUE;
        while (tailSide != headSide) {
            if (size[tailSide] < size[headSide]) {
                if (upward[tailSide] && flow[tailSide] < most) {
                    most = flow[tailSide];
                    leaving = tailSide;
                    leavesTailSide = true;
                }
                tailSide = parent[tailSide];
            } else {
                if (!upward[headSide] && flow[headSide] < most) {
                    most = flow[headSide];
                    leaving = headSide;
                    leavesTailSide = false;
                }
                headSide = parent[headSide];
            }
        }
        if (leaving == NONE) {
            throw new IllegalStateException("the network has a cycle of negative cost");
        }
        push(tail, head, tailSide, most);
        double change = arcCost - potential[tail] + potential[head];
        if (leavesTailSide) {
            rehang(leaving, tail, head, tailSide, true, most, arcCost);
            shift(tail, change);
        } else {
            rehang(leaving, head, tail, tailSide, false, most, arcCost);
            shift(head, -change);
        }
    }

    /** Sends flow from the head up to the apex and from there down to the tail. */
    private void push(int tail, int head, int apex, long amount) {
        for (int v = tail; v != apex; v = parent[v]) {
            flow[v] += upward[v] ? -amount : amount;
        }
        for (int v = head; v != apex; v = parent[v]) {
            flow[v] += upward[v] ? amount : -amount;
        }
    }

    /** Cuts the subtree of {@code cut} off and hangs it by its node {@code inner} under {@code outer}. */
    private void rehang(int cut, int inner, int outer, int apex, boolean arcUpward, long arcFlow, double arcCost) {
        int moved = size[cut];
        for (int v = parent[cut]; v != apex; v = parent[v]) {
            size[v] -= moved;
        }
        for (int v = outer; v != apex; v = parent[v]) {
            size[v] += moved;
        }
        int node = inner;
        int newParent = outer;
        boolean newUpward = arcUpward;
        long newFlow = arcFlow;
        double newCost = arcCost;
        int newSize = moved;
        int end = parent[cut];
        while (node != end) {
            int oldParent = parent[node];
            boolean oldUpward = upward[node];
            long oldFlow = flow[node];
            double oldCost = cost[node];
            int oldSize = size[node];
            detach(node);
            attach(node, newParent);
            upward[node] = newUpward;
            flow[node] = newFlow;
            cost[node] = newCost;
            size[node] = newSize;
            newParent = node;
            newUpward = !oldUpward;
            newFlow = oldFlow;
            newCost = oldCost;
            newSize = moved - oldSize;
            node = oldParent;
        }
    }

    private void attach(int node, int newParent) {
        int sibling = firstChild[newParent];
        parent[node] = newParent;
        previousSibling[node] = NONE;
        nextSibling[node] = sibling;
        if (sibling != NONE) {
            previousSibling[sibling] = node;
        }
        firstChild[newParent] = node;
    }

    private void detach(int node) {
        int before = previousSibling[node];
        int after = nextSibling[node];
        if (before == NONE) {
            firstChild[parent[node]] = after;
        } else {
            nextSibling[before] = after;
        }
        if (after != NONE) {
            previousSibling[after] = before;
        }
    }

    /** Moves the potentials of a subtree against those of the rest, on the side that has fewer nodes. */
    private void shift(int top, double change) {
        if (2 * size[top] <= parent.length) {
            int node = top;
            for (int k = size[top]; k > 0; k--) {
                potential[node] += change;
                node = following(node, top);
            }
            return;
        }
        int node = root;
        for (int k = parent.length - size[top]; k > 0; k--) {
            potential[node] -= change;
            node = following(node, root);
            if (node == top) {
                node = afterSubtree(node, root);
            }
        }
    }

    /** The node after this one in preorder, within the subtree of {@code top}. */
    private int following(int node, int top) {
        int child = firstChild[node];
        return child != NONE ? child : afterSubtree(node, top);
    }

    private int afterSubtree(int from, int top) {
        int node = from;
        while (node != top && nextSibling[node] == NONE) {
            node = parent[node];
        }
        return node == top ? top : nextSibling[node];
    }

    /** Computes all potentials anew, rid of the rounding errors of many pivots; the root's is 0. */
    void computePotentials() {
        int[] order = preorder();
        potential[root] = 0;
        for (int k = 1; k < order.length; k++) {
            int node = order[k];
            potential[node] = potential[parent[node]] + (upward[node] ? cost[node] : -cost[node]);
        }
    }
}
