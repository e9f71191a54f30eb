package org.wgan4j.transport.exact.assignment;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * For every row a list of the columns of least reduced cost {@code c(i, j) - v(j)}, and a lower bound for the columns that are not listed.
 *
 * <p>The prices v never increase, so reduced costs never decrease and a bound stays valid, with rounding too. A search of a few columns a row
 * is therefore exact: it reads a whole row again only when it reaches the row's bound. (Volgenant 1996 restricts a row to a core of
 * columns and repairs the solution afterwards; the bounds make the repair unnecessary.)
 */
final class CheapestColumns {
    /** The threshold of a list is estimated from a sample of one column in so many. */
    private static final int SAMPLED = 4;

    /** The quantile of the classes' minima: with two columns a class below the threshold, e^-2 of the classes have none. */
    private static final double QUANTILE = 0.86;

    /** A list that exceeds the wanted length by this factor has many ties. */
    private static final int MANY = 4;

    private final Limits.Deadline deadline;
    private final CostRows costs;
    private final double[] prices;
    private final int columns;
    private final int[][] listed;
    private final double[][] listedCosts;
    private final double[] bounds;
    private final double[] buffer;
    private final double[] reduced;
    private final int[] places;
    private final double[] minima;
    private long reads;

    /** Empty lists, whose bounds force the first read of each row. */
    CheapestColumns(CostRows costs, double[] prices, Limits.Deadline deadline) {
        this.deadline = deadline;
        this.costs = costs;
        this.prices = prices;
        this.columns = costs.targets();
        this.listed = new int[costs.sources()][0];
        this.listedCosts = new double[costs.sources()][0];
        this.bounds = new double[costs.sources()];
        Arrays.fill(bounds, Double.NEGATIVE_INFINITY);
        this.buffer = new double[columns];
        this.reduced = new double[columns];
        this.places = new int[columns];
        this.minima = new double[columns];
    }

    /** The columns listed for a row, not to be changed. */
    int[] columns(int row) {
        return listed[row];
    }

    /** Their costs, not reduced. */
    double[] costs(int row) {
        return listedCosts[row];
    }

    /** A lower bound of the reduced costs of the columns that are not listed. */
    double bound(int row) {
        return bounds[row];
    }

    /** The number of rows read. */
    long reads() {
        return reads;
    }

    /**
     * Reads a row and lists the columns of least reduced cost at the current prices, at least two.
     *
     * @param wanted the approximate length of the list; all columns if that is a large part of the row
     * @return the reduced costs of all columns, valid until the next call
     */
    double[] read(int row, int wanted) {
        deadline.check(columns);
        reads++;
        double[] cost = costs.row(row, buffer);
        double[] left = reduced;
        for (int j = 0; j < columns; j++) {
            left[j] = cost[j] - prices[j];
        }
        double threshold = columns <= 4 * wanted ? Double.POSITIVE_INFINITY : threshold(wanted);
        int count = 0;
        for (int j = 0; j < columns; j++) {
            if (left[j] <= threshold) {
                places[count++] = j;
            }
        }
        if (count > MANY * wanted && threshold < Double.POSITIVE_INFINITY) {
            count = withoutTies(threshold, wanted);
        }
        int[] list = Arrays.copyOf(places, count);
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            values[k] = cost[list[k]];
        }
        listed[row] = list;
        listedCosts[row] = values;
        bounds[row] = threshold;
        return left;
    }

    /** Lists all columns below the threshold, and at most the wanted number of those at it. */
    private int withoutTies(double threshold, int wanted) {
        int count = 0;
        int ties = 0;
        for (int j = 0; j < columns; j++) {
            if (reduced[j] < threshold || (reduced[j] == threshold && ties++ < wanted)) {
                places[count++] = j;
            }
        }
        return count;
    }

    /** A threshold below which about the wanted number of columns lie, from the minima of classes of a sample of columns. */
    private double threshold(int wanted) {
        int classes = Math.max(8, wanted / (2 * SAMPLED));
        System.arraycopy(reduced, 0, minima, 0, classes);
        for (int from = classes * SAMPLED; from + classes <= columns; from += classes * SAMPLED) {
            for (int k = 0; k < classes; k++) {
                if (reduced[from + k] < minima[k]) {
                    minima[k] = reduced[from + k];
                }
            }
        }
        Arrays.sort(minima, 0, classes);
        return minima[(int) (QUANTILE * classes)];
    }
}
