package org.wgan4j.transport.exact.assignment;

import static org.wgan4j.transport.exact.assignment.PricedColumns.NONE;

import java.util.Arrays;
import org.wgan4j.transport.Limits;

/**
 * Shortest augmenting paths: Dijkstra's algorithm over reduced costs from a free row to the nearest free column (Jonker and
 * Volgenant 1987, step 4), over the columns that each row has listed.
 *
 * <p>A row whose list ends before the search does stands in the heap too, at the least label that any of its other columns can
 * have; when that is the least label of all, the row is read and its list made longer.
 */
final class AugmentingPaths {
    /** A list of so many columns is not made longer: beyond it, a row is read in full. */
    private static final int LONGEST = 512;

    /** So many pairs are looked at for the rows that are left when the limits end the search. */
    private static final long FEW_PAIRS = 1 << 22;

    private final PricedColumns state;
    private final Limits.Deadline deadline;
    private final int size;
    private final LabelHeap heap = new LabelHeap();
    private final double[] labels;
    private final int[] reachedFrom;
    private final double[] reachedAt;
    private final double[] offsets;
    private final int[] wanted;
    private final int[] seenIn;
    private final int[] leftIn;
    private final int[] left;
    private final int[] freeColumns;
    private int free;
    private int search;
    private double nearest;
    private int end;
    private long steps;

    AugmentingPaths(PricedColumns state, Limits.Deadline deadline) {
        this.deadline = deadline;
        this.state = state;
        this.size = state.size;
        this.labels = new double[size];
        this.reachedFrom = new int[size];
        this.reachedAt = new double[size];
        this.offsets = new double[size];
        this.wanted = new int[size];
        this.seenIn = new int[size];
        this.leftIn = new int[size];
        this.left = new int[size];
        this.freeColumns = new int[size];
        Arrays.fill(wanted, state.listLength);
        for (int j = 0; j < size; j++) {
            if (state.rowOf[j] == NONE) {
                freeColumns[free++] = j;
            }
        }
    }

    /** How many rows the searches have reached. */
    long steps() {
        return steps;
    }

    /** Finds the shortest path from a free row to a free column, lowers the prices on the way, and swaps along it. */
    void augment(int start) {
        search++;
        nearest = Double.POSITIVE_INFINITY;
        end = NONE;
        heap.clear();
        int leftColumns = 0;
        expand(start, 0);
        while (!heap.isEmpty() && heap.leastLabel() < nearest) {
            double label = heap.leastLabel();
            int node = heap.pop();
            if (node >= size) {
                readOn(node - size);
            } else if (leftIn[node] != search) {
                leftIn[node] = search;
                left[leftColumns++] = node;
                int row = state.rowOf[node];
                expand(row, label - (state.paid[row] - state.prices[node]));
            }
        }
        for (int k = 0; k < leftColumns; k++) {
            state.prices[left[k]] += Math.min(0, labels[left[k]] - nearest);
        }
        swapAlong(start);
    }

    /** Gives every row that is left the cheapest free column, or any if they are many: a feasible end where there is no time for the best. */
    void assignRest() {
        boolean choosy = (long) free * free < FEW_PAIRS;
        for (int row = 0; row < size; row++) {
            if (state.columnOf[row] == NONE) {
                int cheapest = 0;
                for (int k = 1; choosy && k < free; k++) {
                    if (state.costs.cost(row, freeColumns[k]) < state.costs.cost(row, freeColumns[cheapest])) {
                        cheapest = k;
                    }
                }
                state.assign(row, freeColumns[cheapest], state.costs.cost(row, freeColumns[cheapest]));
                freeColumns[cheapest] = freeColumns[--free];
            }
        }
    }

    private void expand(int row, double offset) {
        steps++;
        offsets[row] = offset;
        expandList(row, offset);
    }

    private void expandList(int row, double offset) {
        int[] columns = state.lists.columns(row);
        double[] costs = state.lists.costs(row);
        double[] prices = state.prices;
        deadline.check(columns.length);
        for (int k = 0; k < columns.length; k++) {
            double label = offset + (costs[k] - prices[columns[k]]);
            if (label < nearest) {
                reach(columns[k], label, row, costs[k]);
            }
        }
        double bound = offset + state.lists.bound(row);
        if (bound < nearest) {
            heap.push(bound, size + row);
        }
    }

    private void reach(int column, double label, int row, double cost) {
        if (leftIn[column] == search || (seenIn[column] == search && labels[column] <= label)) {
            return;
        }
        seenIn[column] = search;
        labels[column] = label;
        reachedFrom[column] = row;
        reachedAt[column] = cost;
        if (state.rowOf[column] == NONE) {
            nearest = label;
            end = column;
        } else {
            heap.push(label, column);
        }
    }

    /** Reads a row whose list has been used up. The free columns come first: the nearer the goal, the less else is of interest. */
    private void readOn(int row) {
        boolean whole = state.lists.columns(row).length >= LONGEST;
        wanted[row] = Math.min(LONGEST, 2 * wanted[row]);
        double[] reduced = state.lists.read(row, wanted[row]);
        double offset = offsets[row];
        for (int k = 0; k < free; k++) {
            int j = freeColumns[k];
            if (offset + reduced[j] < nearest) {
                reach(j, offset + reduced[j], row, state.costs.cost(row, j));
            }
        }
        if (!whole) {
            expandList(row, offset);
            return;
        }
        for (int j = 0; j < size; j++) {
            if (offset + reduced[j] < nearest) {
                reach(j, offset + reduced[j], row, state.costs.cost(row, j));
            }
        }
    }

    private void swapAlong(int start) {
        for (int k = 0; k < free; k++) {
            if (freeColumns[k] == end) {
                freeColumns[k] = freeColumns[--free];
            }
        }
        int column = end;
        int row;
        do {
            row = reachedFrom[column];
            int next = state.columnOf[row];
            state.assign(row, column, reachedAt[column]);
            column = next;
        } while (row != start);
    }
}
