package org.wgan4j.transport;

/**
 * A power of the distance between points under a norm.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param norm the norm of the distance
 * @param power its exponent, finite and at least 1
 */
public record NormCost(Norm norm, double power) implements Cost {
    /** The largest binary exponent of a cost, up or down, at which sums of costs and their inverses are finite. */
    private static final int LARGEST_EXPONENT = 900;

    /** The largest binary exponent of a unit, whose inverse must be a normal number. */
    private static final int LARGEST_UNIT_EXPONENT = 1020;

    /** A distance between points of R^d. */
    public enum Norm {
        /** The L2 norm. */
        EUCLIDEAN,
        /** The L1 norm. */
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

    /**
     * The costs between all points of two measures.
     *
     * @throws ShapeMismatchException if the points have no coordinates or not the same number of them, or if the largest
     *     cost is outside the range of a double; {@link Problem#of} then takes another unit of length
     */
    @Override
    public CostRows between(Measure source, Measure target) {
        double halfDiameter = halfDiameter(source, target);
        if (!isInRange(halfDiameter, source.dimension())) {
            throw new ShapeMismatchException(
                    "the points lie up to about " + 2 * halfDiameter + " apart, and that to the power " + power
                            + " cannot be held in a double; scale the coordinates or take another power");
        }
        return PointRows.of(this, source, target, 1);
    }

    /** The same with distances in a unit of length; costs beyond the range of a double are capped. */
    CostRows between(Measure source, Measure target, double unit) {
        return PointRows.of(this, source, target, unit);
    }

    /** A unit of length, a power of two, in which the largest cost is in the range of a double: 1 unless another is needed. */
    double unitFor(Measure source, Measure target) {
        double halfDiameter = halfDiameter(source, target);
        return isInRange(halfDiameter, source.dimension())
                ? 1
                : unitOf(halfDiameter)
                        * (power <= LARGEST_EXPONENT ? 2 : 4); // below 1, no power leaves the range above
    }

    /** Half the diameter of the box around all points; its double may be more than a double holds. */
    private double halfDiameter(Measure source, Measure target) {
        checkDimensions(source, target);
        double diameter = 0;
        for (int k = 0; k < source.dimension(); k++) {
            double least = Math.min(minimum(source, k), minimum(target, k));
            double most = Math.max(maximum(source, k), maximum(target, k));
            double width = most / 2 - least / 2;
            diameter = norm == Norm.EUCLIDEAN ? Math.hypot(diameter, width) : diameter + width;
        }
        return diameter;
    }

    /** Whether the largest cost is in the range of a double; the farthest points lie up to 2^(exponent + 2) apart. */
    private boolean isInRange(double halfDiameter, int dimension) {
        boolean hasSquares = norm == Norm.EUCLIDEAN && dimension > 1;
        int exponent = Math.getExponent(halfDiameter);
        int largest = Math.max(Math.abs(exponent), Math.abs(exponent + 2));
        return halfDiameter == 0 || largest * Math.max(power, hasSquares ? 2 : 1) <= LARGEST_EXPONENT;
    }

    /** The largest power of two up to a length, clamped so that it and its inverse are normal numbers. */
    static double unitOf(double length) {
        int exponent = Math.max(-LARGEST_UNIT_EXPONENT, Math.min(LARGEST_UNIT_EXPONENT, Math.getExponent(length)));
        return Math.scalb(1.0, exponent);
    }

    private static double minimum(Measure measure, int axis) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < measure.size(); i++) {
            least = Math.min(least, measure.coordinate(i, axis));
        }
        return least;
    }

    private static double maximum(Measure measure, int axis) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < measure.size(); i++) {
            most = Math.max(most, measure.coordinate(i, axis));
        }
        return most;
    }

    private static void checkDimensions(Measure source, Measure target) {
        if (source.dimension() == 0 || target.dimension() == 0 || source.dimension() != target.dimension()) {
            throw new ShapeMismatchException("the source's points have " + source.dimension()
                    + " coordinates and the target's have " + target.dimension()
                    + "; a distance needs points with the same number, at least one");
        }
    }

    /** The distance of two points in a unit of length, without overflow or underflow of its square. */
    double distance(Measure source, int i, Measure target, int j, double unit) {
        double distance = 0;
        for (int k = 0; k < source.dimension(); k++) {
            double step = Math.abs(target.coordinate(j, k) / unit - source.coordinate(i, k) / unit);
            distance = norm == Norm.EUCLIDEAN ? Math.hypot(distance, step) : distance + step;
        }
        return distance;
    }
}
