package org.wgan4j.transport.entropic;

import java.time.Duration;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;

/**
 * The plan {@code P(i, j) = a(i) b(j) exp((f(i) + g(j) - c(i, j)) / eps)} given by potentials relative to the product of two measures of any
 * mass, and the sums over it.
 */
final class ProductPlan {
    private final double[][] entries;
    private final double transportCost;
    private final double divergence;
    private final double mass;
    private final double[] rowSums;
    private final double[] columnSums;

    private ProductPlan(
            double[][] entries,
            double transportCost,
            double divergence,
            double mass,
            double[] rowSums,
            double[] columnSums) {
        this.entries = entries;
        this.transportCost = transportCost;
        this.divergence = divergence;
        this.mass = mass;
        this.rowSums = rowSums;
        this.columnSums = columnSums;
    }

    /** Computes the plan and all sums. */
    static ProductPlan of(PositiveSupport part, double[] f, double[] g, double epsilon, Limits.Deadline deadline) {
        double[] a = part.a();
        double[] b = part.b();
        double[][] entries = new double[a.length][b.length];
        double[] buffer = new double[b.length];
        double[] rowSums = new double[a.length];
        double cost = 0;
        double tilted = 0;
        for (int i = 0; i < a.length; i++) {
            deadline.checkPatiently((long) SinkhornHalfStep.EXPONENTIAL * b.length);
            double[] row = part.costs().row(i, buffer);
            for (int j = 0; j < b.length; j++) {
                double exponent = (g[j] - row[j] + f[i]) / epsilon;
                double entry = Math.exp(exponent + Math.log(a[i]) + Math.log(b[j]));
                if (entry > 0) {
                    entries[i][j] = entry;
                    cost += entry * row[j];
                    tilted += entry * exponent;
                }
            }
            rowSums[i] = DotProduct.sum(entries[i]);
        }
        double mass = DotProduct.sum(rowSums);
        double divergence = tilted - mass + DotProduct.sum(a) * DotProduct.sum(b);
        return new ProductPlan(entries, cost, divergence, mass, rowSums, DotProduct.sum(entries));
    }

    /** The solution with this plan. */
    UnbalancedSolution solution(
            PositiveSupport part,
            CostRows costs,
            Potentials potentials,
            double objective,
            double dual,
            long iterations,
            boolean converged,
            Duration time) {
        PlanBuilder builder = new PlanBuilder(costs.sources(), costs.targets());
        for (int i = 0; i < entries.length; i++) {
            for (int j = 0; j < entries[i].length; j++) {
                builder.add(part.sources()[i], part.targets()[j], entries[i][j]);
            }
        }
        Plan plan = builder.build();
        return new UnbalancedSolution(
                plan, potentials, transportCost, objective, dual, mass, iterations, converged, time);
    }

    /** Potentials of all points, 0 where there is no mass. */
    static Potentials everywhere(PositiveSupport part, CostRows costs, double[] f, double[] g) {
        double[] wholeF = new double[costs.sources()];
        double[] wholeG = new double[costs.targets()];
        for (int i = 0; i < f.length; i++) {
            wholeF[part.sources()[i]] = f[i];
        }
        for (int j = 0; j < g.length; j++) {
            wholeG[part.targets()[j]] = g[j];
        }
        return new Potentials(wholeF, wholeG);
    }

    /** The plan between the points with mass. */
    double[][] entries() {
        return entries;
    }

    /** The sum of P times cost. */
    double transportCost() {
        return transportCost;
    }

    /** {@code KL(P | a b')}. */
    double divergence() {
        return divergence;
    }

    /** The sum of P. */
    double mass() {
        return mass;
    }

    /** The row sums of the points with mass. */
    double[] rowSums() {
        return rowSums;
    }

    /** The column sums of the points with mass. */
    double[] columnSums() {
        return columnSums;
    }
}
