package org.wgan4j.transport.exact.assignment;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/** The state of {@link Assignment}: a partial assignment of rows to columns and a price (the potential) of every column. */
final class PricedColumns {
    /** The value for no row or no column. */
    static final int NONE = -1;

    final CostRows costs;
    final int size;
    final double[] prices;
    final int[] columnOf;
    final int[] rowOf;

    /** The cost of each row at its assigned column. */
    final double[] assignedCosts;

    final CheapestColumns lists;

    /** The length of the lists: shorter ones cause more reads, longer ones longer searches. */
    final int listLength;

    /** The result of {@link #findTwoLeast}: the column of least reduced cost. */
    int best;

    double bestCost;
    double bestReduced;
    double secondReduced;

    PricedColumns(CostRows costs, Limits.Deadline deadline) {
        this.costs = costs;
        this.size = costs.sources();
        this.prices = new double[size];
        this.columnOf = new int[size];
        this.rowOf = new int[size];
        this.assignedCosts = new double[size];
        this.lists = new CheapestColumns(costs, prices, deadline);
        this.listLength = 16 + (int) (2 * Math.sqrt(size));
        Arrays.fill(columnOf, NONE);
        Arrays.fill(rowOf, NONE);
    }

    void assign(int row, int column, double cost) {
        columnOf[row] = column;
        rowOf[column] = row;
        assignedCosts[row] = cost;
    }

    void release(int row) {
        rowOf[columnOf[row]] = NONE;
        columnOf[row] = NONE;
    }

    /** Finds the two columns of least reduced cost of a row, reading it only if its list does not contain them. */
    void findTwoLeast(int row) {
        findTwoListed(row);
        if (secondReduced > lists.bound(row)) {
            lists.read(row, listLength);
            findTwoListed(row);
        }
    }

    private void findTwoListed(int row) {
        int[] columns = lists.columns(row);
        double[] listed = lists.costs(row);
        double first = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        int place = 0;
        for (int k = 0; k < columns.length; k++) {
            double reduced = listed[k] - prices[columns[k]];
            if (reduced < next) {
                if (reduced < first) {
                    next = first;
                    first = reduced;
                    place = k;
                } else {
                    next = reduced;
                }
            }
        }
        bestReduced = first;
        secondReduced = next;
        if (columns.length > 0) {
            best = columns[place];
            bestCost = listed[place];
        }
    }
}
