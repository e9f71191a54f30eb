package org.wgan4j.transport.entropic;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;

/**
 * Sinkhorn's algorithm with a stored kernel, which is read once an iteration: the same iterates as {@link LogDomainIteration}.
 *
 * <p>The kernel is {@code K(i, j) = exp((f(i) + g(j) - c(i, j)) / eps)}, and an iteration only rescales its rows by u and its columns by v.
 * Before a scaling leaves a safe range, the scalings are absorbed into the potentials, the step is made in the log domain, and the kernel is
 * recomputed (Schmitzer 2019, algorithm 2; Chizat, Peyre, Schmitzer and Vialard 2018, section 3.3). One pass over a row computes its
 * scaling and its share of the column sums.
 */
final class KernelIteration implements SinkhornIteration {
    /** The least share of a point's mass for which products of kernel, masses and scalings stay normal numbers. */
    static final double LEAST_MASS = 1e-100;

    private static final double MOST_SCALING = 1e20;

    private final CostRows costs;
    private final Limits.Deadline deadline;
    private final double[] a;
    private final double[] b;
    private final SinkhornHalfStep transform;
    private final double[] f;
    private final double[] g;
    private final double[][] kernel;
    private final RowBlocks blocks;
    private final double[][] partialSums;
    private final double[] partialErrors;
    private double[] columnSums;
    private double[] u;
    private double[] v;
    private double[] nextU;
    private double[] nextV;
    private double epsilon;
    private boolean stale = true;

    KernelIteration(CostRows costs, double[] a, double[] b, double epsilon, Limits.Deadline deadline) {
        this.deadline = deadline;
        this.costs = costs;
        this.a = a;
        this.b = b;
        this.transform = new SinkhornHalfStep(costs, a, b, deadline);
        this.f = new double[a.length];
        this.g = new double[b.length];
        this.kernel = new double[a.length][b.length];
        this.blocks = RowBlocks.of(a.length, b.length);
        this.partialSums = new double[blocks.count()][b.length];
        this.partialErrors = new double[blocks.count()];
        this.columnSums = new double[b.length];
        this.u = ones(a.length);
        this.v = ones(b.length);
        this.nextU = new double[a.length];
        this.nextV = new double[b.length];
        this.epsilon = epsilon;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public void restart(double newEpsilon, double[] targetPotentials) {
        absorb();
        System.arraycopy(targetPotentials, 0, g, 0, g.length);
        stale = true;
        epsilon = newEpsilon;
    }

    @Override
    public void regularize(double newEpsilon) {
        absorb();
        stale = true;
        epsilon = newEpsilon;
    }

    @Override
    public double fitSources(double relaxation) {
        if (stale || !scaleRows(relaxation)) {
            absorb();
            computeKernel();
        }
        columnSums = DotProduct.sum(partialSums);
        double error = DotProduct.sum(partialErrors);
        for (int j = 0; j < b.length; j++) {
            error += b[j] * Math.abs(v[j] * columnSums[j] - 1);
        }
        return error;
    }

    /** Rescales the rows in one pass over the kernel; false, without any change, if a scaling is outside the safe range. */
    private boolean scaleRows(double relaxation) {
        double[] weights = new double[b.length];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = b[j] * v[j];
        }
        blocks.forEach(block -> scaleBlock(block, weights, relaxation));
        for (double scaling : nextU) {
            if (!isSafe(scaling)) {
                return false;
            }
        }
        double[] old = u;
        u = nextU;
        nextU = old;
        return true;
    }

    private void scaleBlock(int block, double[] weights, double relaxation) {
        double[] sums = partialSums[block];
        Arrays.fill(sums, 0);
        double error = 0;
        for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
            deadline.check(weights.length);
            double sum = DotProduct.product(kernel[i], weights, weights.length);
            nextU[i] = relaxed(u[i], sum, relaxation);
            error += a[i] * Math.abs(nextU[i] * sum - 1);
            DotProduct.addMultiple(sums, kernel[i], a[i] * nextU[i], sums.length);
        }
        partialErrors[block] = error;
    }

    /** The scaling that makes {@code scaling * sum} 1, over-relaxed. */
    private static double relaxed(double scaling, double sum, double relaxation) {
        return relaxation == 1 ? 1 / sum : scaling * Math.pow(scaling * sum, -relaxation);
    }

    private static boolean isSafe(double scaling) {
        return scaling >= 1 / MOST_SCALING && scaling <= MOST_SCALING;
    }

    /** Updates the sources' potentials in the log domain; the exponentials of that step are the kernel. */
    private void computeKernel() {
        blocks.forEach(block -> {
            double[] sums = partialSums[block];
            Arrays.fill(sums, 0);
            double[] buffer = new double[b.length];
            for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
                deadline.check((long) SinkhornHalfStep.EXPONENTIAL * b.length);
                double[] row = kernel[i];
                double most = SinkhornHalfStep.exponentiate(costs.row(i, buffer), g, epsilon, row, row.length);
                double sum = DotProduct.product(row, b, row.length);
                f[i] = -most - epsilon * Math.log(sum);
                double share = 1 / sum;
                for (int j = 0; j < row.length; j++) {
                    row[j] *= share;
                }
                DotProduct.addMultiple(sums, row, a[i], sums.length);
            }
            partialErrors[block] = 0;
        });
        stale = false;
    }

    @Override
    public void fitTargets(double relaxation) {
        boolean safe = true;
        for (int j = 0; j < b.length; j++) {
            nextV[j] = relaxed(v[j], columnSums[j], relaxation);
            safe &= isSafe(nextV[j]);
        }
        if (safe) {
            double[] old = v;
            v = nextV;
            nextV = old;
        } else {
            absorb();
            transform.toTargets(f, epsilon, g);
            stale = true;
        }
    }

    private void absorb() {
        addScalings(f, u);
        addScalings(g, v);
        Arrays.fill(u, 1);
        Arrays.fill(v, 1);
    }

    private void addScalings(double[] potentials, double[] scalings) {
        for (int i = 0; i < potentials.length; i++) {
            potentials[i] += epsilon * Math.log(scalings[i]);
        }
    }

    @Override
    public double[] f() {
        double[] potentials = f.clone();
        addScalings(potentials, u);
        return potentials;
    }

    @Override
    public double[] g() {
        double[] potentials = g.clone();
        addScalings(potentials, v);
        return potentials;
    }
}
