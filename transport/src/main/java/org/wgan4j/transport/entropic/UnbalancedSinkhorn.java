package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * Entropic unbalanced transport between measures of any masses, with marginals penalised by Kullback-Leibler divergences: it minimises
 * {@code <P, C> + eps KL(P | a b') + rho KL(P 1 | a) + rho KL(P' 1 | b)} (Chizat, Peyre, Schmitzer and Vialard 2018, section 3), where
 * {@code KL(p | q) = sum p log(p / q) - p + q}.
 *
 * <p>Mass is moved where that costs less than about {@code 2 rho}, and destroyed and created elsewhere. As rho grows, the plan of measures of
 * equal mass approaches the balanced one. Each iteration also adds the constant to f and subtracts it from g that maximises the dual, without
 * which a large rho would need about {@code rho / eps} iterations (Sejourne, Vialard and Peyre 2022).
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param regularization the weight of the entropy, epsilon, in the units of the cost; finite and above 0
 * @param strength the weight rho of the marginal penalties, in the units of the cost; finite and above 0
 * @param tolerance the relative change of the plan's entries at which the iteration stops; above 0
 * @param iterations the maximal number of iterations; at least 0
 */
public record UnbalancedSinkhorn(double regularization, double strength, double tolerance, long iterations) {
    /** Checks all four. */
    public UnbalancedSinkhorn {
        new Sinkhorn(regularization, tolerance, iterations);
        if (!(strength > 0) || strength == Double.POSITIVE_INFINITY) {
            throw new InvalidParameterException("the strength of the marginals is " + strength
                    + "; it must be finite and above 0 (for exact marginals, use balanced transport)");
        }
    }

    /** Settings with a regularisation, a strength and the default tolerance and iterations of {@link Sinkhorn}. */
    public static UnbalancedSinkhorn of(double regularization, double strength) {
        return new UnbalancedSinkhorn(regularization, strength, Sinkhorn.TOLERANCE, Sinkhorn.ITERATIONS);
    }

    /** Solves a problem within limits. */
    public UnbalancedSolution solve(Measure source, Measure target, Cost cost, Limits limits) {
        Limits.Deadline deadline = limits.start();
        CostRows costs = cost.between(source, target);
        PositiveSupport part = PositiveSupport.of(source, target, costs);
        part.typicalCost(deadline);
        SinkhornHalfStep transform = new SinkhornHalfStep(part.costs(), part.a(), part.b(), deadline);
        double[] f = new double[part.a().length];
        double[] g = new double[part.b().length];
        double change = Double.POSITIVE_INFINITY;
        long steps = 0;
        double[] fullF = new double[f.length];
        double[] fullG = new double[g.length];
        try {
            while (change > tolerance && steps < iterations && !deadline.isOver(steps)) {
                double[] oldF = f.clone();
                double[] oldG = g.clone();
                transform.toSources(g, regularization, fullF);
                applyProximalStep(fullF, f);
                shift(part, f, g);
                transform.toTargets(f, regularization, fullG);
                applyProximalStep(fullG, g);
                shift(part, f, g);
                change = (largestChange(oldF, f) + largestChange(oldG, g)) / regularization;
                steps++;
            }
        } catch (LimitReachedException e) {
            change = Double.POSITIVE_INFINITY; // the current potentials are the answer
        }
        ProductPlan plan = ProductPlan.of(part, f, g, regularization, deadline);
        return plan.solution(
                part,
                costs,
                ProductPlan.everywhere(part, costs, f, g),
                objective(part, plan),
                dual(part, plan, f, g),
                steps,
                change <= tolerance,
                deadline.elapsed());
    }

    /** The proximal step of rho KL (Chizat et al. 2018, table 1). */
    private void applyProximalStep(double[] full, double[] potentials) {
        double share = strength / (strength + regularization);
        for (int i = 0; i < potentials.length; i++) {
            potentials[i] = full[i] * share;
        }
    }

    /** Adds to f and subtracts from g the constant that maximises the dual. */
    private void shift(PositiveSupport part, double[] f, double[] g) {
        double constant = strength / 2 * (logSum(part.a(), f) - logSum(part.b(), g));
        for (int i = 0; i < f.length; i++) {
            f[i] += constant;
        }
        for (int j = 0; j < g.length; j++) {
            g[j] -= constant;
        }
    }

    /** log sum masses exp(-potentials / rho). */
    private double logSum(double[] masses, double[] potentials) {
        double least = Double.POSITIVE_INFINITY;
        for (double potential : potentials) {
            least = Math.min(least, potential);
        }
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            sum += masses[i] * Math.exp((least - potentials[i]) / strength);
        }
        return Math.log(sum) - least / strength;
    }

    static double largestChange(double[] before, double[] after) {
        double largest = 0;
        for (int i = 0; i < before.length; i++) {
            largest = Math.max(largest, Math.abs(after[i] - before[i]));
        }
        return largest;
    }

    private double objective(PositiveSupport part, ProductPlan plan) {
        return plan.transportCost()
                + regularization * plan.divergence()
                + strength * (divergence(plan.rowSums(), part.a()) + divergence(plan.columnSums(), part.b()));
    }

    private static double divergence(double[] sums, double[] masses) {
        double divergence = 0;
        for (int i = 0; i < sums.length; i++) {
            double log = sums[i] > 0 ? sums[i] * (Math.log(sums[i]) - Math.log(masses[i])) : 0;
            divergence += log - sums[i] + masses[i];
        }
        return divergence;
    }

    private double dual(PositiveSupport part, ProductPlan plan, double[] f, double[] g) {
        return dualTerm(part.a(), f)
                + dualTerm(part.b(), g)
                - regularization * (plan.mass() - DotProduct.sum(part.a()) * DotProduct.sum(part.b()));
    }

    private double dualTerm(double[] masses, double[] potentials) {
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            sum -= strength * masses[i] * Math.expm1(-potentials[i] / strength);
        }
        return sum;
    }
}
