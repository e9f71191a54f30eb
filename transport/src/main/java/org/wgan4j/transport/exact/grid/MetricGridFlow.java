package org.wgan4j.transport.exact.grid;

import java.util.Arrays;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.exact.network.IntegerMasses;
import org.wgan4j.transport.exact.network.SpanningTree;
import org.wgan4j.transport.exact.network.TreeArcs;
import org.wgan4j.transport.exact.network.TreeMatching;

/**
 * The flow problem of a metric on a grid that is the length of shortest paths along few arcs.
 *
 * <p>The common mass of both measures stays in place, which is optimal for any metric; the difference flows through the cells. Each cell has
 * one potential: f, and g is its negative.
 */
final class MetricGridFlow {
    private static final double SLOPE_ROUNDING = 0x1p-48;

    private final Grid grid;
    private final double[] source;
    private final double[] target;
    private final double[] excess;
    private final IntegerMasses supplies;
    private final SpanningTree tree;

    /** Removes the common mass and starts with a feasible flow. */
    MetricGridFlow(Grid grid, double[] source, double[] target) {
        this.grid = grid;
        this.source = source;
        this.target = target;
        excess = new double[source.length];
        for (int cell = 0; cell < excess.length; cell++) {
            excess[cell] = source[cell] - target[cell];
        }
        supplies = IntegerMasses.of(excess);
        tree = comb(grid, supplies);
    }

    /** The tree of all lines along the last axis, joined at their first cells. */
    private static SpanningTree comb(Grid grid, IntegerMasses supplies) {
        TreeArcs arcs = new TreeArcs(grid.cells());
        long[] sent = supplies.perturbed().clone();
        for (int cell = sent.length - 1; cell > 0; cell--) {
            int earlier = cell - strideToEarlier(cell, grid.shape());
            sent[earlier] += sent[cell];
            arcs.add(sent[cell] > 0 ? cell : earlier, sent[cell] > 0 ? earlier : cell, 1);
        }
        return arcs.tree(supplies);
    }

    /** The stride of the last axis on which a cell is not the first. */
    private static int strideToEarlier(int cell, int[] shape) {
        int stride = 1;
        int axis = shape.length - 1;
        while (cell / stride % shape[axis] == 0) {
            stride *= shape[axis];
            axis--;
        }
        return stride;
    }

    /** The tree that carries the flow. */
    SpanningTree tree() {
        return tree;
    }

    /** The plan of the flow. */
    Plan plan() {
        PlanBuilder plan = new PlanBuilder(source.length, target.length);
        TreeMatching matching = new TreeMatching(excess.length, supplies, excess);
        for (int cell = 0; cell < excess.length; cell++) {
            plan.add(cell, cell, Math.min(source[cell], target[cell]));
            matching.place(cell, cell);
        }
        matching.along(tree, plan::add);
        return plan.build();
    }

    /** The potentials of the tree times a factor, centred at 0 so that rounding changes the dual value the least. */
    Potentials potentials(double factor) {
        double[] values = tree.potentials();
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        double middle = Math.rint((least + most) / 2);
        double[] f =
                Arrays.stream(values).map(value -> (value - middle) * factor).toArray();
        return new Potentials(f, Arrays.stream(f).map(value -> -value).toArray());
    }

    /** The potentials of a tree that is not optimal, scaled down until the differences of neighbours make them feasible. */
    Potentials feasiblePotentials(NormCost cost) {
        double[] values = tree.potentials();
        double largest = 0;
        double squares = 0;
        int stride = 1;
        for (int axis = grid.axes() - 1; axis >= 0; axis--) {
            int length = grid.shape()[axis];
            double steepest = 0;
            for (int cell = stride; cell < values.length; cell++) {
                if (cell / stride % length > 0) {
                    steepest = Math.max(steepest, Math.abs(values[cell] - values[cell - stride]));
                }
            }
            largest = Math.max(largest, steepest);
            squares += steepest * steepest;
            stride *= length;
        }
        double slope = cost.norm() == NormCost.Norm.MANHATTAN ? largest : Math.sqrt(squares);
        return potentials(slope > 1 ? (1 - SLOPE_ROUNDING) / slope : 1 - SLOPE_ROUNDING);
    }
}
