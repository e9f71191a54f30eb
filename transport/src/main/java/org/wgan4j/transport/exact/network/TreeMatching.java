package org.wgan4j.transport.exact.network;

import java.util.Arrays;

/**
 * From a flow on a tree to a plan: matches what is sent with what is taken, from the leaves up, at the first node where both meet.
 *
 * <p>What a subtree has too much of leaves by the arc to its parent, and what it lacks comes by it, so each match follows the flow.
 * Every match uses up one of its two ends, and never both but for the last: the entries are the edges of a spanning tree of the
 * ends. The {@link IntegerMasses} decide which of the two is used up; the masses, as they were given, follow.
 */
public final class TreeMatching {
    private static final int NONE = -1;

    private final long[] supplies;
    private final double[] masses;
    private final int[] nextInLine;
    private final Lines senders;
    private final Lines takers;

    /** Receives the entries of a plan. */
    @FunctionalInterface
    public interface Entries {
        /** So much, maybe 0, goes from one end to another. */
        void add(int sender, int taker, double mass);
    }

    /**
     * Ends, not yet at any node of the tree.
     *
     * @param nodes the number of nodes of the tree
     * @param supplies of the ends: those above 0 send, those below take
     * @param masses of the ends, with either sign
     */
    public TreeMatching(int nodes, IntegerMasses supplies, double[] masses) {
        this.supplies = supplies.perturbed().clone();
        this.masses = new double[masses.length];
        for (int end = 0; end < masses.length; end++) {
            this.masses[end] = Math.abs(masses[end]);
        }
        this.nextInLine = filled(masses.length);
        this.senders = new Lines(nodes);
        this.takers = new Lines(nodes);
    }

    /** The first and the last end that stand in line at each node. */
    private static final class Lines {
        private final int[] first;
        private final int[] last;

        Lines(int nodes) {
            first = filled(nodes);
            last = filled(nodes);
        }
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    /** Puts an end at a node. */
    public void place(int end, int node) {
        append(supplies[end] > 0 ? senders : takers, node, end, end);
    }

    private void append(Lines lines, int node, int from, int to) {
        if (lines.first[node] == NONE) {
            lines.first[node] = from;
        } else {
            nextInLine[lines.last[node]] = from;
        }
        lines.last[node] = to;
    }

    /** Matches all ends along a tree. */
    public void along(SpanningTree tree, Entries entries) {
        int[] order = tree.preorder();
        for (int k = order.length - 1; k >= 0; k--) {
            int node = order[k];
            at(node, entries);
            if (k > 0) {
                passUp(senders, node, tree.parent(node));
                passUp(takers, node, tree.parent(node));
            }
        }
    }

    /** Matches the ends that stand at one node until one of its two lines is empty. */
    void at(int node, Entries entries) {
        int sender = senders.first[node];
        int taker = takers.first[node];
        while (sender != NONE && taker != NONE) {
            long left = supplies[sender] + supplies[taker];
            int usedUp = left > 0 ? taker : sender;
            int other = left > 0 ? sender : taker;
            double mass = masses[usedUp];
            entries.add(sender, taker, mass);
            masses[other] = Math.max(0, masses[other] - mass);
            supplies[other] = left;
            sender = left > 0 ? sender : nextInLine[sender];
            taker = left >= 0 ? nextInLine[taker] : taker;
        }
        senders.first[node] = sender;
        takers.first[node] = taker;
    }

    private void passUp(Lines lines, int node, int parent) {
        if (lines.first[node] != NONE) {
            append(lines, parent, lines.first[node], lines.last[node]);
        }
    }
}
