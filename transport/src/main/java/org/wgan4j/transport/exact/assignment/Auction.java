package org.wgan4j.transport.exact.assignment;

import static org.wgan4j.transport.exact.assignment.PricedColumns.NONE;

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

    /** The last increment is this part of the first. */
    private static final double LAST_DIVISOR = 200;

    /** If the first phase does not end, prices have further to go than that, and it is held again with a larger increment. */
    private static final double RAISE = 8;

    private static final int MOST_RAISES = 6;

    /** A bid lowers a price by so many increments at the most, so that costs of 1e32 do not drown the small ones. */
    private static final double LARGEST_BID = 300;

    /** A phase ends after so many bids and so many rows read for each row of the problem: the few rows left are for the paths. */
    private static final int BIDS_A_ROW = 30;

    /** A phase has come to its end if no more than one row in so many is left over. */
    private static final int MANY_LEFT = 100;

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

    /** How many bids were made. */
    long bids() {
        return bids;
    }

    /** Holds all phases; afterwards every row has its best column or none. */
    void run() {
        double increment = FIRST_INCREMENT * typicalRegret();
        if (increment > 0) {
            double last = increment / LAST_DIVISOR;
            boolean sold = sell(increment);
            for (int raise = 0; raise < MOST_RAISES && !sold && !stopped; raise++) {
                increment *= RAISE;
                sold = sell(increment);
            }
            for (increment /= DIVISOR; increment > last && !stopped; increment /= DIVISOR) {
                sell(increment);
            }
        }
        releaseBeyond(0);
    }

    /**
     * The lower quartile of what rows lose by taking their second choice, ties left out.
     *
     * <p>It is no more than a typical cost: if most rows may go to one column only and the others cost 1e32, increments of that size
     * would leave nothing of the small costs in the prices.
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
                fraction(regrets, count, 4), fraction(least, least.length, 2) + fraction(prices, prices.length, 2));
    }

    /** The value below which one in so many lies; 0 if there are none. */
    private static double fraction(double[] values, int count, int oneIn) {
        Arrays.sort(values, 0, count);
        return count == 0 ? 0 : values[count / oneIn];
    }

    /** Holds one phase, and says whether every row has a column at its end. */
    private boolean sell(double increment) {
        releaseBeyond(increment);
        largestBid = Math.max(largestBid, LARGEST_BID * increment);
        long mostBids = bids + (long) BIDS_A_ROW * state.size;
        long mostReads = state.lists.reads() + (long) READS_A_ROW * state.size;
        while (waiting > 0 && bids < mostBids && state.lists.reads() < mostReads) {
            if (bids++ % BIDS_BETWEEN_CHECKS == 0 && deadline.isOver(bids)) {
                stopped = true;
                return false;
            }
            int ousted = bid(takeFirst(), increment);
            if (ousted != NONE) {
                putLast(ousted);
            }
        }
        return waiting <= state.size / MANY_LEFT;
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

    private int bid(int row, double increment) {
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
