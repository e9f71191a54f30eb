package org.wgan4j.transport.entropic;

/**
 * Sinkhorn's algorithm at one regularisation, half an iteration at a time, relative to the product of two measures of mass 1.
 *
 * <p>A relaxation of 1 is the plain step, a larger one over-relaxes it (see {@link OverRelaxation}).
 */
interface SinkhornIteration {
    /** Restarts at a regularisation from potentials of the targets. */
    void restart(double epsilon, double[] targetPotentials);

    /** Changes the regularisation and keeps the potentials. */
    void regularize(double epsilon);

    /**
     * Updates the sources' potentials so that the row sums are the sources' masses.
     *
     * @return the L1 marginal error of the plan after it, never NaN
     */
    double fitSources(double relaxation);

    /** Updates the targets' potentials so that the column sums are the targets' masses. */
    void fitTargets(double relaxation);

    /** A copy of the sources' potentials. */
    double[] f();

    /** A copy of the targets' potentials. */
    double[] g();
}
