package org.wgan4j.report.html;

/**
 * A value over the cost of training, with its interval at each point. Immutable unless the arrays are written.
 *
 * @param x cost, ascending; read in place, as all arrays
 * @param values the value; NaN where it is missing
 * @param low lower ends of the intervals; NaN where there is none
 * @param high upper ends of the intervals; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record IntervalCurve(double[] x, double[] values, double[] low, double[] high) {}
