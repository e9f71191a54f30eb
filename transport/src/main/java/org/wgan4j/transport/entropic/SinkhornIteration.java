package org.wgan4j.transport.entropic;

/**
 * Sinkhorn's algorithm at one regularisation, half a step at a time, relative to the product of two measures of mass 1.
 *
 * <p>A relaxation of 1 is the plain step; another one goes that much of the way to it and beyond (see {@link OverRelaxation}).
 */
interface SinkhornIteration {
    /** Begins anew at such a regularisation from potentials of the targets. */
    void restart(double epsilon, double[] targetPotentials);

    /** Goes on at another regularisation from the potentials reached. */
    void regularize(double epsilon);

    /**
     * Fits the sources' potentials to the sources' masses.
     *
     * @return the marginal error of the plan after it: the sum of all differences between its sums and the masses, never NaN
     */
    double fitSources(double relaxation);

    /** Fits the targets' potentials to the targets' masses. */
    void fitTargets(double relaxation);

    /** A copy of the sources' potentials. */
    double[] f();

    /** A copy of the targets' potentials. */
    double[] g();
}
