package org.wgan4j.transport.exact.grid;

import java.util.Arrays;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.exact.network.ArcPricing;
import org.wgan4j.transport.exact.network.EnteringArcs;
import org.wgan4j.transport.exact.network.IntegerMasses;
import org.wgan4j.transport.exact.network.MinimumCostFlow;
import org.wgan4j.transport.exact.network.SpanningTree;
import org.wgan4j.transport.exact.network.TreeArcs;
import org.wgan4j.transport.exact.network.TreeMatching;

/**
 * The flow problem of the squared distance on a grid, solved from a coarse grid to the fine one.
 *
 * <p>A grid of half the resolution is solved first. Matching the fine cells along its tree gives a starting tree that is nearly optimal. The
 * arcs between all cells are priced a slab at a time by the {@link SquaredTransform}, without storing any arc.
 */
final class SquaredGridFlow {
    private final Grid grid;
    /** For each node, sources first: its cell, and its mass, negative for targets. */
    private final int[] cells;

    private final double[] masses;
    private final int sources;
    private final IntegerMasses supplies;
    private final SpanningTree tree;

    /** Solves all resolutions, the coarsest first. */
    SquaredGridFlow(Grid grid, double[] source, double[] target, MinimumCostFlow simplex) {
        this.grid = grid;
        int[] nodeCells = new int[source.length + target.length];
        double[] nodeMasses = new double[nodeCells.length];
        sources = collect(source, 1, 0, nodeCells, nodeMasses);
        int nodes = collect(target, -1, sources, nodeCells, nodeMasses);
        cells = Arrays.copyOf(nodeCells, nodes);
        masses = Arrays.copyOf(nodeMasses, nodes);
        supplies = IntegerMasses.of(masses);
        TreeArcs arcs = new TreeArcs(nodes);
        TreeMatching.EntryConsumer entries =
                (from, to, mass) -> arcs.add(from, to, grid.squaredDistance(cells[from], cells[to]));
        if (source.length == 1) {
            entries.add(0, 1, 0);
        } else {
            matchOnCoarser(source, target, simplex, entries);
        }
        tree = arcs.tree(supplies);
        simplex.improve(tree, new SlabPricing(), 0);
    }

    private static int collect(double[] from, int sign, int start, int[] cells, double[] masses) {
        int count = start;
        for (int cell = 0; cell < from.length; cell++) {
            if (from[cell] > 0) {
                cells[count] = cell;
                masses[count++] = sign * from[cell];
            }
        }
        return count;
    }

    private void matchOnCoarser(
            double[] source, double[] target, MinimumCostFlow simplex, TreeMatching.EntryConsumer entries) {
        int[] coarseCell = grid.cellsOfHalved();
        Grid half = grid.halved();
        SquaredGridFlow coarse = new SquaredGridFlow(
                half, summed(source, coarseCell, half.cells()), summed(target, coarseCell, half.cells()), simplex);
        int[][] nodeAt = new int[2][half.cells()];
        for (int node = 0; node < coarse.cells.length; node++) {
            nodeAt[node < coarse.sources ? 0 : 1][coarse.cells[node]] = node;
        }
        TreeMatching matching = new TreeMatching(coarse.cells.length, supplies, masses);
        for (int node = 0; node < cells.length; node++) {
            matching.place(node, nodeAt[node < sources ? 0 : 1][coarseCell[cells[node]]]);
        }
        matching.along(coarse.tree, entries);
    }

    private static double[] summed(double[] masses, int[] coarseCell, int coarseCells) {
        double[] sums = new double[coarseCells];
        for (int cell = 0; cell < masses.length; cell++) {
            sums[coarseCell[cell]] += masses[cell];
        }
        return sums;
    }

    /** The plan of the flow. */
    Plan plan() {
        PlanBuilder plan = new PlanBuilder(grid.cells(), grid.cells());
        TreeMatching matching = new TreeMatching(cells.length, supplies, masses);
        for (int node = 0; node < cells.length; node++) {
            matching.place(node, node);
        }
        matching.along(tree, (from, to, mass) -> plan.add(cells[from], cells[to], mass));
        return plan.build();
    }

    /** Potentials of all cells, feasible even if the flow is not optimal: c-transforms of those of the targets; 0 if the limits stop it. */
    Potentials potentials(MinimumCostFlow simplex) {
        try {
            return transformed(simplex.deadline());
        } catch (LimitReachedException e) {
            simplex.stop();
            return new Potentials(new double[grid.cells()], new double[grid.cells()]);
        }
    }

    private Potentials transformed(Limits.Deadline deadline) {
        double[] values = new double[grid.cells()];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        for (int node = sources; node < cells.length; node++) {
            values[cells[node]] = tree.potentials()[node];
        }
        // Centred at 0, so that rounding changes the dual value the least, by an integer, so that all stay integers.
        double middle = Math.rint(Arrays.stream(tree.potentials()).average().orElse(0));
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] -= middle;
        }
        SquaredTransform transform = new SquaredTransform(grid);
        double[] f = transform.all(values, deadline);
        double[] g = transform.all(Arrays.stream(f).map(value -> -value).toArray(), deadline);
        return new Potentials(f, g);
    }

    /** Adds, for each source of a slab of cells, the arc of least reduced cost. */
    private final class SlabPricing implements ArcPricing {
        private final SquaredTransform transform = new SquaredTransform(grid);
        private final double[] values = new double[grid.cells()];
        private final int[] targetAt = new int[values.length];
        /** The first source of each slab. */
        private final int[] slabStart = new int[grid.shape()[0] + 1];

        SlabPricing() {
            Arrays.fill(values, Double.POSITIVE_INFINITY);
            for (int node = sources; node < cells.length; node++) {
                targetAt[cells[node]] = node;
            }
            for (int node = 0; node < sources; node++) {
                slabStart[cells[node] / transform.slabCells() + 1]++;
            }
            Arrays.parallelPrefix(slabStart, Integer::sum);
        }

        @Override
        public int blocks() {
            return grid.shape()[0];
        }

        @Override
        public void price(int slab, double[] potentials, EnteringArcs entering) {
            if (slabStart[slab] == slabStart[slab + 1]) {
                return;
            }
            for (int node = sources; node < cells.length; node++) {
                values[cells[node]] = potentials[node];
            }
            double[] least = transform.slab(slab, values);
            for (int node = slabStart[slab]; node < slabStart[slab + 1]; node++) {
                int cellOfSlab = cells[node] - slab * transform.slabCells();
                if (potentials[node] - least[cellOfSlab] > entering.tolerance()) {
                    int cell = transform.minimiser(slab, cellOfSlab, values);
                    entering.offer(node, targetAt[cell], grid.squaredDistance(cells[node], cell));
                }
            }
        }
    }
}
