package org.wgan4j.transport.entropic;

import java.util.Arrays;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;

/**
 * The iterated Bregman projections of {@link EntropicBarycenter} in the log domain: plans {@code P_k = diag(u_k) K diag(v_k)} whose row sums
 * are histogram k and whose column sums are the barycenter.
 */
final class BregmanProjections {
    private final LogKernel kernel;
    private final double[][] logMasses;
    private final double[] weights;
    private final boolean debiased;
    private final double[][] v;
    private final double[][] reached;
    private final double[] correction;
    private final double[] logBarycenter;

    BregmanProjections(LogKernel kernel, double[][] logMasses, double[] weights, boolean debiased) {
        this.kernel = kernel;
        this.logMasses = logMasses;
        this.weights = weights;
        this.debiased = debiased;
        this.v = new double[weights.length][kernel.cells()];
        this.reached = new double[weights.length][];
        this.correction = new double[kernel.cells()];
        this.logBarycenter = new double[kernel.cells()];
    }

    EntropicBarycenter.Barycenter solve(EntropicBarycenter settings, Measure cells, Limits.Deadline deadline) {
        long steps = 0;
        double error = step();
        double[] reached = logBarycenter.clone();
        try {
            while (error > settings.tolerance() && steps < settings.iterations() && !deadline.isOver(steps)) {
                error = step();
                reached = logBarycenter.clone();
                steps++;
            }
        } catch (LimitReachedException e) {
            // the last complete iteration is the answer
        }
        double[] masses = Arrays.stream(reached).map(Math::exp).toArray();
        Measure barycenter = at(cells, masses).normalized();
        return new EntropicBarycenter.Barycenter(barycenter, error, steps, error <= settings.tolerance());
    }

    private static Measure at(Measure cells, double[] masses) {
        if (cells instanceof Samples samples) {
            return samples.weighted(masses);
        }
        return cells instanceof Histogram histogram
                ? Histogram.grid(histogram.shape(), masses)
                : Measure.masses(masses);
    }

    /** Projects on the row sums, then on equal column sums; returns the error of the column sums before. */
    private double step() {
        Arrays.fill(logBarycenter, 0);
        for (int k = 0; k < weights.length; k++) {
            double[] u = kernel.apply(v[k]);
            for (int x = 0; x < u.length; x++) {
                u[x] = logMasses[k][x] - u[x];
            }
            reached[k] = kernel.apply(u);
            DotProduct.addMultiple(logBarycenter, reached[k], weights[k], reached[k].length);
        }
        if (debiased) {
            DotProduct.addMultiple(logBarycenter, correction, 1, correction.length);
        }
        double error = 0;
        for (int k = 0; k < weights.length; k++) {
            error += weights[k] * error(v[k], reached[k]);
            for (int x = 0; x < logBarycenter.length; x++) {
                v[k][x] = logBarycenter[x] - reached[k][x];
            }
        }
        return debiased ? error + correct() : error;
    }

    private double error(double[] logScalings, double[] logSums) {
        double error = 0;
        for (int x = 0; x < logSums.length; x++) {
            error += Math.abs(Math.exp(logScalings[x] + logSums[x]) - Math.exp(logBarycenter[x]));
        }
        return error;
    }

    /** Half a step of the scaling of the plan from the barycenter to itself; returns the error of its sums. */
    private double correct() {
        double[] sums = kernel.apply(correction);
        double error = 0;
        for (int x = 0; x < sums.length; x++) {
            error += Math.abs(Math.exp(correction[x] + sums[x]) - Math.exp(logBarycenter[x]));
            correction[x] = (correction[x] + logBarycenter[x] - sums[x]) / 2;
        }
        return error;
    }
}
