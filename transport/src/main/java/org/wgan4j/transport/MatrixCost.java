package org.wgan4j.transport;

/**
 * A ground cost given as a matrix {@code [sources][targets]}, in double or single precision; an infinite entry forbids its pair.
 *
 * <p>The matrix is checked once and then read in place, never copied: at 10,000 by 10,000 it is the largest part of the memory. Do
 * not change it while it is in use. As long as nobody does, instances are safe for use by several threads.
 *
 * <p>Solvers throw {@link NoAllowedPlanException} if every plan needs a forbidden pair.
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
        double largest = 0;
        for (int i = 0; i < costs.length; i++) {
            checkLength(i, costs[i].length, targets);
            largest = Math.max(largest, largestOf(i, costs[i]));
        }
        CostRows rows = new DoubleRows(costs, targets);
        return new MatrixCost(largest < Double.POSITIVE_INFINITY ? rows : ForbiddenRows.of(rows), 1);
    }

    /** Costs in single precision, at half the memory. */
    public static MatrixCost of(float[][] costs) {
        int targets = costs.length == 0 ? 0 : costs[0].length;
        boolean forbids = false;
        for (int i = 0; i < costs.length; i++) {
            checkLength(i, costs[i].length, targets);
            for (int j = 0; j < targets; j++) {
                check(i, j, costs[i][j]);
                forbids |= costs[i][j] == Float.POSITIVE_INFINITY;
            }
        }
        CostRows rows = new FloatRows(costs, targets);
        return new MatrixCost(forbids ? ForbiddenRows.of(rows) : rows, 1);
    }

    /** The same costs, declared as p-th powers of a distance: the distance of a solution is then the p-th root of its cost. */
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

    /** False: it is not checked. */
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

    /** The largest absolute cost of a row, in a loop that can be vectorised; entries are checked one by one only if it is not finite. */
    private static double largestOf(int source, double[] row) {
        double largest = 0;
        for (double value : row) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (!Double.isFinite(largest)) {
            for (int j = 0; j < row.length; j++) {
                check(source, j, row[j]);
            }
        }
        return largest;
    }

    private static void check(int source, int target, double value) {
        if (!(value > Double.NEGATIVE_INFINITY)) {
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
