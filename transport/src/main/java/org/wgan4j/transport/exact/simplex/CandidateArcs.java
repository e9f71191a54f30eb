package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;

/**
 * The candidate arcs of the network simplex, a small part of all sources times targets, in compressed row format.
 *
 * @param start the index of the first arc of each row, and the number of arcs
 * @param target the column of each arc
 * @param cost its reduced cost
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record CandidateArcs(int[] start, int[] target, double[] cost) {
    /** The candidates of every row. */
    static CandidateArcs of(SmallestKeys[] rows) {
        return empty(rows.length).with(rows);
    }

    /** No candidates of so many rows. */
    static CandidateArcs empty(int rows) {
        return new CandidateArcs(new int[rows + 1], new int[0], new double[0]);
    }

    /** The number of rows. */
    int rows() {
        return start.length - 1;
    }

    /** The number of arcs. */
    int size() {
        return target.length;
    }

    /** This list with more arcs, for each row. */
    CandidateArcs with(SmallestKeys[] more) {
        int added = Arrays.stream(more).mapToInt(SmallestKeys::size).sum();
        int[] newStart = new int[start.length];
        int[] newTarget = new int[size() + added];
        double[] newCost = new double[size() + added];
        int place = 0;
        for (int i = 0; i < rows(); i++) {
            newStart[i] = place;
            int length = start[i + 1] - start[i];
            System.arraycopy(target, start[i], newTarget, place, length);
            System.arraycopy(cost, start[i], newCost, place, length);
            place += length;
            for (int k = 0; k < more[i].size(); k++) {
                newTarget[place] = more[i].index(k);
                newCost[place++] = more[i].cost(k);
            }
        }
        newStart[rows()] = place;
        return new CandidateArcs(newStart, newTarget, newCost);
    }
}
