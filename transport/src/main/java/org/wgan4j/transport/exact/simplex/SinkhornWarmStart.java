package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;

/**
 * Prices of the columns that weigh how much mass they draw: a few scalings of Sinkhorn on a short list of arcs.
 *
 * <p>Row and column minima know nothing of masses, so a tree that starts from them has to learn by pivots which regions have too much. Ten
 * scalings at a temperature of about a third of the costs of the list say most of it.
 */
final class SinkhornWarmStart {
    private static final int SCALINGS = 10;
    private static final double TEMPERATURE = 0.3;

    /** Beyond these, a column is as good as free or as good as closed. */
    private static final double LEAST = 1e-100;

    private static final double MOST = 1e100;

    private SinkhornWarmStart() {}

    /** What to add to the prices of the columns; 0 at the dearest, below 0 at the others. */
    static double[] of(CandidateArcs arcs, long[] supply) {
        int n = arcs.rows();
        int m = supply.length - n;
        double temperature = TEMPERATURE * Arrays.stream(arcs.cost()).sum() / Math.max(1, arcs.size());
        double[] scaling = new double[m];
        Arrays.fill(scaling, 1);
        if (temperature > 0) {
            double[] kernel = kernel(arcs.cost(), temperature);
            for (int k = 0; k < SCALINGS; k++) {
                scale(scaling, kernel, arcs, supply);
            }
        }
        double most = Arrays.stream(scaling).max().orElse(1);
        double[] prices = new double[m];
        Arrays.setAll(prices, j -> temperature * Math.log(scaling[j] / most));
        return prices;
    }

    private static double[] kernel(double[] costs, double temperature) {
        double[] kernel = new double[costs.length];
        for (int k = 0; k < costs.length; k++) {
            kernel[k] = Math.exp(-costs[k] / temperature);
        }
        return kernel;
    }

    /** Scales the rows to their masses, then the columns to theirs. */
    private static void scale(double[] scaling, double[] kernel, CandidateArcs arcs, long[] supply) {
        int n = arcs.rows();
        double[] arriving = new double[scaling.length];
        for (int i = 0; i < n; i++) {
            int from = arcs.start()[i];
            int to = arcs.start()[i + 1];
            double sum = 0;
            for (int k = from; k < to; k++) {
                sum += kernel[k] * scaling[arcs.target()[k]];
            }
            double ofRow = supply[i] / sum;
            for (int k = from; k < to; k++) {
                arriving[arcs.target()[k]] += kernel[k] * ofRow;
            }
        }
        for (int j = 0; j < scaling.length; j++) {
            if (arriving[j] > 0) {
                scaling[j] = Math.min(MOST, Math.max(LEAST, -supply[n + j] / arriving[j]));
            }
        }
    }
}
