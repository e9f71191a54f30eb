package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Limits;

/**
 * The plan given by entropic potentials and the sums over it: {@code P(i, j) = t a(i) b(j) exp((f(i) + g(j) - c(i, j)) / eps)} with masses a
 * and b of sum 1.
 */
final class GibbsPlan {
    private final PositiveSupport part;
    private final double[] f;
    private final double[] g;
    private final double epsilon;
    private final double mass;
    private final double transportCost;
    private final double divergence;
    private final double negativeEntropy;
    private final double marginalError;
    private final double dual;

    private GibbsPlan(
            PositiveSupport part,
            double[] f,
            double[] g,
            double epsilon,
            double mass,
            double transportCost,
            double divergence,
            double negativeEntropy,
            double marginalError,
            double dual) {
        this.part = part;
        this.f = f;
        this.g = g;
        this.epsilon = epsilon;
        this.mass = mass;
        this.transportCost = transportCost;
        this.divergence = divergence;
        this.negativeEntropy = negativeEntropy;
        this.marginalError = marginalError;
        this.dual = dual;
    }

    /** Computes all sums in one pass over all pairs. */
    static GibbsPlan of(
            PositiveSupport part, double[] f, double[] g, double epsilon, double mass, Limits.Deadline deadline) {
        double[] a = part.a();
        double[] b = part.b();
        double[] logB = logs(b);
        RowBlocks blocks = RowBlocks.of(a.length, b.length);
        double[][] columns = new double[blocks.count()][b.length];
        double[][] sums = new double[a.length][4];
        blocks.forEach(block -> {
            double[] buffer = new double[b.length];
            double[] shares = new double[b.length];
            for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
                deadline.checkPatiently((long) SinkhornHalfStep.EXPONENTIAL * b.length);
                double[] row = part.costs().row(i, buffer);
                fill(row, f[i], a[i], g, logB, epsilon, shares);
                DotProduct.addMultiple(columns[block], shares, 1, shares.length);
                double[] exponents = exponents(row, f[i], g, epsilon);
                sums[i] = rowSums(row, shares, exponents, logB, Math.log(a[i]) + Math.log(mass));
            }
        });
        double[] totals = DotProduct.sum(sums);
        double error = 0;
        double dual = -epsilon * (totals[0] - 1);
        for (int i = 0; i < a.length; i++) {
            error += Math.abs(sums[i][0] - a[i]);
            dual += a[i] * f[i];
        }
        double[] columnSums = DotProduct.sum(columns);
        for (int j = 0; j < b.length; j++) {
            error += Math.abs(columnSums[j] - b[j]);
            dual += b[j] * g[j];
        }
        double divergence = Math.max(0, totals[2] - totals[0] + 1);
        return new GibbsPlan(
                part, f, g, epsilon, mass, mass * totals[1], mass * divergence, mass * totals[3], error, mass * dual);
    }

    private static double[] logs(double[] masses) {
        double[] logs = new double[masses.length];
        for (int j = 0; j < logs.length; j++) {
            logs[j] = Math.log(masses[j]);
        }
        return logs;
    }

    /** A row of the plan as shares of the total mass, each at most the mass of the source, also where huge costs cancel digits. */
    private static void fill(
            double[] row, double f, double a, double[] g, double[] logB, double epsilon, double[] shares) {
        for (int j = 0; j < shares.length; j++) {
            shares[j] = a * Math.min(1, Math.exp((g[j] - row[j] + f) / epsilon + logB[j]));
        }
    }

    private static double[] exponents(double[] row, double f, double[] g, double epsilon) {
        double[] exponents = new double[g.length];
        for (int j = 0; j < exponents.length; j++) {
            exponents[j] = (g[j] - row[j] + f) / epsilon;
        }
        return exponents;
    }

    /** The row's shares, cost, P log(P / (a b)) and P (log(t P) - 1), each summed. */
    private static double[] rowSums(double[] row, double[] shares, double[] exponents, double[] logB, double logMass) {
        double[] sums = new double[4];
        for (int j = 0; j < shares.length; j++) {
            double share = shares[j];
            if (share > 0) {
                double exponent = Math.min(exponents[j], -logB[j]);
                sums[0] += share;
                sums[1] += share * row[j];
                sums[2] += share * exponent;
                sums[3] += share * (exponent + logB[j] + logMass - 1);
            }
        }
        return sums;
    }

    /** All entries, {@code [sources with mass][targets with mass]}. */
    double[][] matrix() {
        double[] logB = logs(part.b());
        double[] buffer = new double[part.b().length];
        double[][] matrix = new double[part.a().length][part.b().length];
        for (int i = 0; i < matrix.length; i++) {
            fill(part.costs().row(i, buffer), f[i], part.a()[i], g, logB, epsilon, matrix[i]);
            for (int j = 0; j < matrix[i].length; j++) {
                matrix[i][j] *= mass;
            }
        }
        return matrix;
    }

    /** The points with mass. */
    PositiveSupport part() {
        return part;
    }

    /** The potentials of its sources. */
    double[] f() {
        return f;
    }

    /** The potentials of its targets. */
    double[] g() {
        return g;
    }

    /** The regularisation. */
    double epsilon() {
        return epsilon;
    }

    /** The mass t. */
    double mass() {
        return mass;
    }

    /** The sum of P times cost. */
    double transportCost() {
        return transportCost;
    }

    /** The sum of P log(P / (t a b)) - P + t a b. */
    double divergence() {
        return divergence;
    }

    /** The sum of P (log P - 1). */
    double negativeEntropy() {
        return negativeEntropy;
    }

    /** The L1 difference between its marginals and the masses, as a share of t. */
    double marginalError() {
        return marginalError;
    }

    /** The dual value {@code <f, a> + <g, b> - eps (mass of P - t)}. */
    double dual() {
        return dual;
    }
}
