package org.wgan4j.transport;

/**
 * A power of the distance between points under a norm.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param norm which distance
 * @param power its exponent, finite and at least 1
 */
public record NormCost(Norm norm, double power) implements Cost {
    /** Costs up to 2 to this can be added up, and one over them can be held as well. */
    private static final int MOST_EXPONENT = 900;

    /** Units up to 2 to this have an inverse. */
    private static final int MOST_UNIT = 1020;

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

    /**
     * The costs between all points of two measures.
     *
     * @throws ShapeMismatchException if the points have no coordinates or not the same number of them, or if a double cannot hold the
     *     largest of the costs; {@link Problem#of} then takes another unit of length
     */
    @Override
    public CostRows between(Measure source, Measure target) {
        double unit = unitFor(source, target);
        if (unit != 1) {
            throw new ShapeMismatchException("the points lie up to about " + unit + " apart, and that to the power "
                    + power + " cannot be held in a double; scale the coordinates or take another power");
        }
        return PointRows.of(this, source, target, unit);
    }

    /** The same with distances counted in a unit of length; those that no double can hold cost as much as a forbidden pair. */
    CostRows between(Measure source, Measure target, double unit) {
        return PointRows.of(this, source, target, unit);
    }

    /** A power of two in whose multiples the distances can be raised to the power: 1 unless the largest cost would leave the range. */
    double unitFor(Measure source, Measure target) {
        checkDimensions(source, target);
        double diameter = 0;
        for (int k = 0; k < source.dimension(); k++) {
            double least = Math.min(least(source, k), least(target, k));
            double most = Math.max(most(source, k), most(target, k));
            double width = most / 2 - least / 2; // may be more than a double holds
            diameter = norm == Norm.EUCLIDEAN ? Math.hypot(diameter, width) : diameter + width;
        }
        boolean raisesSquares = norm == Norm.EUCLIDEAN && source.dimension() > 1;
        // The widths are halved: the farthest points lie up to 2^(exponent + 2) apart.
        int exponent = Math.getExponent(diameter);
        int largest = Math.max(Math.abs(exponent), Math.abs(exponent + 2));
        if (diameter == 0 || largest * Math.max(power, raisesSquares ? 2 : 1) <= MOST_EXPONENT) {
            return 1;
        }
        return unitOf(diameter) * (power <= MOST_EXPONENT ? 2 : 4); // below 1, no power leaves the range above
    }

    /** The power of two below a length, if it is a normal number and its inverse is one. */
    static double unitOf(double length) {
        int exponent = Math.max(-MOST_UNIT, Math.min(MOST_UNIT, Math.getExponent(length)));
        return Math.scalb(1.0, exponent);
    }

    private static double least(Measure measure, int axis) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < measure.size(); i++) {
            least = Math.min(least, measure.coordinate(i, axis));
        }
        return least;
    }

    private static double most(Measure measure, int axis) {
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

    /** The distance of two points, in a unit of length, whatever its square is. */
    double distance(Measure source, int i, Measure target, int j, double unit) {
        double distance = 0;
        for (int k = 0; k < source.dimension(); k++) {
            double step = Math.abs(target.coordinate(j, k) / unit - source.coordinate(i, k) / unit);
            distance = norm == Norm.EUCLIDEAN ? Math.hypot(distance, step) : distance + step;
        }
        return distance;
    }
}
