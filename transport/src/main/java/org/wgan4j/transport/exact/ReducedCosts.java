package org.wgan4j.transport.exact;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;

/**
 * Costs less a price for their row and a price for their column: the same problem, with a zero in every row and column.
 *
 * <p>The price of a row is its least cost, and that of a column the least that then remains. It keeps the numbers small where some rows
 * cost far more than others, and shows which arcs are worth a look.
 *
 * @param costs the costs themselves
 * @param f the prices of the rows
 * @param g the prices of the columns
 */
record ReducedCosts(CostRows costs, double[] f, double[] g) {
    /** Row minima, then column minima of what remains. */
    static ReducedCosts of(CostRows costs) {
        double[] f = new double[costs.sources()];
        double[] g = new double[costs.targets()];
        Arrays.fill(g, Double.POSITIVE_INFINITY);
        RowChunks chunks = RowChunks.of(costs);
        chunks.map(chunk -> leastOfColumns(costs, f, chunks.first(chunk), chunks.first(chunk + 1)))
                .forEachOrdered(least -> {
                    for (int j = 0; j < g.length; j++) {
                        g[j] = Math.min(g[j], least[j]);
                    }
                });
        return new ReducedCosts(costs, f, g);
    }

    private static double[] leastOfColumns(CostRows costs, double[] f, int from, int to) {
        int m = costs.targets();
        double[] buffer = new double[m];
        double[] least = new double[m];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = from; i < to; i++) {
            double[] row = costs.row(i, buffer);
            double price = row[0];
            for (int j = 1; j < m; j++) {
                price = Math.min(price, row[j]);
            }
            f[i] = price;
            for (int j = 0; j < m; j++) {
                least[j] = Math.min(least[j], row[j] - price);
            }
        }
        return least;
    }

    /** The cheapest arcs of some rows among some columns, at most so many a row, under the reduced costs. */
    Shortlist cheapest(int ofRow, int[] rows, int[] columns) {
        Candidates[] best = new Candidates[f.length];
        Arrays.fill(best, Candidates.NONE);
        RowChunks chunks = new RowChunks(rows.length, columns.length);
        chunks.forEach(chunk -> {
            double[] buffer = new double[g.length];
            for (int r = chunks.first(chunk); r < chunks.first(chunk + 1); r++) {
                best[rows[r]] = cheapest(costs.row(rows[r], buffer), f[rows[r]], ofRow, columns);
            }
        });
        return Shortlist.of(best);
    }

    private Candidates cheapest(double[] row, double price, int most, int[] columns) {
        Candidates best = new Candidates(Math.min(most, columns.length));
        double bound = Double.POSITIVE_INFINITY;
        for (int j : columns) {
            double reduced = row[j] - price - g[j];
            if (reduced < bound) {
                best.offer(reduced, j, reduced);
                bound = best.bound();
            }
        }
        return best;
    }
}
