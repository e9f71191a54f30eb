package org.wgan4j.transport.exact.network;

import java.util.Arrays;

/**
 * The shape of a spanning tree: parents, and all nodes in a circular preorder, in which the subtree of a node is the run from the node to
 * its last descendant (Barr, Glover and Klingman 1979).
 *
 * <p>A subtree is re-hung in time proportional to the path that is turned around. The root is node 0 and stays the root.
 */
public final class RootedTree {
    public static final int NONE = -1;
    public static final int ROOT = 0;

    private final int[] parent;
    private final int[] next;
    private final int[] previous;
    private final int[] last;
    private final int[] size;

    /**
     * Hangs a tree from the root.
     *
     * @param ends the two ends of each of the {@code nodes - 1} edges
     */
    public RootedTree(int nodes, int[] ends, int[] otherEnds) {
        parent = new int[nodes];
        next = new int[nodes];
        previous = new int[nodes];
        last = new int[nodes];
        size = new int[nodes];
        hang(ends, otherEnds);
        measureSubtrees();
    }

    /** Finds parents and preorder by a depth-first walk from the root. */
    private void hang(int[] ends, int[] otherEnds) {
        int[] start = new int[parent.length + 1];
        int[] neighbours = neighbours(ends, otherEnds, start);
        int[] stack = new int[parent.length];
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
                if (neighbours[k] != parent[x]) {
                    parent[neighbours[k]] = x;
                    stack[depth++] = neighbours[k];
                }
            }
        }
        link(before, ROOT);
    }

    /** The neighbours of all nodes, one node after the other; where each node's start is written into {@code start}. */
    private static int[] neighbours(int[] ends, int[] otherEnds, int[] start) {
        for (int k = 0; k < ends.length; k++) {
            start[ends[k] + 1]++;
            start[otherEnds[k] + 1]++;
        }
        for (int x = 1; x < start.length; x++) {
            start[x] += start[x - 1];
        }
        int[] place = start.clone();
        int[] neighbours = new int[2 * ends.length];
        for (int k = 0; k < ends.length; k++) {
            neighbours[place[ends[k]]++] = otherEnds[k];
            neighbours[place[otherEnds[k]]++] = ends[k];
        }
        return neighbours;
    }

    private void measureSubtrees() {
        Arrays.fill(size, 1);
        Arrays.setAll(last, x -> x);
        boolean[] measured = new boolean[parent.length];
        for (int x = previous[ROOT]; x != ROOT; x = previous[x]) {
            int above = parent[x];
            size[above] += size[x];
            // Met backwards, the first child to report holds the last node.
            if (!measured[above]) {
                measured[above] = true;
                last[above] = last[x];
            }
        }
    }

    public int nodes() {
        return parent.length;
    }

    /** The parent of a node, {@link #NONE} for the root. */
    public int parent(int node) {
        return parent[node];
    }

    /** The node behind another in the preorder; behind the last comes the root. */
    public int next(int node) {
        return next[node];
    }

    /** The node before another in the preorder; before the root comes the last. */
    public int previous(int node) {
        return previous[node];
    }

    /** The last node of the run of a subtree. */
    public int last(int node) {
        return last[node];
    }

    /** How many nodes a subtree has, its top among them. */
    public int size(int node) {
        return size[node];
    }

    /** The node where the paths to the root meet: an ancestor has more nodes below it than its descendants have. */
    public int join(int a, int b) {
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

    /**
     * Cuts the subtree of {@code top} off, turns it around so that {@code within} is its root, and hangs it below {@code outside}.
     *
     * @param within a node of the subtree
     * @param outside a node that is none of it
     * @param join where the paths from the two to the root meet
     */
    public void rehang(int within, int outside, int top, int join) {
        int count = size[top];
        detach(top);
        resize(parent[top], join, -count);
        int end = turn(within, top, outside);
        attach(within, end, outside);
        resize(outside, join, count);
    }

    /** Takes the run of a subtree out of the preorder. */
    private void detach(int top) {
        int before = previous[top];
        int end = last[top];
        link(before, next[end]);
        for (int x = parent[top]; x != NONE && last[x] == end; x = parent[x]) {
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
     * Makes {@code within} the root of the cut subtree, below a new parent: what hangs at a node of the path to {@code top} besides the path
     * itself moves behind what has been laid so far.
     *
     * @return the last node of the new order
     */
    private int turn(int within, int top, int newParent) {
        int count = size[top];
        int laid = last[within];
        int runEnd = laid;
        int beforeRun = previous[within];
        int afterRun = next[laid];
        int below = 0;
        int above = newParent;
        int x = within;
        while (x != top) {
            int oldParent = parent[x];
            int oldSize = size[x];
            parent[x] = above;
            size[x] = count - below;
            // The old parent's run is: itself ... beforeRun, the run of x, afterRun ... its end. Both parts move behind
            // what is laid.
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
            above = x;
            x = oldParent;
        }
        parent[top] = above;
        size[top] = count - below;
        for (int y = top; y != newParent; y = parent[y]) {
            last[y] = laid;
        }
        return laid;
    }

    private void link(int before, int after) {
        next[before] = after;
        previous[after] = before;
    }
}
