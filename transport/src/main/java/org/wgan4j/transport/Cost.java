package org.wgan4j.transport;

/**
 * The ground cost: what it costs to move a unit of mass from one point to another.
 *
 * <p>A transport cost is a sum of these; a Wasserstein distance W_p is the p-th root of the transport cost under the ground cost
 * d^p. Both are named in a {@link Solution}, and {@link #power()} is that p.
 *
 * <p>Immutable, and safe for use by several threads, as far as the matrix or function behind it is.
 */
// No default methods: they would let one thread initialise an implementation, and another this interface, each waiting
// for the other.
public sealed interface Cost permits NormCost, MatrixCost, PairCost, ThresholdedCost {
    /** The straight-line distance between points: W_1. */
    Cost EUCLIDEAN = new NormCost(NormCost.Norm.EUCLIDEAN, 1);

    /** The square of the straight-line distance: the square root of the transport cost is W_2. */
    Cost SQUARED_EUCLIDEAN = new NormCost(NormCost.Norm.EUCLIDEAN, 2);

    /** The sum of the coordinates' distances, known as L1 or city block: W_1 under that distance. */
    Cost MANHATTAN = new NormCost(NormCost.Norm.MANHATTAN, 1);

    /** The p-th power of the straight-line distance, p at least 1: the p-th root of the transport cost is W_p. */
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

    /** Costs computed when they are needed, from the numbers of the two points; the function is called from several threads. */
    static Cost of(PairFunction function) {
        return new PairCost(function, 1, false);
    }

    /** The cost of a pair of points by their numbers. */
    @FunctionalInterface
    interface PairFunction {
        /** The finite cost of moving a unit of mass from a source to a target. */
        double between(int source, int target);
    }

    /** The smaller of this cost and a threshold: far is far. It is a metric wherever this cost is (Pele and Werman 2009). */
    Cost atMost(double threshold);

    /** The p of which {@code W_p = cost^(1/p)}, at least 1. */
    double power();

    /** Whether the cost is known to satisfy the triangle inequality, be symmetric, and be 0 between equal points. */
    boolean isMetric();

    /** The costs between all points of two measures. */
    CostRows between(Measure source, Measure target);
}
