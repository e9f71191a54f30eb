package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * Entropic transport between measures of any masses, whose sums may be wrong at a price: it minimises
 * {@code <P, C> + eps KL(P | a b') + rho KL(P 1 | a) + rho KL(P' 1 | b)} (Chizat, Peyre, Schmitzer and Vialard 2018, section 3), where
 * {@code KL(p | q) = sum p log(p / q) - p + q}.
 *
 * <p>Mass travels no further than where moving it costs about {@code 2 rho}; beyond, it is removed here and made there. As rho grows,
 * the plan of measures of equal mass becomes the balanced one. Each step also shifts f and g against each other to where the dual is
 * largest, without which a large rho would need about {@code rho / eps} steps (Sejourne, Vialard and Peyre 2022).
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param regularization the weight of the entropy, epsilon, in the units of the cost; finite and above 0
 * @param strength the price rho of wrong sums, in the units of the cost; finite and above 0
 * @param tolerance how much an entry of the plan may still change in a step, relatively; above 0
 * @param iterations the most steps; at least 0
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

    /** The algorithm at a regularisation and a strength, with the tolerance and number of steps of {@link Sinkhorn}. */
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
                soften(fullF, f);
                balance(part, f, g);
                transform.toTargets(f, regularization, fullG);
                soften(fullG, g);
                balance(part, f, g);
                change = (largestChange(oldF, f) + largestChange(oldG, g)) / regularization;
                steps++;
            }
        } catch (LimitReachedException e) {
            change = Double.POSITIVE_INFINITY; // the potentials reached are the answer
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

    /** The proximal step of rho KL: sums need not be met (Chizat et al. 2018, table 1). */
    private void soften(double[] full, double[] potentials) {
        double share = strength / (strength + regularization);
        for (int i = 0; i < potentials.length; i++) {
            potentials[i] = full[i] * share;
        }
    }

    /** Adds to f and takes from g what makes the dual largest. */
    private void balance(PositiveSupport part, double[] f, double[] g) {
        double shift = strength / 2 * (logSum(part.a(), f) - logSum(part.b(), g));
        for (int i = 0; i < f.length; i++) {
            f[i] += shift;
        }
        for (int j = 0; j < g.length; j++) {
            g[j] -= shift;
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
        return gain(part.a(), f)
                + gain(part.b(), g)
                - regularization * (plan.mass() - DotProduct.sum(part.a()) * DotProduct.sum(part.b()));
    }

    private double gain(double[] masses, double[] potentials) {
        double gain = 0;
        for (int i = 0; i < masses.length; i++) {
            gain -= strength * masses[i] * Math.expm1(-potentials[i] / strength);
        }
        return gain;
    }
}
