package org.wgan4j.transport.exact.network;

import java.util.Arrays;

/**
 * A rooted tree as parents and a circular preorder, in which the subtree of a node is the range from the node to its last descendant (Barr,
 * Glover and Klingman 1979).
 *
 * <p>A subtree is moved in time proportional to the length of the path that is reversed. The root is always node 0. For use by one thread at
 * a time.
 */
public final class RootedTree {
    /** The parent of the root. */
    public static final int NONE = -1;

    /** The root. */
    public static final int ROOT = 0;

    private final int[] parent;
    private final int[] next;
    private final int[] previous;
    private final int[] last;
    private final int[] size;

    /**
     * A tree with the given edges.
     *
     * @param nodes the number of nodes
     * @param ends one end of each of the {@code nodes - 1} edges
     * @param otherEnds the other end of each
     */
    public RootedTree(int nodes, int[] ends, int[] otherEnds) {
        parent = new int[nodes];
        next = new int[nodes];
        previous = new int[nodes];
        last = new int[nodes];
        size = new int[nodes];
        setPreorder(ends, otherEnds);
        measureSubtrees();
    }

    /** Finds parents and preorder by a depth-first walk from the root. */
    private void setPreorder(int[] ends, int[] otherEnds) {
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

    /** The neighbours of all nodes, node by node; the start of each node's neighbours is written into {@code start}. */
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
            // In reverse preorder the first child holds the last node.
            if (!measured[above]) {
                measured[above] = true;
                last[above] = last[x];
            }
        }
    }

    /** The number of nodes. */
    public int nodes() {
        return parent.length;
    }

    /** The parent of a node, {@link #NONE} for the root. */
    public int parent(int node) {
        return parent[node];
    }

    /** The node after another in the preorder; after the last comes the root. */
    public int next(int node) {
        return next[node];
    }

    /** The node before another in the preorder; before the root comes the last. */
    public int previous(int node) {
        return previous[node];
    }

    /** The last node of a subtree in the preorder. */
    public int last(int node) {
        return last[node];
    }

    /** The number of nodes of a subtree, its root included. */
    public int size(int node) {
        return size[node];
    }

    /** The lowest common ancestor: the subtree of an ancestor has more nodes than those of its descendants. */
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
     * Moves the subtree of {@code top}: {@code within} becomes its root and a child of {@code outside}.
     *
     * @param within a node of the subtree
     * @param outside a node outside the subtree, the new parent
     * @param top the present root of the subtree
     * @param join the lowest common ancestor of {@code within} and {@code outside}
     */
    public void reroot(int within, int outside, int top, int join) {
        int count = size[top];
        detach(top);
        resize(parent[top], join, -count);
        int end = reverse(within, top, outside);
        attach(within, end, outside);
        resize(outside, join, count);
    }

    /** Removes the range of a subtree from the preorder. */
    private void detach(int top) {
        int before = previous[top];
        int end = last[top];
        link(before, next[end]);
        for (int x = parent[top]; x != NONE && last[x] == end; x = parent[x]) {
            last[x] = before;
        }
    }

    /** Inserts the range from {@code first} to {@code end} after its new parent. */
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
     * Makes {@code within} the root of the detached subtree: the other subtrees of each node of the path to {@code top} move to the end of the
     * new preorder.
     *
     * @return the last node of the new order
     */
    private int reverse(int within, int top, int newParent) {
        int count = size[top];
        int placed = last[within];
        int runEnd = placed;
        int beforeRun = previous[within];
        int afterRun = next[placed];
        int below = 0;
        int above = newParent;
        int x = within;
        while (x != top) {
            int oldParent = parent[x];
            int oldSize = size[x];
            parent[x] = above;
            size[x] = count - below;
            // The old parent's range is: itself ... beforeRun, the range of x, afterRun ... its end. Both parts move
            // behind
            // what is placed.
            int parentEnd = last[oldParent];
            int beforeParent = previous[oldParent];
            link(placed, oldParent);
            placed = beforeRun;
            if (runEnd != parentEnd) {
                int afterParent = next[parentEnd];
                link(beforeRun, afterRun);
                placed = parentEnd;
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
            last[y] = placed;
        }
        return placed;
    }

    private void link(int before, int after) {
        next[before] = after;
        previous[after] = before;
    }
}
