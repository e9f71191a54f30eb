package org.wgan4j.transport;

import java.util.Arrays;

/**
 * A power of the distance between points under a norm.
 *
 * @param norm which distance
 * @param power its exponent, finite and at least 1
 */
public record NormCost(Norm norm, double power) implements Cost {
    /** A distance between points of R^d. */
    public enum Norm {
        /** The root of the summed squares. */
        EUCLIDEAN,
        /** The sum of the absolute values. */
        MANHATTAN
    }

    /** Checks the power. */
    public NormCost {
        if (!(power >= 1) || power == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException(
                    "the power of the cost is " + power + "; it must be finite and at least 1");
        }
    }

    @Override
    public boolean isMetric() {
        return power == 1;
    }

    @Override
    public Cost atMost(double threshold) {
        return new ThresholdedCost(this, threshold);
    }

    @Override
    public CostRows between(Measure source, Measure target) {
        if (source.dimension() == 0 || target.dimension() == 0 || source.dimension() != target.dimension()) {
            throw new ShapeMismatchException("the source's points have " + source.dimension()
                    + " coordinates and the target's have " + target.dimension()
                    + "; a distance needs points with the same number, at least one");
        }
        PointRows rows = new PointRows(this, source, target);
        rows.checkFinite();
        return rows;
    }

    /** Costs computed from coordinates; those of the targets lie axis by axis, so that the loops over a row can be vectorised. */
    private static final class PointRows implements CostRows {
        private final NormCost cost;
        private final double[][] sources;
        private final double[][] targetAxes;
        private final int targets;

        PointRows(NormCost cost, Measure source, Measure target) {
            this.cost = cost;
            this.sources = new double[source.size()][source.dimension()];
            this.targets = target.size();
            this.targetAxes = new double[target.dimension()][targets];
            for (int k = 0; k < targetAxes.length; k++) {
                for (int i = 0; i < sources.length; i++) {
                    sources[i][k] = source.coordinate(i, k);
                }
                for (int j = 0; j < targets; j++) {
                    targetAxes[k][j] = target.coordinate(j, k);
                }
            }
        }

        /** The largest possible cost, that of the corners of the box around all points, must be a number. */
        void checkFinite() {
            double summed = 0;
            for (int k = 0; k < targetAxes.length; k++) {
                int axis = k;
                double most = Arrays.stream(sources)
                        .mapToDouble(point -> point[axis])
                        .max()
                        .orElse(0);
                double least = Arrays.stream(sources)
                        .mapToDouble(point -> point[axis])
                        .min()
                        .orElse(0);
                most = Math.max(most, Arrays.stream(targetAxes[k]).max().orElse(0));
                least = Math.min(least, Arrays.stream(targetAxes[k]).min().orElse(0));
                double width = most - least;
                summed += cost.norm == Norm.EUCLIDEAN ? width * width : width;
            }
            if (!Double.isFinite(raised(summed))) {
                throw new ShapeMismatchException(
                        "the points lie so far apart that their cost cannot be held in a double;"
                                + " scale the coordinates down");
            }
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
            if (cost.norm == Norm.EUCLIDEAN) {
                for (int k = 0; k < point.length; k++) {
                    double difference = targetAxes[k][target] - point[k];
                    summed += difference * difference;
                }
            } else {
                for (int k = 0; k < point.length; k++) {
                    summed += Math.abs(targetAxes[k][target] - point[k]);
                }
            }
            return raised(summed);
        }

        @Override
        public double[] row(int source, double[] buffer) {
            double[] point = sources[source];
            Arrays.fill(buffer, 0, targets, 0);
            for (int k = 0; k < point.length; k++) {
                if (cost.norm == Norm.EUCLIDEAN) {
                    addSquares(targetAxes[k], point[k], buffer, targets);
                } else {
                    addDistances(targetAxes[k], point[k], buffer, targets);
                }
            }
            raise(buffer);
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
        private double raised(double summed) {
            if (cost.norm == Norm.EUCLIDEAN) {
                return cost.power == 2
                        ? summed
                        : cost.power == 1 ? Math.sqrt(summed) : Math.pow(summed, cost.power / 2);
            }
            return cost.power == 1 ? summed : Math.pow(summed, cost.power);
        }

        private void raise(double[] row) {
            if (cost.norm == Norm.EUCLIDEAN && cost.power == 1) {
                for (int j = 0; j < targets; j++) {
                    row[j] = Math.sqrt(row[j]);
                }
            } else if (cost.power != (cost.norm == Norm.EUCLIDEAN ? 2 : 1)) {
                for (int j = 0; j < targets; j++) {
                    row[j] = raised(row[j]);
                }
            }
        }
    }
}
