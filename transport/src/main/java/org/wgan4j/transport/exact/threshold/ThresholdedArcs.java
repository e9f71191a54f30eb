package org.wgan4j.transport.exact.threshold;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.exact.network.ArcPricing;
import org.wgan4j.transport.exact.network.EnteringArcs;
import org.wgan4j.transport.exact.network.IntegerMasses;
import org.wgan4j.transport.exact.network.SpanningTree;
import org.wgan4j.transport.exact.network.TreeArcs;

/**
 * The pricing of a thresholded cost: the arcs below the threshold, and arcs through a hub node that replace all others (Pele, Werman 2009).
 *
 * <p>Nodes are the sources, the targets, and the hub. The path from any source to any target through the hub costs the
 * threshold.
 */
final class ThresholdedArcs implements ArcPricing {
    private static final int SOURCES_OF_BLOCK = 16;

    /** The cost of the path through the hub: the threshold, or the largest cost if that is less. */
    private final double detour;
    /** The largest absolute value of all costs. */
    private final double scale;

    private final int sources;
    private final int targets;
    /** For each source, the targets below the threshold, and their costs. */
    private final int[][] heads;

    private final double[][] costs;

    /** The arcs between some of the points of a problem, given by their indices. */
    ThresholdedArcs(CostRows rows, int[] sourcePoints, int[] targetPoints, double threshold, Limits.Deadline deadline) {
        this.sources = sourcePoints.length;
        this.targets = targetPoints.length;
        this.heads = new int[sources][];
        this.costs = new double[sources][];
        double[] buffer = new double[rows.targets()];
        int[] near = new int[targets];
        double[] nearCosts = new double[targets];
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < sources; i++) {
            deadline.check(buffer.length);
            double[] row = rows.row(sourcePoints[i], buffer);
            int count = 0;
            for (int j = 0; j < targets; j++) {
                double cost = row[targetPoints[j]];
                near[count] = sources + j;
                nearCosts[count] = cost;
                count += cost < threshold ? 1 : 0;
                most = Math.max(most, cost);
                least = Math.min(least, cost);
            }
            heads[i] = Arrays.copyOf(near, count);
            costs[i] = Arrays.copyOf(nearCosts, count);
        }
        detour = Math.min(most, threshold);
        scale = Math.max(Math.abs(detour), Math.abs(least));
    }

    /** The largest absolute cost of all arcs. */
    double scale() {
        return scale;
    }

    /** The index of the hub. */
    int hub() {
        return sources + targets;
    }

    /** The starting tree, in which all flow goes through the hub. */
    SpanningTree star(IntegerMasses supplies) {
        TreeArcs arcs = new TreeArcs(sources + targets + 1);
        for (int source = 0; source < sources; source++) {
            arcs.add(source, hub(), detour);
        }
        for (int target = sources; target < hub(); target++) {
            arcs.add(hub(), target, 0);
        }
        return arcs.tree(supplies);
    }

    @Override
    public int blocks() {
        return (sources + SOURCES_OF_BLOCK - 1) / SOURCES_OF_BLOCK + 1;
    }

    @Override
    public void price(int block, double[] potentials, EnteringArcs entering) {
        int first = block * SOURCES_OF_BLOCK;
        if (block == blocks() - 1) {
            for (int target = sources; target < hub(); target++) {
                offer(hub(), target, 0, potentials, entering);
            }
            return;
        }
        for (int source = first; source < Math.min(sources, first + SOURCES_OF_BLOCK); source++) {
            priceBest(source, potentials, entering);
            offer(source, hub(), detour, potentials, entering);
        }
    }

    private void priceBest(int source, double[] potentials, EnteringArcs entering) {
        int[] ends = heads[source];
        double[] lengths = costs[source];
        int best = -1;
        double least = potentials[source] - entering.tolerance();
        for (int k = 0; k < ends.length; k++) {
            double price = lengths[k] + potentials[ends[k]];
            if (price < least) {
                least = price;
                best = k;
            }
        }
        if (best >= 0) {
            entering.offer(source, ends[best], lengths[best]);
        }
    }

    private static void offer(int tail, int head, double cost, double[] potentials, EnteringArcs entering) {
        if (potentials[tail] - potentials[head] - cost > entering.tolerance()) {
            entering.offer(tail, head, cost);
        }
    }
}
