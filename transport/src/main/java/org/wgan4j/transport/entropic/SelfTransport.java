package org.wgan4j.transport.entropic;

import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * Entropic transport of a measure to itself under a symmetric cost: the potential of both sides, by the averaged fixed point iteration
 * {@code f <- (f + T f) / 2}, whose error at least halves near the solution (Feydy et al. 2019, equation 25).
 */
final class SelfTransport {
    private final double[] potential;
    private final double value;
    private final long iterations;
    private final boolean converged;

    private SelfTransport(double[] potential, double value, long iterations, boolean converged) {
        this.potential = potential;
        this.value = value;
        this.iterations = iterations;
        this.converged = converged;
    }

    private static final double FACTOR = 0.25;
    private static final int STAGE_ITERATIONS = 5;

    static SelfTransport of(Measure measure, CostRows costs, Sinkhorn settings, Limits.Deadline deadline) {
        PositiveSupport part = PositiveSupport.of(measure, measure, costs).normalized();
        double[] a = part.a();
        SinkhornHalfStep transform = new SinkhornHalfStep(part.costs(), a, a, deadline);
        double[] f = new double[a.length];
        double[] full = new double[a.length];
        double epsilon = settings.start(part, deadline);
        long steps = 0;
        boolean finished = false;
        try {
            for (int stage = 1; epsilon > settings.regularization() && !deadline.isOver(steps); stage++) {
                transform.toSources(f, epsilon, full);
                average(f, full);
                steps++;
                if (stage % STAGE_ITERATIONS == 0) {
                    epsilon = Math.max(settings.regularization(), epsilon * FACTOR);
                }
            }
            epsilon = settings.regularization();
            transform.toSources(f, epsilon, full);
            while (2 * error(a, f, full, epsilon) > settings.tolerance()
                    && steps < settings.iterations()
                    && !deadline.isOver(steps)) {
                average(f, full);
                transform.toSources(f, epsilon, full);
                steps++;
            }
            finished = true;
        } catch (LimitReachedException e) {
            epsilon = settings.regularization(); // the current potential is the answer
        }
        double error = 2 * error(a, f, full, epsilon);
        double value = 0;
        for (int i = 0; i < a.length; i++) {
            value += a[i] * (2 * f[i] - epsilon * Math.expm1((f[i] - full[i]) / epsilon));
        }
        return new SelfTransport(f, measure.totalMass() * value, steps, finished && error <= settings.tolerance());
    }

    private static void average(double[] f, double[] full) {
        for (int i = 0; i < f.length; i++) {
            f[i] = f[i] / 2 + full[i] / 2;
        }
    }

    /** The row sums of the plan of f and f are the masses times exp((f - T f) / eps). */
    private static double error(double[] a, double[] f, double[] full, double epsilon) {
        double error = 0;
        for (int i = 0; i < a.length; i++) {
            error += a[i] * Math.abs(Math.expm1((f[i] - full[i]) / epsilon));
        }
        return error;
    }

    /** The potential of the points with mass. */
    double[] potential() {
        return potential;
    }

    /** The value of the dual, {@code 2 <f, a> - eps (mass of P - t)}. */
    double value() {
        return value;
    }

    /** The number of iterations. */
    long iterations() {
        return iterations;
    }

    /** Whether the marginal error of both sides together reached the tolerance. */
    boolean converged() {
        return converged;
    }
}
