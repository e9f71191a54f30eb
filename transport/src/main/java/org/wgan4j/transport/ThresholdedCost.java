package org.wgan4j.transport;

/**
 * The minimum of another cost and a threshold.
 *
 * <p>Immutable, and safe for use by several threads, as far as its base is.
 *
 * @param base the other cost
 * @param threshold the largest cost, finite and above 0
 */
public record ThresholdedCost(Cost base, double threshold) implements Cost {
    /** Checks the threshold. */
    public ThresholdedCost {
        if (!(threshold > 0) || threshold == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException(
                    "the threshold of the cost is " + threshold + "; it must be finite and above 0");
        }
    }

    @Override
    public double power() {
        return base.power();
    }

    @Override
    public boolean isMetric() {
        return base.isMetric();
    }

    @Override
    public Cost atMost(double newThreshold) {
        return new ThresholdedCost(this, newThreshold);
    }

    @Override
    public CostRows between(Measure source, Measure target) {
        return new CappedRows(base.between(source, target), threshold);
    }

    private record CappedRows(CostRows base, double threshold) implements CostRows {
        @Override
        public int sources() {
            return base.sources();
        }

        @Override
        public int targets() {
            return base.targets();
        }

        @Override
        public double cost(int source, int target) {
            return Math.min(base.cost(source, target), threshold);
        }

        @Override
        public double[] row(int source, double[] buffer) {
            double[] row = base.row(source, buffer);
            for (int j = 0; j < base.targets(); j++) {
                buffer[j] = Math.min(row[j], threshold);
            }
            return buffer;
        }
    }
}
