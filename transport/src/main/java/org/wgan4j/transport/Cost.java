package org.wgan4j.transport;

/**
 * The ground cost c(x, y): the cost of moving a unit of mass from one point to another.
 *
 * <p>A transport cost is a sum of these; a Wasserstein distance W_p is the p-th root of the transport cost under the ground cost
 * d^p. Both are named in a {@link Solution}, and {@link #power()} is that p.
 *
 * <p>Immutable, and safe for use by several threads, as far as the matrix or function behind it is.
 */
// No default methods: they would let one thread initialise an implementation, and another this interface, each waiting
// for the other.
public sealed interface Cost permits NormCost, MatrixCost, PairCost, ThresholdedCost {
    /** The Euclidean distance between points: W_1. */
    Cost EUCLIDEAN = new NormCost(NormCost.Norm.EUCLIDEAN, 1);

    /** The squared Euclidean distance: the square root of the transport cost is W_2. */
    Cost SQUARED_EUCLIDEAN = new NormCost(NormCost.Norm.EUCLIDEAN, 2);

    /** The L1 distance, the sum of the coordinates' absolute differences: W_1 under that distance. */
    Cost MANHATTAN = new NormCost(NormCost.Norm.MANHATTAN, 1);

    /** The p-th power of the Euclidean distance, p finite and at least 1: the p-th root of the transport cost is W_p. */
    static Cost euclidean(double power) {
        return new NormCost(NormCost.Norm.EUCLIDEAN, power);
    }

    /** Costs {@code [sources][targets]}, read in place and not copied: do not change them while they are in use. */
    static MatrixCost matrix(double[][] costs) {
        return MatrixCost.of(costs);
    }

    /** Costs {@code [sources][targets]} in single precision, read in place and not copied. */
    static MatrixCost matrix(float[][] costs) {
        return MatrixCost.of(costs);
    }

    /** Costs computed when they are needed, from the indices of the two points; the function is called from several threads. */
    static Cost of(PairFunction function) {
        return new PairCost(function, 1, false);
    }

    /** The cost of a pair of points by their indices. */
    @FunctionalInterface
    interface PairFunction {
        /** The finite cost of moving a unit of mass from a source to a target. */
        double between(int source, int target);
    }

    /** The minimum of this cost and a threshold, finite and above 0. It is a metric if this cost is (Pele and Werman 2009). */
    Cost atMost(double threshold);

    /** The p of which {@code W_p = cost^(1/p)}, at least 1. */
    double power();

    /** Whether the cost is known to satisfy the triangle inequality, be symmetric, and be 0 between equal points. */
    boolean isMetric();

    /** The costs between all points of two measures. */
    CostRows between(Measure source, Measure target);
}
