package org.wgan4j.transport.entropic;

import java.util.Arrays;
import java.util.List;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.ShapeMismatchException;

/**
 * The entropic barycenter of histograms: the masses q on the same cells that minimise
 * {@code sum_k w_k (<P_k, C> + eps sum P_k (log P_k - 1))} over plans P_k from histogram k to q, by iterated Bregman projections (Benamou,
 * Carlier, Cuturi, Nenna and Peyre 2015, section 3.2).
 *
 * <p>For squared distances it is blurred by about the square root of the regularisation; the debiased one is not (Janati, Cuturi and Gramfort
 * 2020, algorithm 1): it minimises the sum of Sinkhorn divergences. On grids, the kernels of squared distances and L1 distances are
 * separable and applied axis by axis.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param regularization the weight of the entropy, epsilon, in the units of the cost; finite and above 0
 * @param debiased whether the debiased barycenter is computed
 * @param tolerance the marginal error at which the iteration stops, a weighted mean over the histograms, each of mass 1; above 0
 * @param iterations the maximal number of iterations; at least 0
 */
public record EntropicBarycenter(double regularization, boolean debiased, double tolerance, long iterations) {
    /** The default tolerance. */
    public static final double TOLERANCE = 1e-7;

    /** The default maximal number of iterations. */
    public static final long ITERATIONS = 10_000;

    /**
     * An entropic barycenter.
     *
     * @param barycenter the measure, of mass 1, on the cells of the first of those given
     * @param marginalError the weighted mean over the histograms of the L1 difference between the column sums of their plans and the barycenter
     * @param iterations the number of iterations
     * @param converged whether the marginal error reached the tolerance
     */
    public record Barycenter(Measure barycenter, double marginalError, long iterations, boolean converged) {}

    /** Checks the numbers. */
    public EntropicBarycenter {
        new Sinkhorn(regularization, tolerance, iterations);
    }

    /** Settings with a regularisation and the default tolerance. */
    public static EntropicBarycenter of(double regularization) {
        return new EntropicBarycenter(regularization, false, TOLERANCE, ITERATIONS);
    }

    /** The same settings, debiased. */
    public EntropicBarycenter withoutBlur() {
        return new EntropicBarycenter(regularization, true, tolerance, iterations);
    }

    /** The same settings with another tolerance. */
    public EntropicBarycenter withTolerance(double newTolerance) {
        return new EntropicBarycenter(regularization, debiased, newTolerance, iterations);
    }

    /**
     * The barycenter of measures on the same cells under a symmetric cost.
     *
     * @param measures at least one; each is normalised to mass 1
     * @param weights one a measure, at least 0 and not all 0; normalised to sum 1
     */
    public Barycenter solve(List<? extends Measure> measures, double[] weights, Cost cost, Limits limits) {
        if (measures.isEmpty() || measures.size() != weights.length) {
            throw new ShapeMismatchException("there are " + measures.size() + " measures and " + weights.length
                    + " weights; a barycenter needs at least one measure and a weight for each");
        }
        Limits.Deadline deadline = limits.start();
        LogKernel kernel = kernel(measures.get(0), cost, deadline);
        double[][] logs = new double[measures.size()][];
        for (int k = 0; k < logs.length; k++) {
            Measure measure = measures.get(k).normalized();
            if (measure.size() != kernel.cells()) {
                throw new ShapeMismatchException("measure " + k + " has " + measure.size() + " cells and measure 0 has "
                        + kernel.cells() + "; all must be on the same cells");
            }
            logs[k] = Arrays.stream(measure.masses()).map(Math::log).toArray();
        }
        double[] shares = Measure.masses(weights).normalized().masses();
        return new BregmanProjections(kernel, logs, shares, debiased).solve(this, measures.get(0), deadline);
    }

    private LogKernel kernel(Measure cells, Cost cost, Limits.Deadline deadline) {
        if (cells instanceof Histogram grid && cost instanceof NormCost norm) {
            boolean separable = norm.norm() == NormCost.Norm.EUCLIDEAN
                    ? norm.power() == 2 || grid.dimension() == 1
                    : norm.power() == 1;
            if (separable) {
                return new GridLogKernel(grid.shape(), norm.power(), regularization, deadline);
            }
        }
        CostRows costs = cost.between(cells, cells);
        Symmetry.check(cost, costs, deadline);
        return LogKernel.of(costs, regularization, deadline);
    }
}
