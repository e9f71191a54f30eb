package org.wgan4j.transport.entropic;

import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * Sinkhorn's algorithm in the log domain, with two exponentials for each pair and iteration and memory for the potentials only (Peyre and Cuturi 2019, section 4.4).
 */
final class LogDomainIteration implements SinkhornIteration {
    private final double[] a;
    private final double[] b;
    private final SinkhornHalfStep transform;
    private final double[] f;
    private final double[] g;
    private final double[] fitted;
    private double epsilon;

    LogDomainIteration(CostRows costs, double[] a, double[] b, double epsilon, Limits.Deadline deadline) {
        this.a = a;
        this.b = b;
        this.transform = new SinkhornHalfStep(costs, a, b, deadline);
        this.f = new double[a.length];
        this.g = new double[b.length];
        this.fitted = new double[b.length];
        this.epsilon = epsilon;
    }

    @Override
    public void restart(double newEpsilon, double[] targetPotentials) {
        epsilon = newEpsilon;
        System.arraycopy(targetPotentials, 0, g, 0, g.length);
    }

    @Override
    public void regularize(double newEpsilon) {
        epsilon = newEpsilon;
    }

    @Override
    public double fitSources(double relaxation) {
        double[] full = new double[f.length];
        transform.toSources(g, epsilon, full);
        relax(f, full, relaxation);
        transform.toTargets(f, epsilon, fitted);
        return error(a, f, full) + error(b, g, fitted);
    }

    /** The L1 marginal error: a marginal is the mass times exp((potential - fitted) / eps). */
    private double error(double[] masses, double[] potentials, double[] full) {
        double error = 0;
        for (int i = 0; i < masses.length; i++) {
            error += masses[i] * Math.abs(Math.expm1((potentials[i] - full[i]) / epsilon));
        }
        return error;
    }

    @Override
    public void fitTargets(double relaxation) {
        relax(g, fitted, relaxation);
    }

    private static void relax(double[] potentials, double[] full, double relaxation) {
        for (int i = 0; i < potentials.length; i++) {
            potentials[i] = relaxation == 1 ? full[i] : potentials[i] + relaxation * (full[i] - potentials[i]);
        }
    }

    @Override
    public double[] f() {
        return f.clone();
    }

    @Override
    public double[] g() {
        return g.clone();
    }
}
