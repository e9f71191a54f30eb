package org.wgan4j.transport;

/**
 * A ground cost given as a function of the indices of the two points, evaluated when it is needed.
 *
 * <p>Immutable, and safe for use by several threads, as far as its function is.
 *
 * @param function yields finite costs, and always the same for the same pair; it is called from several threads
 * @param power the p of which {@code W_p = cost^(1/p)}, finite and at least 1
 * @param isMetric whether the function is a metric and source i and target i are the same point for every i
 */
public record PairCost(PairFunction function, double power, boolean isMetric) implements Cost {
    /** Checks the power. */
    public PairCost {
        if (!(power >= 1) || power == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException(
                    "the power of the cost is " + power + "; it must be finite and at least 1");
        }
    }

    @Override
    public Cost atMost(double threshold) {
        return new ThresholdedCost(this, threshold);
    }

    @Override
    public CostRows between(Measure source, Measure target) {
        return new FunctionRows(function, source.size(), target.size());
    }

    private record FunctionRows(PairFunction function, int sources, int targets) implements CostRows {
        @Override
        public double cost(int source, int target) {
            double value = function.between(source, target);
            if (!Double.isFinite(value)) {
                throw new InvalidCostException(source, target, value);
            }
            return value;
        }

        @Override
        public double[] row(int source, double[] buffer) {
            for (int j = 0; j < targets; j++) {
                buffer[j] = cost(source, j);
            }
            return buffer;
        }
    }
}
