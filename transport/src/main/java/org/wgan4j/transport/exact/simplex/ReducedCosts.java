package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;
import java.util.List;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * Costs reduced by row and column potentials, {@code c(i, j) - f(i) - g(j)}: an equivalent problem with a zero in every row and column.
 *
 * <p>The potential of a row is its least cost, that of a column the least cost reduced by those of the rows. Reduced costs stay small where
 * some rows have far larger costs than others, and they show which arcs are candidates.
 *
 * @param costs the original costs
 * @param f the potentials of the rows
 * @param g the potentials of the columns
 * @param largest an upper bound of the reduced costs
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record ReducedCosts(CostRows costs, double[] f, double[] g, double largest) {
    /** Reduces by row minima, then by column minima. */
    static ReducedCosts of(CostRows costs, Limits.Deadline deadline) {
        double[] f = new double[costs.sources()];
        double[] g = new double[costs.targets()];
        Arrays.fill(g, Double.POSITIVE_INFINITY);
        RowChunks chunks = RowChunks.of(costs);
        double largest = 0;
        for (Minima minima :
                chunks.map(chunk -> Minima.of(costs, f, chunks.first(chunk), chunks.first(chunk + 1), deadline))) {
            for (int j = 0; j < g.length; j++) {
                g[j] = Math.min(g[j], minima.ofColumns[j]);
            }
            largest = Math.max(largest, minima.largest);
        }
        return new ReducedCosts(costs, f, g, largest);
    }

    /** The minimum of every column and the maximum of a chunk of rows, reduced by the row minima. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record Minima(double[] ofColumns, double largest) {
        static Minima of(CostRows costs, double[] f, int from, int to, Limits.Deadline deadline) {
            int m = costs.targets();
            double[] buffer = new double[m];
            double[] least = new double[m];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            double largest = 0;
            for (int i = from; i < to; i++) {
                deadline.check(m);
                double[] row = costs.row(i, buffer);
                f[i] = least(row, m);
                double most = lower(least, row, f[i]);
                largest = Math.max(largest, most);
            }
            return new Minima(least, largest);
        }

        private static double least(double[] row, int count) {
            double least = row[0];
            for (int j = 1; j < count; j++) {
                least = Math.min(least, row[j]);
            }
            return least;
        }

        /** Lowers the minima by a reduced row; returns the largest reduced cost of the row. */
        private static double lower(double[] minima, double[] row, double potential) {
            double largest = 0;
            for (int j = 0; j < minima.length; j++) {
                double reduced = row[j] - potential;
                minima[j] = Math.min(minima[j], reduced);
                largest = Math.max(largest, reduced);
            }
            return largest;
        }
    }

    /**
     * The same costs under other column potentials, with the row potentials as their c-transform, and the cheapest arcs under them.
     *
     * @param changeOfColumns what is added to the column potentials
     * @param ofRow the number of arcs listed of every row
     * @param ofColumn the number of arcs listed of every column, so that each column is reached
     */
    Priced repriced(double[] changeOfColumns, int ofRow, int ofColumn, Limits.Deadline deadline) {
        double[] newG = new double[g.length];
        for (int j = 0; j < newG.length; j++) {
            newG[j] = g[j] + changeOfColumns[j];
        }
        double[] newF = new double[f.length];
        SmallestKeys[] ofRows = new SmallestKeys[f.length];
        RowChunks chunks = RowChunks.of(costs);
        List<ColumnCandidates> ofColumns = chunks.map(chunk -> {
            ColumnCandidates best = new ColumnCandidates(newG.length, ofColumn);
            double[] buffer = new double[newG.length];
            for (int i = chunks.first(chunk); i < chunks.first(chunk + 1); i++) {
                deadline.check(newG.length);
                double[] row = costs.row(i, buffer);
                ofRows[i] = cheapest(row, newG, ofRow);
                newF[i] = ofRows[i].cost(0);
                ofRows[i].lowerCosts(newF[i]);
                best.offer(i, row, newF[i]);
            }
            return best;
        });
        ColumnCandidates merged = ofColumns.get(0);
        for (ColumnCandidates later : ofColumns.subList(1, ofColumns.size())) {
            merged.merge(later);
        }
        merged.addTo(ofRows, newG);
        return new Priced(new ReducedCosts(costs, newF, newG, largest), CandidateArcs.of(ofRows));
    }

    private static SmallestKeys cheapest(double[] row, double[] g, int most) {
        SmallestKeys best = new SmallestKeys(Math.min(most, g.length));
        double bound = Double.POSITIVE_INFINITY;
        for (int j = 0; j < g.length; j++) {
            double reduced = row[j] - g[j];
            if (reduced < bound) {
                best.offer(reduced, j, reduced);
                bound = best.bound();
            }
        }
        return best;
    }

    /** Reduced costs and the cheapest arcs of every row under them. */
    record Priced(ReducedCosts costs, CandidateArcs arcs) {}

    /** The same with every reduced cost above a bound lowered to it; the potentials do not change. */
    ReducedCosts capped(double bound) {
        return new ReducedCosts(new Capped(costs, f, g, bound), f, g, Math.min(largest, bound));
    }

    /** The cheapest arcs of some rows among some columns, at most so many a row, under the reduced costs. */
    CandidateArcs cheapest(int ofRow, int[] rows, int[] columns, Limits.Deadline deadline) {
        SmallestKeys[] best = new SmallestKeys[f.length];
        Arrays.fill(best, SmallestKeys.NONE);
        RowChunks chunks = new RowChunks(rows.length, columns.length);
        chunks.forEach(chunk -> {
            double[] buffer = new double[g.length];
            for (int r = chunks.first(chunk); r < chunks.first(chunk + 1); r++) {
                deadline.check(columns.length);
                best[rows[r]] = cheapest(costs.row(rows[r], buffer), f[rows[r]], ofRow, columns);
            }
        });
        return CandidateArcs.of(best);
    }

    private SmallestKeys cheapest(double[] row, double potential, int most, int[] columns) {
        SmallestKeys best = new SmallestKeys(Math.min(most, columns.length));
        double bound = Double.POSITIVE_INFINITY;
        for (int j : columns) {
            double reduced = row[j] - potential - g[j];
            if (reduced < bound) {
                best.offer(reduced, j, reduced);
                bound = best.bound();
            }
        }
        return best;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record Capped(CostRows costs, double[] f, double[] g, double bound) implements CostRows {
        @Override
        public int sources() {
            return f.length;
        }

        @Override
        public int targets() {
            return g.length;
        }

        @Override
        public double cost(int source, int target) {
            return Math.min(costs.cost(source, target), f[source] + g[target] + bound);
        }

        @Override
        public double forbidden() {
            return costs.forbidden();
        }

        @Override
        public double[] row(int source, double[] buffer) {
            double[] row = costs.row(source, buffer);
            double most = f[source] + bound;
            for (int j = 0; j < g.length; j++) {
                buffer[j] = Math.min(row[j], most + g[j]);
            }
            return buffer;
        }
    }
}
