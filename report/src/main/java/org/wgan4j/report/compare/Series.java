package org.wgan4j.report.compare;

/**
 * A value over what was spent, as a mean over seeds with its 95 % interval.
 *
 * @param x what was spent, ascending
 * @param mean over the seeds
 * @param low lower ends; NaN where there is one seed
 * @param high upper ends; NaN where there is one seed
 */
@SuppressWarnings("ArrayRecordComponent") // a plain carrier of what is drawn
record Series(double[] x, double[] mean, double[] low, double[] high) {}
