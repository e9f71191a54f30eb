package org.wgan4j.transport.exact.network;

import java.util.Arrays;

/**
 * Decomposes a flow on a tree into a plan: matches sources with sinks from the leaves up, at the first node where both meet.
 *
 * <p>The excess of a subtree leaves by the arc to its parent, and its deficit arrives by it, so each match follows the flow. Every match
 * exhausts one of its two terminals, and both only in the last: the entries are the edges of a spanning tree of the terminals. The
 * {@link IntegerMasses} decide which of the two is exhausted; the masses, as they were given, follow.
 *
 * <p>For use by one thread at a time.
 */
public final class TreeMatching {
    private static final int NONE = -1;

    private final long[] supplies;
    private final double[] masses;
    private final int[] next;
    private final Queues sources;
    private final Queues sinks;

    /** A consumer of the entries of a plan. */
    @FunctionalInterface
    public interface EntryConsumer {
        /** Accepts an entry, whose mass may be 0. */
        void add(int source, int sink, double mass);
    }

    /**
     * A matching of terminals that are not yet placed at nodes.
     *
     * @param nodes the number of nodes of the tree
     * @param supplies of the terminals: positive for sources, negative for sinks
     * @param masses of the terminals, of the same signs
     */
    public TreeMatching(int nodes, IntegerMasses supplies, double[] masses) {
        this.supplies = supplies.perturbed().clone();
        this.masses = new double[masses.length];
        for (int terminal = 0; terminal < masses.length; terminal++) {
            this.masses[terminal] = Math.abs(masses[terminal]);
        }
        this.next = filled(masses.length);
        this.sources = new Queues(nodes);
        this.sinks = new Queues(nodes);
    }

    /** The first and the last terminal of the queue of each node. */
    private static final class Queues {
        private final int[] first;
        private final int[] last;

        Queues(int nodes) {
            first = filled(nodes);
            last = filled(nodes);
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    /** Places a terminal at a node. */
    public void place(int terminal, int node) {
        append(supplies[terminal] > 0 ? sources : sinks, node, terminal, terminal);
    }

    private void append(Queues queues, int node, int from, int to) {
        if (queues.first[node] == NONE) {
            queues.first[node] = from;
        } else {
            next[queues.last[node]] = from;
        }
        queues.last[node] = to;
    }

    /** Matches all terminals along a tree. */
    public void along(SpanningTree tree, EntryConsumer entries) {
        int[] order = tree.preorder();
        for (int k = order.length - 1; k >= 0; k--) {
            int node = order[k];
            at(node, entries);
            if (k > 0) {
                moveUp(sources, node, tree.parent(node));
                moveUp(sinks, node, tree.parent(node));
            }
        }
    }

    /** Matches the terminals of a node until one of its two queues is empty. */
    void at(int node, EntryConsumer entries) {
        int source = sources.first[node];
        int sink = sinks.first[node];
        while (source != NONE && sink != NONE) {
            long left = supplies[source] + supplies[sink];
            int exhausted = left > 0 ? sink : source;
            int other = left > 0 ? source : sink;
            double mass = masses[exhausted];
            entries.add(source, sink, mass);
            masses[other] = Math.max(0, masses[other] - mass);
            supplies[other] = left;
            source = left > 0 ? source : next[source];
            sink = left >= 0 ? next[sink] : sink;
        }
        sources.first[node] = source;
        sinks.first[node] = sink;
    }

    private void moveUp(Queues queues, int node, int parent) {
        if (queues.first[node] != NONE) {
            append(queues, parent, queues.first[node], queues.last[node]);
        }
    }
}
