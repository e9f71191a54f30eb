package org.wgan4j.transport;

import java.util.Arrays;

/**
 * Costs computed from coordinates, in a unit of length. The coordinates of the targets are stored axis by axis, so that loops over a row
 * can be vectorised.
 */
final class PointRows implements CostRows {
    /** The cap of costs: far above all others, and small enough for sums. */
    private static final double MOST = 1e250;

    private final NormCost cost;
    private final boolean squared;
    private final double[][] sources;
    private final double[][] targetAxes;
    private final int targets;

    private PointRows(NormCost cost, double[][] sources, double[][] targetAxes, int targets) {
        this.cost = cost;
        this.squared = cost.norm() == NormCost.Norm.EUCLIDEAN && targetAxes.length > 1;
        this.sources = sources;
        this.targetAxes = targetAxes;
        this.targets = targets;
    }

    /** Copies the coordinates, divided by the unit, a power of two. */
    static PointRows of(NormCost cost, Measure source, Measure target, double unit) {
        double[][] sources = new double[source.size()][source.dimension()];
        double[][] targetAxes = new double[target.dimension()][target.size()];
        for (int k = 0; k < targetAxes.length; k++) {
            for (int i = 0; i < sources.length; i++) {
                sources[i][k] = source.coordinate(i, k) / unit;
            }
            for (int j = 0; j < target.size(); j++) {
                targetAxes[k][j] = target.coordinate(j, k) / unit;
            }
        }
        return new PointRows(cost, sources, targetAxes, target.size());
    }

    @Override
    public int sources() {
        return sources.length;
    }

    @Override
    public int targets() {
        return targets;
    }

    @Override
    public double cost(int source, int target) {
        double[] point = sources[source];
        double summed = 0;
        for (int k = 0; k < point.length; k++) {
            double difference = targetAxes[k][target] - point[k];
            summed += squared ? difference * difference : Math.abs(difference);
        }
        return Math.min(costOf(summed), MOST);
    }

    @Override
    public double[] row(int source, double[] buffer) {
        double[] point = sources[source];
        Arrays.fill(buffer, 0, targets, 0);
        for (int k = 0; k < point.length; k++) {
            if (squared) {
                addSquares(targetAxes[k], point[k], buffer, targets);
            } else {
                addDistances(targetAxes[k], point[k], buffer, targets);
            }
        }
        raiseToPower(buffer);
        return buffer;
    }

    private static void addSquares(double[] axis, double origin, double[] into, int count) {
        for (int j = 0; j < count; j++) {
            double difference = axis[j] - origin;
            into[j] += difference * difference;
        }
    }

    private static void addDistances(double[] axis, double origin, double[] into, int count) {
        for (int j = 0; j < count; j++) {
            into[j] += Math.abs(axis[j] - origin);
        }
    }

    /** From the sum over the axes to the cost. */
    private double costOf(double summed) {
        double power = cost.power();
        if (squared) {
            return power == 2 ? summed : power == 1 ? Math.sqrt(summed) : Math.pow(summed, power / 2);
        }
        return power == 1 ? summed : power == 2 ? summed * summed : Math.pow(summed, power);
    }

    private void raiseToPower(double[] row) {
        if (squared && cost.power() == 1) {
            for (int j = 0; j < targets; j++) {
                row[j] = Math.sqrt(row[j]);
            }
        } else if (cost.power() != (squared ? 2 : 1)) {
            for (int j = 0; j < targets; j++) {
                row[j] = costOf(row[j]);
            }
        }
        for (int j = 0; j < targets; j++) {
            row[j] = Math.min(row[j], MOST);
        }
    }
}
