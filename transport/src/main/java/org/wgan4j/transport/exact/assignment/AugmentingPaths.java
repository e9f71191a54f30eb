package org.wgan4j.transport.exact.assignment;

import static org.wgan4j.transport.exact.assignment.PricedColumns.NONE;

import java.util.Arrays;
import org.wgan4j.transport.Limits;

/**
 * Shortest augmenting paths of the assignment problem: Dijkstra's algorithm over reduced costs from a free row to the nearest free column (Jonker and
 * Volgenant 1987, step 4), over the columns that each row has listed.
 *
 * <p>A row whose list may not suffice is in the heap too, with the least possible label of its other columns; when it is the least label of
 * all, the row is read and its list extended.
 */
final class AugmentingPaths {
    /** The largest length of a list; beyond it, a row is searched in full. */
    private static final int LONGEST = 512;

    /** The largest number of pairs that are compared for the remaining rows when the limits stop the search. */
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
    private final int[] scannedIn;
    private final int[] scanned;
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
        this.scannedIn = new int[size];
        this.scanned = new int[size];
        this.freeColumns = new int[size];
        Arrays.fill(wanted, state.listLength);
        for (int j = 0; j < size; j++) {
            if (state.rowOf[j] == NONE) {
                freeColumns[free++] = j;
            }
        }
    }

    /** The number of rows reached by all searches. */
    long steps() {
        return steps;
    }

    /** Finds the shortest path from a free row to a free column, updates the prices, and augments along it. */
    void augment(int start) {
        search++;
        nearest = Double.POSITIVE_INFINITY;
        end = NONE;
        heap.clear();
        int scannedColumns = 0;
        expand(start, 0);
        while (!heap.isEmpty() && heap.leastLabel() < nearest) {
            double label = heap.leastLabel();
            int node = heap.pop();
            if (node >= size) {
                readRow(node - size);
            } else if (scannedIn[node] != search) {
                scannedIn[node] = search;
                scanned[scannedColumns++] = node;
                int row = state.rowOf[node];
                expand(row, label - (state.assignedCosts[row] - state.prices[node]));
            }
        }
        for (int k = 0; k < scannedColumns; k++) {
            state.prices[scanned[k]] += Math.min(0, labels[scanned[k]] - nearest);
        }
        augmentAlong(start);
    }

    /** Assigns every free row to the cheapest free column, or to any if there are many: a feasible assignment where the limits stop the search. */
    void assignRemaining() {
        boolean comparesCosts = (long) free * free < FEW_PAIRS;
        for (int row = 0; row < size; row++) {
            if (state.columnOf[row] == NONE) {
                int cheapest = 0;
                for (int k = 1; comparesCosts && k < free; k++) {
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
        if (scannedIn[column] == search || (seenIn[column] == search && labels[column] <= label)) {
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

    /** Reads a row whose list does not suffice. Free columns come first: a small distance to one excludes most others. */
    private void readRow(int row) {
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

    private void augmentAlong(int start) {
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
