package org.wgan4j.transport.exact;

import static org.wgan4j.transport.exact.PricedColumns.NONE;

import java.util.Arrays;
import org.wgan4j.transport.Limits;

/**
 * An auction with falling increments (Bertsekas 1988): free rows bid for the column of least reduced cost and oust its owner.
 *
 * <p>A bid lowers the price until the column is worth less than the row's second choice, by an increment. A large increment lets
 * few bids carry the prices far; each phase divides it. The auction need not come to an end: it leaves prices that are close to
 * optimal, and an assignment of some rows to columns that are exactly their best, which shortest augmenting paths complete.
 */
final class Auction {
    /** The first increment, in typical regrets: enough for prices to cross the whole problem in a few bids a row. */
    private static final double FIRST_INCREMENT = 30;

    private static final double DIVISOR = 5;
    private static final int PHASES = 4;

    /** A bid lowers a price by so many typical regrets at the most, so that costs of 1e32 do not drown the small ones. */
    private static final double LARGEST_BID = 1e4;

    /** A phase ends after so many bids and so many rows read for each row of the problem: the few rows left are for the paths. */
    private static final int BIDS_A_ROW = 30;

    private static final int READS_A_ROW = 8;
    private static final int BIDS_BETWEEN_CHECKS = 1 << 10;

    private final PricedColumns state;
    private final Limits.Watch watch;
    private final int[] queue;
    private int head;
    private int waiting;
    private long bids;

    Auction(PricedColumns state, Limits.Watch watch) {
        this.state = state;
        this.watch = watch;
        this.queue = new int[state.size];
    }

    /** How many bids were made. */
    long bids() {
        return bids;
    }

    /** Holds all phases; afterwards every row has its best column or none. */
    void run() {
        double regret = typicalRegret();
        double increment = FIRST_INCREMENT * regret;
        for (int phase = 0; phase < PHASES && regret > 0; phase++) {
            sell(increment, LARGEST_BID * regret);
            increment /= DIVISOR;
        }
        releaseBeyond(0);
    }

    /** The lower quartile of what rows lose by taking their second choice; ties do not count. */
    private double typicalRegret() {
        double[] regrets = new double[state.size];
        int count = 0;
        for (int i = 0; i < state.size; i++) {
            state.findTwoLeast(i);
            double regret = state.secondReduced - state.bestReduced;
            if (regret > 0) {
                regrets[count++] = regret;
            }
        }
        Arrays.sort(regrets, 0, count);
        return count == 0 ? 0 : regrets[count / 4];
    }

    private void sell(double increment, double largestBid) {
        releaseBeyond(increment);
        long mostBids = bids + (long) BIDS_A_ROW * state.size;
        long mostReads = state.lists.reads() + (long) READS_A_ROW * state.size;
        while (waiting > 0 && bids < mostBids && state.lists.reads() < mostReads) {
            if (bids++ % BIDS_BETWEEN_CHECKS == 0 && watch.isOver(bids)) {
                return;
            }
            int ousted = bid(takeFirst(), increment, largestBid);
            if (ousted != NONE) {
                putLast(ousted);
            }
        }
    }

    /** Frees the rows whose column is worse than their best by more than the increment, and queues all that are free. */
    private void releaseBeyond(double increment) {
        head = 0;
        waiting = 0;
        for (int i = 0; i < state.size; i++) {
            int column = state.columnOf[i];
            if (column != NONE) {
                state.findTwoLeast(i);
                if (state.paid[i] - state.prices[column] > state.bestReduced + increment) {
                    state.release(i);
                }
            }
            if (state.columnOf[i] == NONE) {
                putLast(i);
            }
        }
    }

    private int bid(int row, double increment, double largestBid) {
        state.findTwoLeast(row);
        int column = state.best;
        double bid = Math.min(state.secondReduced - state.bestReduced + increment, largestBid);
        state.prices[column] -= bid;
        int ousted = state.rowOf[column];
        if (ousted != NONE) {
            state.columnOf[ousted] = NONE;
        }
        state.assign(row, column, state.bestCost);
        return ousted;
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
