package org.wgan4j.transport.entropic;

import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/** The Gibbs kernel {@code exp(-c(x, y) / eps)} of a symmetric cost between the cells of one support, applied in the log domain. */
interface LogKernel {
    /** The cap of cost over regularisation, so that sums of a few stay finite. */
    double MOST = 1e300;

    /** The number of cells. */
    int cells();

    /** {@code log sum_y exp(-c(x, y) / eps + values(y))} of every cell x; minus infinity stands for 0. */
    double[] apply(double[] values);

    /** The kernel of any costs. */
    static LogKernel of(CostRows costs, double epsilon, Limits.Deadline deadline) {
        return new Dense(costs, epsilon, deadline);
    }

    /** A kernel that sums over all pairs. */
    record Dense(CostRows costs, double epsilon, Limits.Deadline deadline) implements LogKernel {
        @Override
        public int cells() {
            return costs.sources();
        }

        @Override
        public double[] apply(double[] values) {
            double[] result = new double[cells()];
            RowBlocks blocks = RowBlocks.of(cells(), cells());
            blocks.forEach(block -> {
                double[] buffer = new double[values.length];
                double[] exponents = new double[values.length];
                for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
                    deadline.check((long) SinkhornHalfStep.EXPONENTIAL * values.length);
                    double[] row = costs.row(i, buffer);
                    for (int j = 0; j < exponents.length; j++) {
                        exponents[j] = values[j] - Math.min(row[j] / epsilon, LogKernel.MOST);
                    }
                    result[i] = logSum(exponents, exponents.length);
                }
            });
            return result;
        }
    }

    /** log sum exp of the first numbers, which are overwritten. */
    static double logSum(double[] exponents, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < count; j++) {
            most = Math.max(most, exponents[j]);
        }
        if (most == Double.NEGATIVE_INFINITY) {
            return most;
        }
        for (int j = 0; j < count; j++) {
            exponents[j] -= most;
        }
        Exponential.overwrite(exponents, count);
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum += exponents[j];
        }
        return most + Math.log(sum);
    }
}
