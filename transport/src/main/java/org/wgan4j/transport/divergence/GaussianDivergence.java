package org.wgan4j.transport.divergence;

import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.approximate.Gaussian;
import org.wgan4j.transport.approximate.SymmetricEigen;

/**
 * Divergences between Gaussians, in nats where there is a logarithm.
 *
 * <p>Kullback-Leibler and Hellinger are closed forms in any dimension; total variation and Jensen-Shannon are for the line. A
 * singular covariance has no density: where exactly one of the two is singular the divergence is at its bound (infinite for
 * Kullback-Leibler), where both are it is an error.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class GaussianDivergence {
    private GaussianDivergence() {}

    /**
     * KL(p || q) = {@code (tr(Q^-1 P) - d - ln det(Q^-1 P) + (q - p)' Q^-1 (q - p)) / 2}, at least 0 and not symmetric.
     *
     * <p>Computed as half the sum of {@code t - ln(1 + t)} over the eigenvalues 1 + t of Q^-1 P, each of which is at least 0.
     */
    public static double kullbackLeibler(Gaussian p, Gaussian q) {
        if (oneIsSingular(p, q)) {
            return Double.POSITIVE_INFINITY;
        }
        Whitened pair = Whitened.by(q, p);
        double sum = pair.squaredStep;
        for (double value : pair.eigenvalues) {
            sum += Math.max(0, value - 1 - Math.log(value));
        }
        return sum / 2;
    }

    /**
     * The Hellinger distance, the root of one minus the Bhattacharyya coefficient {@code det(P)^1/4 det(Q)^1/4 / det(M)^1/2
     * exp(-(p - q)' M^-1 (p - q) / 8)} with M = (P + Q) / 2: from 0 to 1.
     */
    public static double hellinger(Gaussian p, Gaussian q) {
        if (oneIsSingular(p, q)) {
            return 1;
        }
        double exponent = 0;
        for (double value : Whitened.by(q, p).eigenvalues) {
            // ln(2 sqrt(v) / (1 + v)) / 2, written so that it is exactly 0 at v = 1
            double step = (value - 1) * (value - 1) / (4 * value);
            exponent -= Math.log1p(step) / 4;
        }
        exponent -= Whitened.by(mean(p, q), p).squaredStep / 8;
        return Math.sqrt(-Math.expm1(exponent));
    }

    /** Half the integral of |p - q|: from 0 to 1; between Gaussians on the line. */
    public static double totalVariation(Gaussian p, Gaussian q) {
        if (onLineOneIsSingular(p, q)) {
            return 1;
        }
        return LineGaussians.of(p, q).totalVariation();
    }

    /**
     * Half of KL(p || m) plus half of KL(q || m), m being the mean of the densities: from 0 to ln 2; between Gaussians on the line.
     *
     * <p>There is no closed form. Composite Gauss-Legendre quadrature gives it to about 1e-14.
     */
    public static double jensenShannon(Gaussian p, Gaussian q) {
        if (onLineOneIsSingular(p, q)) {
            return HistogramDivergence.JENSEN_SHANNON_BOUND;
        }
        return Math.min(
                HistogramDivergence.JENSEN_SHANNON_BOUND, LineGaussians.of(p, q).jensenShannon());
    }

    private static boolean onLineOneIsSingular(Gaussian p, Gaussian q) {
        if (p.dimension() != 1 || q.dimension() != 1) {
            throw new ShapeMismatchException("the Gaussians have " + p.dimension() + " and " + q.dimension()
                    + " coordinates, and this divergence is for the line; use Kullback-Leibler or Hellinger");
        }
        return oneIsSingular(p, q);
    }

    private static boolean oneIsSingular(Gaussian p, Gaussian q) {
        if (p.dimension() != q.dimension()) {
            throw new ShapeMismatchException(
                    "the Gaussians have " + p.dimension() + " and " + q.dimension() + " coordinates; they must agree");
        }
        boolean first = p.rank() < p.dimension();
        boolean second = q.rank() < q.dimension();
        if (first && second) {
            throw new InvalidParameterException("the covariances have rank " + p.rank() + " and " + q.rank() + " of "
                    + p.dimension() + ", so neither has a density; add a little to both diagonals");
        }
        return first || second;
    }

    /** The Gaussian of the mean covariance, at the second one's mean. */
    private static Gaussian mean(Gaussian p, Gaussian q) {
        double[][] covariance = p.covariance();
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[i][j] = covariance[i][j] / 2 + q.covariance(i, j) / 2;
            }
        }
        return Gaussian.of(q.mean(), covariance);
    }

    /** A Gaussian in the coordinates in which another is standard normal. */
    private static final class Whitened {
        private final double[] eigenvalues;
        private final double squaredStep;

        private Whitened(double[] eigenvalues, double squaredStep) {
            this.eigenvalues = eigenvalues;
            this.squaredStep = squaredStep;
        }

        static Whitened by(Gaussian standard, Gaussian other) {
            SymmetricEigen eigen = standard.eigen();
            int d = eigen.size();
            double[][] axes = new double[d][];
            for (int k = 0; k < d; k++) {
                axes[k] = eigen.vector(k);
                double deviation = Math.sqrt(eigen.value(k));
                for (int j = 0; j < d; j++) {
                    axes[k][j] /= deviation;
                }
            }
            double[] from = standard.mean();
            double[] to = other.mean();
            double squaredStep = 0;
            for (double[] axis : axes) {
                double step = 0;
                for (int j = 0; j < d; j++) {
                    step += axis[j] * (to[j] - from[j]);
                }
                squaredStep += step * step;
            }
            double[] values = SymmetricEigen.values(quadratic(axes, other));
            for (int k = 0; k < d; k++) {
                values[k] = values[k] > 0
                        ? values[k]
                        : 0x1p-53 * values[d - 1]; // full rank: other values are rounding errors
            }
            return new Whitened(values, squaredStep);
        }

        /** The covariance in the new coordinates. */
        private static double[][] quadratic(double[][] axes, Gaussian gaussian) {
            int d = axes.length;
            double[][] turned = new double[d][d];
            double[] image = new double[d];
            for (int k = 0; k < d; k++) {
                for (int i = 0; i < d; i++) {
                    image[i] = 0;
                    for (int j = 0; j < d; j++) {
                        image[i] += gaussian.covariance(i, j) * axes[k][j];
                    }
                }
                for (int l = 0; l <= k; l++) {
                    for (int i = 0; i < d; i++) {
                        turned[k][l] += axes[l][i] * image[i];
                    }
                    turned[l][k] = turned[k][l];
                }
            }
            return turned;
        }
    }
}
