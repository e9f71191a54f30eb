package org.wgan4j.transport;

/**
 * Costs that stand in a matrix {@code [sources][targets]}, in double or single precision.
 *
 * <p>The matrix is checked once and then read in place, never copied: at 10,000 by 10,000 it is the largest part of the memory. Do
 * not change it while it is in use.
 */
public final class MatrixCost implements Cost {
    private final CostRows rows;
    private final double power;

    private MatrixCost(CostRows rows, double power) {
        this.rows = rows;
        this.power = power;
    }

    /** Costs in double precision. */
    public static MatrixCost of(double[][] costs) {
        int targets = costs.length == 0 ? 0 : costs[0].length;
        for (int i = 0; i < costs.length; i++) {
            checkLength(i, costs[i].length, targets);
            checkFinite(i, costs[i]);
        }
        return new MatrixCost(new DoubleRows(costs, targets), 1);
    }

    /** Costs in single precision, at half the memory. */
    public static MatrixCost of(float[][] costs) {
        int targets = costs.length == 0 ? 0 : costs[0].length;
        for (int i = 0; i < costs.length; i++) {
            checkLength(i, costs[i].length, targets);
            for (int j = 0; j < targets; j++) {
                checkFinite(i, j, costs[i][j]);
            }
        }
        return new MatrixCost(new FloatRows(costs, targets), 1);
    }

    /** The same costs, said to be the p-th powers of a distance, so that the answer's distance is the p-th root of its cost. */
    public MatrixCost withPower(double newPower) {
        if (!(newPower >= 1) || newPower == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException(
                    "the power of the cost is " + newPower + "; it must be finite and at least 1");
        }
        return new MatrixCost(rows, newPower);
    }

    @Override
    public double power() {
        return power;
    }

    /** False: a matrix does not say. */
    @Override
    public boolean isMetric() {
        return false;
    }

    @Override
    public Cost atMost(double threshold) {
        return new ThresholdedCost(this, threshold);
    }

    @Override
    public CostRows between(Measure source, Measure target) {
        if (rows.sources() != source.size() || rows.targets() != target.size()) {
            throw new ShapeMismatchException("the cost matrix is " + rows.sources() + " by " + rows.targets()
                    + ", and the measures have " + source.size() + " and " + target.size()
                    + " points; it needs a row for every source and a column for every target");
        }
        return rows;
    }

    private static void checkLength(int row, int length, int targets) {
        if (length != targets) {
            throw new ShapeMismatchException("row " + row + " of the cost matrix has " + length
                    + " entries and row 0 has " + targets + "; all rows need the same number");
        }
    }

    /** First the largest of the row, which any entry that is not finite makes so too, in a loop that can be vectorised. */
    private static void checkFinite(int source, double[] row) {
        double largest = 0;
        for (double value : row) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (!Double.isFinite(largest)) {
            for (int j = 0; j < row.length; j++) {
                checkFinite(source, j, row[j]);
            }
        }
    }

    private static void checkFinite(int source, int target, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidCostException(source, target, value);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record DoubleRows(double[][] costs, int targets) implements CostRows {
        @Override
        public int sources() {
            return costs.length;
        }

        @Override
        public double cost(int source, int target) {
            return costs[source][target];
        }

        @Override
        public double[] row(int source, double[] buffer) {
            return costs[source];
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
    private record FloatRows(float[][] costs, int targets) implements CostRows {
        @Override
        public int sources() {
            return costs.length;
        }

        @Override
        public double cost(int source, int target) {
            return costs[source][target];
        }

        @Override
        public double[] row(int source, double[] buffer) {
            float[] row = costs[source];
            for (int j = 0; j < targets; j++) {
                buffer[j] = row[j];
            }
            return buffer;
        }
    }
}
