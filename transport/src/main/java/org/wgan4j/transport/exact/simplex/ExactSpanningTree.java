package org.wgan4j.transport.exact.simplex;

import static org.wgan4j.transport.exact.network.RootedTree.NONE;
import static org.wgan4j.transport.exact.network.RootedTree.ROOT;

import java.math.BigInteger;
import java.util.Arrays;
import org.wgan4j.transport.exact.network.RootedTree;
import org.wgan4j.transport.exact.network.SpanningTree;

/**
 * The basis of {@link ExactSimplex}: a spanning tree of sources and targets with flows and potentials as exact integers.
 *
 * <p>As {@link SpanningTree}, but exact, and arcs lead from sources to targets only.
 */
final class ExactSpanningTree {
    private final RootedTree shape;
    private final int sources;
    private final BigInteger[] flow;
    private final BigInteger[] potential;

    /** The potentials rounded to doubles, which filter out most arcs. */
    private final double[] rounded;

    private final DyadicUnit unit;

    /** The costs of arcs in units. */
    @FunctionalInterface
    interface ArcCosts {
        /** The cost from a source to a target, both numbered from 0. */
        BigInteger of(int source, int target);
    }

    /** The tree with the given arcs, rooted at node 0. */
    ExactSpanningTree(BigInteger[] supply, int sources, int[] tails, int[] heads, ArcCosts costs, DyadicUnit unit) {
        this.shape = new RootedTree(supply.length, tails, heads);
        this.sources = sources;
        this.unit = unit;
        this.flow = new BigInteger[supply.length];
        this.potential = new BigInteger[supply.length];
        this.rounded = new double[supply.length];
        Arrays.fill(potential, BigInteger.ZERO);
        Arrays.fill(flow, BigInteger.ZERO);
        setFlows(supply);
        for (int x = shape.next(ROOT); x != ROOT; x = shape.next(x)) {
            int above = shape.parent(x);
            BigInteger cost = costs.of(Math.min(x, above), Math.max(x, above) - sources);
            potential[x] = x < sources ? potential[above].add(cost) : potential[above].subtract(cost);
            rounded[x] = unit.value(potential[x]);
        }
    }

    /** Sets the unique flows that meet the supplies, which sum to 0. */
    void setFlows(BigInteger[] supply) {
        BigInteger[] excess = supply.clone();
        for (int x = shape.last(ROOT); x != ROOT; x = shape.previous(x)) {
            flow[x] = x < sources ? excess[x] : excess[x].negate();
            excess[shape.parent(x)] = excess[shape.parent(x)].add(excess[x]);
        }
    }

    int nodes() {
        return shape.nodes();
    }

    int sources() {
        return sources;
    }

    /** The parent of a node, -1 for the root. */
    int parent(int node) {
        return shape.parent(node);
    }

    /** The flow on the arc between a node, not the root, and its parent. */
    BigInteger flow(int node) {
        return flow[node];
    }

    BigInteger potential(int node) {
        return potential[node];
    }

    /** The double nearest to the potential of a node. */
    double rounded(int node) {
        return rounded[node];
    }

    /** Adds an arc of negative reduced cost to the tree, and removes the arc that limits the flow around the cycle it closes. */
    void pivot(int tail, int head, BigInteger reduced) {
        int join = shape.join(tail, head);
        int ofTail = least(tail, join, true, NONE);
        int leaving = least(head, join, false, ofTail);
        if (leaving == NONE) {
            throw new IllegalStateException("no arc of a cycle has the opposite direction");
        }
        BigInteger amount = flow[leaving];
        push(tail, join, amount.negate());
        push(head, join, amount);
        boolean tailMoves = leaving == ofTail;
        int within = tailMoves ? tail : head;
        int above = shape.parent(leaving);
        BigInteger moved = amount;
        for (int x = within; x != above; x = shape.parent(x)) {
            BigInteger own = flow[x];
            flow[x] = moved;
            moved = own;
        }
        shape.reroot(within, tailMoves ? head : tail, leaving, join);
        shift(within, tailMoves ? reduced : reduced.negate());
    }

    /** The node of a path whose parent arc has one direction and the least flow, less than that of another node. */
    private int least(int from, int join, boolean up, int other) {
        int least = other;
        for (int x = from; x != join; x = shape.parent(x)) {
            if (x < sources == up && (least == NONE || flow[x].compareTo(flow[least]) < 0)) {
                least = x;
            }
        }
        return least;
    }

    private void push(int from, int join, BigInteger amount) {
        for (int x = from; x != join; x = shape.parent(x)) {
            flow[x] = x < sources ? flow[x].add(amount) : flow[x].subtract(amount);
        }
    }

    /** Adds to the potentials of a subtree, or subtracts from all others, whichever are fewer. */
    private void shift(int top, BigInteger difference) {
        int start = top;
        int stop = shape.next(shape.last(top));
        BigInteger amount = difference;
        if (2 * shape.size(top) > nodes()) {
            start = stop;
            stop = top;
            amount = difference.negate();
        }
        for (int x = start; x != stop; x = shape.next(x)) {
            potential[x] = potential[x].add(amount);
            rounded[x] = unit.value(potential[x]);
        }
    }
}
