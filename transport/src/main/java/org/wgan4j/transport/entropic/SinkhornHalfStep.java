package org.wgan4j.transport.entropic;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * Half an iteration of Sinkhorn's algorithm in the log domain, the soft c-transform from the potentials of one measure to those of the other:
 * {@code f(i) = -eps log sum_j b(j) exp((g(j) - c(i, j)) / eps)}, and the same with the measures exchanged (Peyre and Cuturi 2019,
 * equations 4.40 and 4.41, relative to the product of the measures).
 *
 * <p>The largest exponent of each sum is subtracted first, so that neither a tiny regularisation nor huge costs overflow.
 */
final class SinkhornHalfStep {
    /** The cost of an exponential, in additions. */
    static final int EXPONENTIAL = 8;

    private final CostRows costs;
    private final Limits.Deadline deadline;
    private final double[] a;
    private final double[] b;
    private final RowBlocks blocks;
    private final double[][] partial;

    /** The transforms between measures of these masses, all above 0, within a deadline. */
    SinkhornHalfStep(CostRows costs, double[] a, double[] b, Limits.Deadline deadline) {
        this.deadline = deadline;
        this.costs = costs;
        this.a = a;
        this.b = b;
        this.blocks = RowBlocks.of(a.length, b.length);
        this.partial = new double[blocks.count()][b.length];
    }

    /** Fills f from g. */
    void toSources(double[] g, double epsilon, double[] f) {
        blocks.forEach(block -> {
            double[] buffer = new double[b.length];
            double[] exponents = new double[b.length];
            for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
                deadline.check((long) EXPONENTIAL * b.length);
                f[i] = toSource(costs.row(i, buffer), g, epsilon, exponents);
            }
        });
    }

    /** The transform of one source, and exp((g - c + f) / eps) times its sum of weights left in {@code exponentials}. */
    private double toSource(double[] row, double[] g, double epsilon, double[] exponentials) {
        double most = exponentiate(row, g, epsilon, exponentials, b.length);
        return -most - epsilon * Math.log(DotProduct.product(exponentials, b, b.length));
    }

    /** Leaves exp((g - row - most) / eps) in {@code into} and returns {@code most}, the largest g - row. */
    static double exponentiate(double[] row, double[] g, double epsilon, double[] into, int count) {
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < count; j++) {
            double exponent = g[j] - row[j];
            into[j] = exponent;
            most = Math.max(most, exponent);
        }
        for (int j = 0; j < count; j++) {
            into[j] = (into[j] - most) / epsilon;
        }
        Exponential.overwrite(into, count);
        return most;
    }

    /** Fills g from f. */
    void toTargets(double[] f, double epsilon, double[] g) {
        double[] most = largestExponents(f);
        blocks.forEach(block -> {
            double[] sums = partial[block];
            Arrays.fill(sums, 0);
            double[] buffer = new double[b.length];
            double[] exponents = new double[b.length];
            for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
                deadline.check((long) EXPONENTIAL * b.length);
                double[] row = costs.row(i, buffer);
                double potential = f[i];
                for (int j = 0; j < exponents.length; j++) {
                    exponents[j] = (potential - row[j] - most[j]) / epsilon;
                }
                Exponential.overwrite(exponents, exponents.length);
                DotProduct.addMultiple(sums, exponents, a[i], exponents.length);
            }
        });
        double[] sums = DotProduct.sum(partial);
        for (int j = 0; j < g.length; j++) {
            g[j] = -most[j] - epsilon * Math.log(sums[j]);
        }
    }

    /** The largest f(i) - c(i, j) of each column. */
    private double[] largestExponents(double[] f) {
        blocks.forEach(block -> {
            double[] most = partial[block];
            Arrays.fill(most, Double.NEGATIVE_INFINITY);
            double[] buffer = new double[b.length];
            for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
                deadline.check(b.length);
                double[] row = costs.row(i, buffer);
                double potential = f[i];
                for (int j = 0; j < most.length; j++) {
                    most[j] = Math.max(most[j], potential - row[j]);
                }
            }
        });
        double[] most = partial[0].clone();
        for (double[] other : partial) {
            for (int j = 0; j < most.length; j++) {
                most[j] = Math.max(most[j], other[j]);
            }
        }
        return most;
    }
}
