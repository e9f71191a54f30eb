package org.wgan4j.transport.approximate;

import java.util.Arrays;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.ShapeMismatchException;

/**
 * Optimal transport between two Gaussians under the squared Euclidean distance, in closed form (Dowson and Landau 1982; Olkin
 * and Pukelsheim 1982; Gelbrich 1990).
 *
 * <p>{@code W2^2 = |m1 - m2|^2 + tr(A + B - 2 (A^1/2 B A^1/2)^1/2)}. The second part is the squared Bures distance of the
 * covariances. Between Gaussians fitted to features of images the sum is known as the Fréchet distance.
 *
 * <p>The rounding error of {@link #distance()} is about 1e-8 of the scale between singular covariances that are nearly equal, and far less
 * where one of them is well conditioned or both are equal.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param source the first Gaussian
 * @param target the second
 * @param meanCost the squared distance of the means
 * @param covarianceCost the squared Bures distance of the covariances, at least 0
 */
public record GaussianTransport(Gaussian source, Gaussian target, double meanCost, double covarianceCost) {
    /** Below this share of the traces, their difference has too few correct digits. */
    private static final double NEARLY_EQUAL = 1e-6;

    /** Computes the distance; the dimensions must be equal. */
    public static GaussianTransport between(Gaussian source, Gaussian target) {
        return between(source, target, Limits.NONE);
    }

    /**
     * The same within limits of time; the limit of iterations is ignored.
     *
     * @throws org.wgan4j.transport.LimitReachedException if the limits stop it
     * @throws InvalidParameterException if the square of the distance of the means overflows or underflows
     */
    public static GaussianTransport between(Gaussian source, Gaussian target, Limits limits) {
        Limits.Deadline deadline = limits.start();
        if (source.dimension() != target.dimension()) {
            throw new ShapeMismatchException("the Gaussians have " + source.dimension() + " and " + target.dimension()
                    + " coordinates; they must agree");
        }
        double[] from = source.mean();
        double[] to = target.mean();
        double meanCost = 0;
        double longest = 0;
        for (int k = 0; k < from.length; k++) {
            double step = to[k] - from[k];
            longest = Math.max(longest, Math.abs(step));
            meanCost += step * step;
        }
        double covarianceCost = bures(source, target, deadline);
        double cost = meanCost + covarianceCost;
        if (!(cost < Double.POSITIVE_INFINITY) || (longest > 0 && cost < Double.MIN_NORMAL)) {
            throw new InvalidParameterException("the means lie up to " + longest
                    + " apart along an axis, and a double cannot hold the squared distance; scale the coordinates");
        }
        return new GaussianTransport(source, target, meanCost, covarianceCost);
    }

    /** W2 squared: the transport cost under the squared Euclidean distance. */
    public double cost() {
        return meanCost + covarianceCost;
    }

    /** W2, at least 0. */
    public double distance() {
        return Math.sqrt(cost());
    }

    /**
     * The optimal map from the first Gaussian to the second, {@code x -> m2 + A^-1/2 (A^1/2 B A^1/2)^1/2 A^-1/2 (x - m1)}.
     *
     * <p>The first covariance must have full rank: otherwise there may be no map.
     */
    public GaussianMap map() {
        if (source.rank() < source.dimension()) {
            throw new InvalidParameterException("the covariance of the first Gaussian has rank " + source.rank()
                    + " of " + source.dimension()
                    + ", and a map needs full rank; the distance holds without a map, or add a little to the diagonal");
        }
        double[][] root = rootInEigenbasis(source, target, Limits.NONE.start());
        return new GaussianMap(source.mean(), target.mean(), mapMatrix(source, root));
    }

    /**
     * McCann's displacement interpolation: the Gaussian at a fraction of the Wasserstein geodesic from the first to the second.
     *
     * @param share from 0, the first Gaussian, to 1, the second
     * @throws InvalidParameterException as {@link #map()}
     */
    public Gaussian interpolated(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new InvalidParameterException("the share of the way is " + share + "; it must be from 0 to 1");
        }
        double[][] step = map().matrix();
        double[] mean = source.mean();
        double[] to = target.mean();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (1 - share) * mean[i] + share * to[i];
            for (int j = 0; j < mean.length; j++) {
                step[i][j] = share * step[i][j] + (i == j ? 1 - share : 0);
            }
        }
        double[][] covariance = MatrixProduct.of(MatrixProduct.of(step, source.covarianceInPlace()), step);
        return Gaussian.of(mean, MatrixProduct.symmetrized(covariance));
    }

    private static double bures(Gaussian a, Gaussian b, Limits.Deadline deadline) {
        if (Arrays.deepEquals(a.covarianceInPlace(), b.covarianceInPlace())) {
            return 0;
        }
        double traces = trace(a) + trace(b);
        double[] values = SymmetricEigen.values(productInEigenbasis(a, b, deadline), deadline);
        double shared = 0;
        for (int k = values.length - Math.min(a.rank(), b.rank()); k < values.length; k++) {
            shared += Math.sqrt(Math.max(0, values[k])); // all others are 0 up to rounding
        }
        double cost = Math.max(0, traces - 2 * shared);
        if (cost > NEARLY_EQUAL * traces) {
            return cost;
        }
        Gaussian betterConditioned = condition(a) <= condition(b) ? a : b;
        return condition(betterConditioned) < 1e5
                ? nearlyEqual(betterConditioned, betterConditioned == a ? b : a, deadline)
                : cost;
    }

    /** The largest over the smallest eigenvalue. */
    private static double condition(Gaussian a) {
        double least = a.eigen().value(0);
        return least > 0 ? a.eigen().value(a.dimension() - 1) / least : Double.POSITIVE_INFINITY;
    }

    /** The mean of |T x - x|^2 as {@code |((A^1/2 B A^1/2)^1/2 - A) A^-1/2|^2}, without a difference of large numbers. */
    private static double nearlyEqual(Gaussian a, Gaussian b, Limits.Deadline deadline) {
        double[][] root = rootInEigenbasis(a, b, deadline);
        double cost = 0;
        for (int i = 0; i < root.length; i++) {
            for (int j = 0; j < root.length; j++) {
                double step = root[i][j] - (i == j ? a.eigen().value(i) : 0);
                cost += step * step / a.eigen().value(j);
            }
        }
        return cost;
    }

    private static double trace(Gaussian gaussian) {
        double trace = 0;
        for (int k = 0; k < gaussian.dimension(); k++) {
            trace += gaussian.covariance(k, k);
        }
        return trace;
    }

    /** A^1/2 B A^1/2 in the basis of A's eigenvectors V, D^1/2 V B V' D^1/2: the eigenvalues are the same. */
    private static double[][] productInEigenbasis(Gaussian a, Gaussian b, Limits.Deadline deadline) {
        double[][] vectors = a.eigen().rows();
        double[][] product = MatrixProduct.of(
                MatrixProduct.of(vectors, b.covarianceInPlace(), deadline),
                MatrixProduct.transposed(vectors),
                deadline);
        double floor = a.dimension() * 0x1p-52 * a.eigen().value(a.dimension() - 1);
        double[] roots = new double[a.dimension()];
        for (int k = 0; k < roots.length; k++) {
            double value = a.eigen().value(k);
            roots[k] = value > floor ? Math.sqrt(value) : 0; // the root of a rounding error would be large
        }
        for (int i = 0; i < roots.length; i++) {
            for (int j = 0; j < roots.length; j++) {
                product[i][j] *= roots[i] * roots[j];
            }
        }
        return MatrixProduct.symmetrized(product);
    }

    /** The root of that matrix. */
    private static double[][] rootInEigenbasis(Gaussian a, Gaussian b, Limits.Deadline deadline) {
        SymmetricEigen eigen = SymmetricEigen.of(productInEigenbasis(a, b, deadline), deadline);
        double[] roots = new double[eigen.size()];
        for (int k = 0; k < roots.length; k++) {
            roots[k] = Math.sqrt(Math.max(0, eigen.value(k)));
        }
        return MatrixProduct.ofEigen(eigen.rows(), roots);
    }

    /** A^-1/2 R A^-1/2, the root R being given in A's eigenbasis. */
    private static double[][] mapMatrix(Gaussian a, double[][] root) {
        for (int i = 0; i < root.length; i++) {
            for (int j = 0; j < root.length; j++) {
                root[i][j] /=
                        Math.sqrt(a.eigen().value(i)) * Math.sqrt(a.eigen().value(j));
            }
        }
        double[][] vectors = a.eigen().rows();
        return MatrixProduct.symmetrized(
                MatrixProduct.of(MatrixProduct.of(MatrixProduct.transposed(vectors), root), vectors));
    }
}
