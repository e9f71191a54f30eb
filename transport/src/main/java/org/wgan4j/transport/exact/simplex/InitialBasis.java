package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.exact.network.SpanningTree;

/**
 * A feasible starting tree of the network simplex by the matrix-minimum rule: the cheapest arc first, with as much flow as possible.
 *
 * <p>Each arc exhausts a source or a target, and both only in the last step, since no subset of the perturbed supplies balances; so the arcs
 * form a spanning tree. Only the cheapest arcs of each open row are sorted; this is repeated for the points that stay open.
 */
final class InitialBasis {
    /** Arcs are sorted by longs: the upper bits of the cost, then the index of the arc. */
    private static final int ARC_BITS = 27;

    private final long[] left;
    private final int sources;
    private final int[] tails;
    private final int[] heads;
    private final double[] costs;
    private int taken;

    private InitialBasis(long[] supply, int sources) {
        this.left = supply.clone();
        this.sources = sources;
        this.tails = new int[supply.length - 1];
        this.heads = new int[supply.length - 1];
        this.costs = new double[supply.length - 1];
    }

    /**
     * The tree for perturbed supplies under reduced costs, beginning with a list of cheap arcs; if the limits stop the search for others, the
     * remaining supplies are matched in the order of the points.
     */
    static SpanningTree of(
            long[] supply, ReducedCosts costs, CandidateArcs first, int arcsOfRow, Limits.Deadline deadline) {
        InitialBasis greedy = new InitialBasis(supply, costs.f().length);
        greedy.take(first);
        try {
            while (greedy.taken < greedy.tails.length) {
                greedy.take(costs.cheapest(arcsOfRow, greedy.openSources(), greedy.openTargets(), deadline));
            }
        } catch (LimitReachedException e) {
            greedy.takeInOrder(costs);
        }
        return new SpanningTree(supply, greedy.tails, greedy.heads, greedy.costs);
    }

    private void take(CandidateArcs arcs) {
        int[] sourceOf = new int[arcs.size()];
        for (int i = 0; i < arcs.rows(); i++) {
            Arrays.fill(sourceOf, arcs.start()[i], arcs.start()[i + 1], i);
        }
        for (int arc : cheapestFirst(arcs.cost())) {
            int source = sourceOf[arc];
            int target = sources + arcs.target()[arc];
            if (left[source] != 0 && left[target] != 0) {
                take(source, target, arcs.cost()[arc]);
            }
        }
    }

    private void take(int source, int target, double cost) {
        long amount = Math.min(left[source], -left[target]);
        left[source] -= amount;
        left[target] += amount;
        tails[taken] = source;
        heads[taken] = target;
        costs[taken++] = cost;
    }

    private void takeInOrder(ReducedCosts reduced) {
        int source = 0;
        int target = sources;
        while (taken < tails.length) {
            if (left[source] == 0) {
                source++;
            } else if (left[target] == 0) {
                target++;
            } else {
                int column = target - sources;
                take(source, target, reduced.costs().cost(source, column) - reduced.f()[source] - reduced.g()[column]);
            }
        }
    }

    private static int[] cheapestFirst(double[] costs) {
        int[] arcs = new int[costs.length];
        if (costs.length >= 1 << ARC_BITS) {
            Arrays.setAll(arcs, k -> k);
            return arcs;
        }
        long[] order = new long[costs.length];
        for (int k = 0; k < order.length; k++) {
            // Bits of doubles that are not negative sort as the doubles do.
            long key = Double.doubleToRawLongBits(Math.max(0, costs[k]) + 0.0);
            order[k] = (key >>> ARC_BITS) << ARC_BITS | k;
        }
        Arrays.sort(order);
        for (int k = 0; k < order.length; k++) {
            arcs[k] = (int) (order[k] & ((1L << ARC_BITS) - 1));
        }
        return arcs;
    }

    private int[] openSources() {
        return open(0, sources);
    }

    private int[] openTargets() {
        return open(sources, left.length);
    }

    /** The nodes of a range with supply or demand left, counted from its start. */
    private int[] open(int from, int to) {
        int[] open = new int[to - from];
        int count = 0;
        for (int x = from; x < to; x++) {
            if (left[x] != 0) {
                open[count++] = x - from;
            }
        }
        return Arrays.copyOf(open, count);
    }
}
