package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.ShapeMismatchException;

/** Checks that a cost between the points of one measure is symmetric. */
final class Symmetry {
    /** The largest relative difference that counts as rounding. */
    private static final double ROUNDING = 1e-12;

    private Symmetry() {}

    /**
     * Checks all pairs, unless the cost is a norm.
     *
     * @throws ShapeMismatchException if c(i, j) and c(j, i) differ by more than rounding for any pair
     */
    static void check(Cost cost, CostRows costs, Limits.Deadline deadline) {
        if (cost instanceof NormCost) {
            return;
        }
        int size = costs.sources();
        double[] buffer = new double[size];
        for (int i = 0; i < size; i++) {
            deadline.check(size);
            double[] row = costs.row(i, buffer);
            for (int j = 0; j < i; j++) {
                double back = costs.cost(j, i);
                if (Math.abs(row[j] - back) > ROUNDING * Math.abs(back)) {
                    throw new ShapeMismatchException("the cost from point " + i + " to point " + j + " is " + row[j]
                            + " and back " + back
                            + "; between the points of one space a cost must be symmetric, so make"
                            + " both the same");
                }
            }
        }
    }
}
