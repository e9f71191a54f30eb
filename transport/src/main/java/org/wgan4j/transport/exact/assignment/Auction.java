package org.wgan4j.transport.exact.assignment;

import static org.wgan4j.transport.exact.assignment.PricedColumns.NONE;

import java.util.Arrays;
import org.wgan4j.transport.Limits;

/**
 * The auction algorithm with decreasing increments (Bertsekas 1988): free rows bid for their column of least reduced cost and displace its owner.
 *
 * <p>A bid lowers the price (a potential) of the column until its reduced cost exceeds that of the row's second choice by the increment. Large
 * increments move prices far in few bids; each phase divides the increment. The auction need not assign all rows: it leaves nearly optimal
 * prices and a partial assignment that satisfies complementary slackness, which shortest augmenting paths complete.
 */
final class Auction {
    /** The first increment, in typical regrets: prices move across the whole problem in a few bids a row. */
    private static final double FIRST_INCREMENT = 30;

    private static final double DIVISOR = 5;

    /** The first increment divided by the last. */
    private static final double LAST_DIVISOR = 200;

    /** The factor of the increment if the first phase does not assign nearly all rows; it is then repeated. */
    private static final double RAISE = 8;

    private static final int MOST_RAISES = 6;

    /** The largest bid in increments, so that costs of 1e32 do not cancel the digits of small ones. */
    private static final double LARGEST_BID = 300;

    /** The largest number of bids of a phase for each row; rows that remain are left to the augmenting paths. */
    private static final int BIDS_A_ROW = 30;

    /** A phase is complete if at most one row in so many is free. */
    private static final int COMPLETE_SHARE = 100;

    /** The largest number of rows read in a phase, for each row. */
    private static final int READS_A_ROW = 8;

    private static final int BIDS_BETWEEN_CHECKS = 1 << 10;

    private final PricedColumns state;
    private final Limits.Deadline deadline;
    private final int[] queue;
    private int head;
    private int waiting;
    private long bids;
    private double largestBid;
    private boolean stopped;

    Auction(PricedColumns state, Limits.Deadline deadline) {
        this.state = state;
        this.deadline = deadline;
        this.queue = new int[state.size];
    }

    /** The number of bids. */
    long bids() {
        return bids;
    }

    /** Runs all phases; afterwards every row has a column of least reduced cost or none. */
    void run() {
        double increment = FIRST_INCREMENT * typicalRegret();
        if (increment > 0) {
            double last = increment / LAST_DIVISOR;
            boolean complete = runPhase(increment);
            for (int raise = 0; raise < MOST_RAISES && !complete && !stopped; raise++) {
                increment *= RAISE;
                complete = runPhase(increment);
            }
            for (increment /= DIVISOR; increment > last && !stopped; increment /= DIVISOR) {
                runPhase(increment);
            }
        }
        releaseBeyond(0);
    }

    /**
     * The lower quartile of the regrets of the rows, the second least minus the least reduced cost, without ties.
     *
     * <p>It is at most a typical cost: if most rows have one allowed column and others that cost 1e32, increments of that size would cancel
     * the digits of the small costs.
     */
    private double typicalRegret() {
        double[] regrets = new double[state.size];
        double[] least = new double[state.size];
        double[] prices = new double[state.size];
        int count = 0;
        for (int i = 0; i < state.size; i++) {
            state.findTwoLeast(i);
            double regret = state.secondReduced - state.bestReduced;
            if (regret > 0) {
                regrets[count++] = regret;
            }
            least[i] = Math.abs(state.bestReduced);
            prices[i] = Math.abs(state.prices[i]);
        }
        return Math.min(
                quantile(regrets, count, 4), quantile(least, least.length, 2) + quantile(prices, prices.length, 2));
    }

    /** The quantile 1 / oneIn of the first values, which are sorted; 0 if there are none. */
    private static double quantile(double[] values, int count, int oneIn) {
        Arrays.sort(values, 0, count);
        return count == 0 ? 0 : values[count / oneIn];
    }

    /** Runs one phase; whether it assigned nearly all rows. */
    private boolean runPhase(double increment) {
        releaseBeyond(increment);
        largestBid = Math.max(largestBid, LARGEST_BID * increment);
        long mostBids = bids + (long) BIDS_A_ROW * state.size;
        long mostReads = state.lists.reads() + (long) READS_A_ROW * state.size;
        while (waiting > 0 && bids < mostBids && state.lists.reads() < mostReads) {
            if (bids++ % BIDS_BETWEEN_CHECKS == 0 && deadline.isOver(bids)) {
                stopped = true;
                return false;
            }
            int displaced = bid(takeFirst(), increment);
            if (displaced != NONE) {
                putLast(displaced);
            }
        }
        return waiting <= state.size / COMPLETE_SHARE;
    }

    /** Releases the rows whose reduced cost exceeds their least by more than the increment, and queues all free rows. */
    private void releaseBeyond(double increment) {
        head = 0;
        waiting = 0;
        for (int i = 0; i < state.size; i++) {
            int column = state.columnOf[i];
            if (column != NONE) {
                state.findTwoLeast(i);
                if (state.assignedCosts[i] - state.prices[column] > state.bestReduced + increment) {
                    state.release(i);
                }
            }
            if (state.columnOf[i] == NONE) {
                putLast(i);
            }
        }
    }

    private int bid(int row, double increment) {
        state.findTwoLeast(row);
        int column = state.best;
        double bid = Math.min(state.secondReduced - state.bestReduced + increment, largestBid);
        state.prices[column] -= bid;
        int displaced = state.rowOf[column];
        if (displaced != NONE) {
            state.columnOf[displaced] = NONE;
        }
        state.assign(row, column, state.bestCost);
        return displaced;
    }

    private int takeFirst() {
        int row = queue[head];
        head = head + 1 == queue.length ? 0 : head + 1;
        waiting--;
        return row;
    }

    private void putLast(int row) {
        int tail = head + waiting++;
        queue[tail >= queue.length ? tail - queue.length : tail] = row;
    }
}
