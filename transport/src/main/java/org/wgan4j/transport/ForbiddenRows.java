package org.wgan4j.transport;

/**
 * Costs whose infinite entries, which forbid their pairs, are replaced by a finite cost far above all others, so that solvers can add them.
 *
 * @param costs the costs, some of them infinite
 * @param forbidden the cost of a forbidden pair
 */
record ForbiddenRows(CostRows costs, double forbidden) implements CostRows {
    /** The cost of a forbidden pair, in largest allowed costs. */
    private static final double FACTOR = 0x1p90;

    private static final double MOST = 1e300;

    static ForbiddenRows of(CostRows costs) {
        double largest = 0;
        double[] buffer = new double[costs.targets()];
        for (int i = 0; i < costs.sources(); i++) {
            double[] row = costs.row(i, buffer);
            for (int j = 0; j < costs.targets(); j++) {
                largest = row[j] < Double.POSITIVE_INFINITY ? Math.max(largest, Math.abs(row[j])) : largest;
            }
        }
        if (largest > MOST / FACTOR) {
            throw new InvalidParameterException("the largest allowed cost is " + largest
                    + ", and beside infinite ones it must be at most " + MOST / FACTOR + "; scale the costs down");
        }
        return new ForbiddenRows(costs, largest == 0 ? 1 : FACTOR * largest);
    }

    @Override
    public int sources() {
        return costs.sources();
    }

    @Override
    public int targets() {
        return costs.targets();
    }

    @Override
    public double cost(int source, int target) {
        return Math.min(costs.cost(source, target), forbidden);
    }

    @Override
    public double[] row(int source, double[] buffer) {
        double[] row = costs.row(source, buffer);
        for (int j = 0; j < targets(); j++) {
            buffer[j] = Math.min(row[j], forbidden);
        }
        return buffer;
    }
}
