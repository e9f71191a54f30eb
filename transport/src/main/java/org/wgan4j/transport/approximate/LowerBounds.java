package org.wgan4j.transport.approximate;

import java.util.Arrays;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.ShapeMismatchException;

/**
 * Lower bounds of the optimal transport cost between points with coordinates, much faster than exact solvers.
 *
 * <p>Every method returns a bound of the <em>cost</em>, mass times ground cost; its p-th root bounds W_p. They hold for
 * balanced measures up to a rounding error of about 1e-15 of the coordinates' scale, so prune with a small tolerance. They need a {@link
 * NormCost}, a power p of at least 1 of the L2 or the L1 distance; {@link RelaxedTransport} bounds the cost under any ground cost.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class LowerBounds {
    private LowerBounds() {}

    /**
     * The distance of the means, to the power of the cost: by Jensen's inequality, since every such ground cost is a convex function
     * of x - y. It takes n d operations.
     *
     * @param cost a {@link NormCost}
     */
    public static double means(Measure source, Measure target, Cost cost) {
        NormCost ground = checked(source, target, cost);
        double mass = LineCost.BalancedMasses.of(source, target).total();
        double distance = 0;
        for (int k = 0; k < source.dimension(); k++) {
            double step = Math.abs(mean(source, k) - mean(target, k));
            distance = ground.norm() == NormCost.Norm.EUCLIDEAN ? Math.hypot(distance, step) : distance + step;
        }
        double bound = Math.pow(distance, ground.power());
        if (!(bound < Double.POSITIVE_INFINITY) || (distance > 0 && bound < Double.MIN_NORMAL)) {
            throw new InvalidParameterException("the means lie " + distance + " apart, and that to the power "
                    + ground.power() + " cannot be held in a double; scale the coordinates or take another power");
        }
        return mass * bound;
    }

    /**
     * The exact cost between the projections to one direction, which does not increase any distance. It takes n d + n log n operations.
     *
     * @param cost a {@link NormCost}
     * @param direction of any length but 0; it is divided by the norm that makes {@code |direction . x|} at most the distance
     */
    public static double projection(Measure source, Measure target, Cost cost, double[] direction) {
        NormCost ground = checked(source, target, cost);
        if (direction.length != source.dimension()) {
            throw new ShapeMismatchException("the direction has " + direction.length
                    + " coordinates and the points have " + source.dimension() + "; they must agree");
        }
        double length = dualNorm(direction, ground.norm());
        if (!(length > 0) || length == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException(
                    "the length of the direction is " + length + "; it must be finite and above 0");
        }
        double[] unit = new double[direction.length];
        for (int k = 0; k < unit.length; k++) {
            unit[k] = direction[k] / length;
        }
        LineCost line = new LineCost(LineCost.BalancedMasses.of(source, target), ground.power());
        return line.between(projected(source, unit), projected(target, unit));
    }

    /**
     * A combination of the exact one-dimensional costs along all axes. It takes n d log n operations.
     *
     * <p>With W_k the distance W_p along axis k: under the L1 distance {@code W_p^p >= sum W_k^p}, since a p-th power of a
     * sum is at least the sum of the p-th powers; and under the L2 distance for p of at least 2, with equality at p = 2
     * if the axes' plans agree. For p below 2, {@code W_p^2 >= sum W_k^2}, by the reverse Minkowski inequality for exponents p / 2
     * below 1.
     *
     * @param cost a {@link NormCost}
     */
    public static double axes(Measure source, Measure target, Cost cost) {
        NormCost ground = checked(source, target, cost);
        double power = ground.power();
        double together = ground.norm() == NormCost.Norm.EUCLIDEAN ? Math.max(2, power) : power;
        CoordinateArrays from = CoordinateArrays.of(source);
        CoordinateArrays to = CoordinateArrays.of(target);
        LineCost line = new LineCost(LineCost.BalancedMasses.of(source, target), power);
        double[] along = new double[source.dimension()];
        double largest = 0;
        for (int k = 0; k < along.length; k++) {
            along[k] = line.between(from.axis(k), to.axis(k));
            largest = Math.max(largest, along[k]);
        }
        if (together == power || largest == 0) {
            return Arrays.stream(along).sum();
        }
        double sum = 0;
        for (double ofAxis : along) {
            sum += Math.pow(ofAxis / largest, together / power); // relative to the largest, to avoid overflow
        }
        return largest * Math.pow(sum, power / together);
    }

    private static NormCost checked(Measure source, Measure target, Cost cost) {
        CoordinateArrays.checkDimensions(source, target);
        if (cost instanceof NormCost ground) {
            return ground;
        }
        throw new InvalidParameterException(
                "the cost is a " + cost.getClass().getSimpleName()
                        + ", and this bound holds for a power of a distance between points; give a NormCost, or use RelaxedTransport");
    }

    private static double mean(Measure measure, int axis) {
        double origin = measure.coordinate(0, axis); // a distant origin would lose digits
        double sum = 0;
        for (int i = 0; i < measure.size(); i++) {
            sum += measure.mass(i) * (measure.coordinate(i, axis) - origin);
        }
        return origin + sum / measure.totalMass();
    }

    private static double dualNorm(double[] direction, NormCost.Norm norm) {
        double largest = 0;
        for (double value : direction) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (norm == NormCost.Norm.MANHATTAN || largest == 0) {
            return largest;
        }
        double squares = 0;
        for (double value : direction) {
            squares += (value / largest) * (value / largest);
        }
        return largest * Math.sqrt(squares);
    }

    private static double[] projected(Measure measure, double[] direction) {
        double[] places = new double[measure.size()];
        for (int i = 0; i < places.length; i++) {
            for (int k = 0; k < direction.length; k++) {
                places[i] += direction[k] * measure.coordinate(i, k);
            }
        }
        return places;
    }
}
