package org.wgan4j.transport.approximate;

import java.util.Arrays;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.ShapeMismatchException;

/**
 * A normal distribution on R^d: a mean and a positive semidefinite covariance, which may be singular.
 *
 * <p>The eigendecomposition of the covariance is computed once, by the constructor.
 *
 * <p>Immutable, with arrays of its own copied from those given, and safe for use by several threads. Two are equal if mean and covariance are.
 */
public final class Gaussian {
    /** An eigenvalue down to minus this share of the largest counts as a rounding error of 0. */
    public static final double NEGATIVE_TOLERANCE = 1e-9;

    private final double[] mean;
    private final double[][] covariance;
    private final SymmetricEigen eigen;

    private Gaussian(double[] mean, double[][] covariance, Limits.Deadline deadline) {
        this.mean = mean;
        this.covariance = covariance;
        this.eigen = SymmetricEigen.of(covariance, deadline);
        if (eigen.value(0) < -NEGATIVE_TOLERANCE * largest()) {
            throw new InvalidParameterException("the smallest eigenvalue of the covariance is " + eigen.value(0)
                    + " and the largest " + eigen.value(eigen.size() - 1)
                    + "; none may be below 0, so this is no covariance");
        }
    }

    /**
     * The distribution with a mean and a covariance.
     *
     * @param mean {@code [d]}
     * @param covariance {@code [d][d]}, symmetric up to {@link SymmetricEigen#SYMMETRY_TOLERANCE}
     */
    public static Gaussian of(double[] mean, double[][] covariance) {
        if (mean.length != covariance.length) {
            throw new ShapeMismatchException("the mean has " + mean.length + " coordinates and the covariance "
                    + covariance.length + " rows; they must agree");
        }
        for (int k = 0; k < mean.length; k++) {
            if (!Double.isFinite(mean[k])) {
                throw new InvalidParameterException(
                        "coordinate " + k + " of the mean is " + mean[k] + "; it must be finite");
            }
        }
        double[][] copy = new double[covariance.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = covariance[i].clone();
        }
        return new Gaussian(mean.clone(), copy, Limits.NONE.start());
    }

    /** The distribution on the line with a mean and a standard deviation of at least 0. */
    public static Gaussian onLine(double mean, double standardDeviation) {
        if (!(standardDeviation >= 0)) {
            throw new InvalidParameterException(
                    "the standard deviation is " + standardDeviation + "; it must be at least 0");
        }
        return of(new double[] {mean}, new double[][] {{standardDeviation * standardDeviation}});
    }

    /**
     * The distribution with the mean and the unbiased covariance of points.
     *
     * <p>For n points of equal mass the covariance divides by n - 1; for weights w that sum to 1 it divides by 1 - sum w^2, which is
     * the same where they are equal. At least two points need a mass above 0.
     */
    public static Gaussian fitted(Measure points) {
        return fitted(points, Limits.NONE);
    }

    /**
     * The same within limits of time; the limit of iterations is ignored.
     *
     * @throws org.wgan4j.transport.LimitReachedException if the limits stop it
     */
    public static Gaussian fitted(Measure points, Limits limits) {
        Limits.Deadline deadline = limits.start();
        if (points.dimension() == 0) {
            throw new ShapeMismatchException("masses have no coordinates; fit a Gaussian to samples or to a histogram");
        }
        double[] shares = points.normalized().masses();
        double freedom = 1;
        for (double share : shares) {
            freedom -= share * share;
        }
        if (!(freedom > 1e-15)) {
            throw new InvalidParameterException(
                    "all mass is at one point, and a covariance needs at least two; give more samples");
        }
        CoordinateArrays axes = CoordinateArrays.of(points);
        double[] mean = new double[points.dimension()];
        double[][] centred = new double[mean.length][shares.length];
        for (int k = 0; k < mean.length; k++) {
            deadline.check(shares.length);
            mean[k] = centre(axes.axis(k), shares, centred[k]);
        }
        double[][] covariance = covarianceOf(centred, shares, freedom, deadline);
        checkScatter(centred, shares, covariance);
        return new Gaussian(mean, covariance, deadline);
    }

    /** Writes the values less their mean and returns it. */
    private static double centre(double[] values, double[] shares, double[] into) {
        double origin = values[0]; // a distant origin would lose digits
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += shares[i] * (values[i] - origin);
        }
        mean += origin;
        for (int i = 0; i < values.length; i++) {
            into[i] = values[i] - mean;
        }
        return mean;
    }

    private static double[][] covarianceOf(
            double[][] centred, double[] shares, double freedom, Limits.Deadline deadline) {
        double[][] weighted = new double[shares.length][centred.length];
        for (int i = 0; i < shares.length; i++) {
            for (int k = 0; k < centred.length; k++) {
                weighted[i][k] = centred[k][i] * shares[i] / freedom;
            }
        }
        return MatrixProduct.symmetrized(MatrixProduct.of(centred, weighted, deadline));
    }

    /** Checks that squares neither overflow nor underflow. */
    private static void checkScatter(double[][] centred, double[] shares, double[][] covariance) {
        for (int k = 0; k < centred.length; k++) {
            double largest = 0;
            for (int i = 0; i < shares.length; i++) {
                largest = shares[i] > 0 ? Math.max(largest, Math.abs(centred[k][i])) : largest;
            }
            boolean isHeld = covariance[k][k] < Double.POSITIVE_INFINITY;
            if (!isHeld || (largest > 0 && largest * largest < Double.MIN_NORMAL)) {
                throw new InvalidParameterException("coordinate " + k + " lies up to " + largest
                        + " from its mean, and a double cannot hold the square of that; scale the coordinates");
            }
        }
    }

    /** The number of coordinates. */
    public int dimension() {
        return mean.length;
    }

    /** A copy of the mean. */
    public double[] mean() {
        return mean.clone();
    }

    /** A copy of the covariance. */
    public double[][] covariance() {
        double[][] copy = new double[covariance.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = covariance[i].clone();
        }
        return copy;
    }

    /** An entry of the covariance. */
    public double covariance(int row, int column) {
        return covariance[row][column];
    }

    /** The eigenvalues and eigenvectors of the covariance; eigenvalues that are 0 up to rounding can be slightly negative. */
    public SymmetricEigen eigen() {
        return eigen;
    }

    /** The numerical rank of the covariance: the number of eigenvalues above the rounding error of a matrix of this size. */
    public int rank() {
        double floor = dimension() * 0x1p-52 * largest();
        int rank = 0;
        for (int k = 0; k < dimension(); k++) {
            rank += eigen.value(k) > floor ? 1 : 0;
        }
        return rank;
    }

    private double largest() {
        return Math.max(-eigen.value(0), eigen.value(eigen.size() - 1));
    }

    /** The covariance itself, not to be changed. */
    double[][] covarianceInPlace() {
        return covariance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Gaussian that
                && Arrays.equals(mean, that.mean)
                && Arrays.deepEquals(covariance, that.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(mean) + Arrays.deepHashCode(covariance);
    }
}
