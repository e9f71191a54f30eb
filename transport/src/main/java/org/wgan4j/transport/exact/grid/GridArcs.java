package org.wgan4j.transport.exact.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.exact.network.ArcPricing;
import org.wgan4j.transport.exact.network.EnteringArcs;

/**
 * The pricing of the arcs from every cell of a grid to the cells at given offsets, in both directions, without storing any arc.
 *
 * <p>A block is one offset. Cells are priced in runs along the last axis, in which both ends of the arcs are contiguous.
 */
final class GridArcs implements ArcPricing {
    private final Grid grid;
    private final List<int[]> offsets;
    private final double[] costs;

    private GridArcs(Grid grid, List<int[]> offsets) {
        this.grid = grid;
        this.offsets = offsets;
        this.costs = offsets.stream()
                .mapToDouble(offset -> Math.sqrt(squaredLength(offset)))
                .toArray();
    }

    /** The arcs to the neighbours along each axis, whose shortest paths are the L1 distances. */
    static GridArcs steps(Grid grid) {
        List<int[]> offsets = new ArrayList<>();
        for (int axis = 0; axis < grid.axes(); axis++) {
            if (grid.shape()[axis] > 1) {
                int[] offset = new int[grid.axes()];
                offset[axis] = 1;
                offsets.add(offset);
            }
        }
        return new GridArcs(grid, offsets);
    }

    /**
     * The arcs to all cells that differ by at most {@code reach} on each axis and have no cell on the segment between, the shortest
     * first.
     */
    static GridArcs straight(Grid grid, int reach, Limits.Deadline deadline) {
        List<int[]> offsets = new ArrayList<>();
        collect(grid, reach, 0, new int[grid.axes()], 0, offsets, deadline);
        offsets.sort(Comparator.comparingDouble(GridArcs::squaredLength));
        return new GridArcs(grid, offsets);
    }

    /** Enumerates the values of an axis; of an offset and its opposite only the one whose first nonzero step is positive. */
    private static void collect(
            Grid grid, int reach, int axis, int[] offset, int divisor, List<int[]> into, Limits.Deadline deadline) {
        deadline.check(1);
        if (axis == grid.axes()) {
            if (divisor == 1) {
                into.add(offset.clone());
            }
            return;
        }
        int most = Math.min(reach, grid.shape()[axis] - 1);
        for (int step = divisor == 0 ? 0 : -most; step <= most; step++) {
            offset[axis] = step;
            collect(grid, reach, axis + 1, offset, greatestCommonDivisor(divisor, Math.abs(step)), into, deadline);
        }
        offset[axis] = 0;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static double squaredLength(int[] offset) {
        double sum = 0;
        for (int step : offset) {
            sum += (double) step * step;
        }
        return sum;
    }

    @Override
    public int blocks() {
        return costs.length;
    }

    @Override
    public void price(int block, double[] potentials, EnteringArcs entering) {
        price(0, 0, 0, offsets.get(block), costs[block], potentials, entering);
    }

    /** Enumerates an axis; {@code cell} and {@code other} are the indices of the two ends on the axes before. */
    private void price(
            int axis, int cell, int other, int[] offset, double cost, double[] potentials, EnteringArcs entering) {
        int length = grid.shape()[axis];
        int step = offset[axis];
        int from = Math.max(0, -step);
        int to = Math.min(length, length - step);
        if (axis == grid.axes() - 1) {
            priceRun(cell * length + from, other * length + from + step, to - from, cost, potentials, entering);
            return;
        }
        for (int k = from; k < to; k++) {
            price(axis + 1, cell * length + k, other * length + k + step, offset, cost, potentials, entering);
        }
    }

    /** Adds the arc of least reduced cost of a run: first its value, in a loop that can be vectorised, then its index. */
    private static void priceRun(
            int cell, int other, int count, double cost, double[] potentials, EnteringArcs entering) {
        double most = 0;
        for (int k = 0; k < count; k++) {
            most = Math.max(most, Math.abs(potentials[cell + k] - potentials[other + k]));
        }
        if (most - cost <= entering.tolerance()) {
            return;
        }
        int k = 0;
        while (Math.abs(potentials[cell + k] - potentials[other + k]) != most) {
            k++;
        }
        if (potentials[cell + k] > potentials[other + k]) {
            entering.offer(cell + k, other + k, cost);
        } else {
            entering.offer(other + k, cell + k, cost);
        }
    }
}
