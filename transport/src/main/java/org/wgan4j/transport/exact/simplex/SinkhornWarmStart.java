package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;

/**
 * Approximate column potentials for the network simplex: a few Sinkhorn iterations on the candidate arcs.
 *
 * <p>Row and column minima ignore the masses, so a tree that starts from them needs many pivots to balance regions. Ten scalings with a
 * regularisation of about a third of the mean candidate cost save most of these.
 */
final class SinkhornWarmStart {
    private static final int SCALINGS = 10;
    private static final double REGULARIZATION = 0.3;

    /** The range of scalings. */
    private static final double LEAST = 1e-100;

    private static final double MOST = 1e100;

    private SinkhornWarmStart() {}

    /** The change of the column potentials; 0 at the largest, negative at the others. */
    static double[] of(CandidateArcs arcs, long[] supply) {
        int n = arcs.rows();
        int m = supply.length - n;
        double regularization = REGULARIZATION * Arrays.stream(arcs.cost()).sum() / Math.max(1, arcs.size());
        double[] scaling = new double[m];
        Arrays.fill(scaling, 1);
        if (regularization > 0) {
            double[] kernel = kernel(arcs.cost(), regularization);
            for (int k = 0; k < SCALINGS; k++) {
                scale(scaling, kernel, arcs, supply);
            }
        }
        double most = Arrays.stream(scaling).max().orElse(1);
        double[] changes = new double[m];
        Arrays.setAll(changes, j -> regularization * Math.log(scaling[j] / most));
        return changes;
    }

    private static double[] kernel(double[] costs, double regularization) {
        double[] kernel = new double[costs.length];
        for (int k = 0; k < costs.length; k++) {
            kernel[k] = Math.exp(-costs[k] / regularization);
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
