package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.ShapeMismatchException;

/** The check that a cost between the points of one measure is the same there and back. */
final class Symmetry {
    /** How much two computations of one cost may differ, relatively. */
    private static final double ROUNDING = 1e-12;

    private Symmetry() {}

    /**
     * Looks at all pairs, unless the kind of the cost says it.
     *
     * @throws ShapeMismatchException if the cost of any pair is another on the way back, by more than rounding
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
