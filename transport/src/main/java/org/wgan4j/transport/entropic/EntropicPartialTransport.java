package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * Entropic transport of a part of the mass: the plan P of a given mass that takes no more from a source than it has and brings no more
 * to a target than that takes, and minimises {@code <P, C> + eps KL(P | a b')} (Benamou, Carlier, Cuturi, Nenna and Peyre 2015, section
 * 5.3).
 *
 * <p>Their projections with Dykstra's corrections are here steps of the dual, one variable after the other: the potentials f and g,
 * which are never above 0 because sums may fall short, and a price s of mass, which is added to f in the answer. The exact form is
 * {@code org.wgan4j.transport.exact.partial.PartialTransport}.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param regularization the weight of the entropy, epsilon, in the units of the cost; finite and above 0
 * @param tolerance how much an entry of the plan may still change in a step, relatively; above 0
 * @param iterations the most steps; at least 0
 */
public record EntropicPartialTransport(double regularization, double tolerance, long iterations) {
    /** Checks all three. */
    public EntropicPartialTransport {
        new Sinkhorn(regularization, tolerance, iterations);
    }

    /** The algorithm at a regularisation, with the tolerance and number of steps of {@link Sinkhorn}. */
    public static EntropicPartialTransport of(double regularization) {
        return new EntropicPartialTransport(regularization, Sinkhorn.TOLERANCE, Sinkhorn.ITERATIONS);
    }

    /** Moves so much mass, above 0 and at most what the lighter of the two measures has. */
    public UnbalancedSolution solve(Measure source, Measure target, Cost cost, double mass, Limits limits) {
        double most = Math.min(source.totalMass(), target.totalMass());
        if (!(mass > 0 && mass <= most)) {
            throw new InvalidParameterException("the mass to move is " + mass + "; it must be above 0 and at most "
                    + most + ", the mass of the lighter measure");
        }
        CostRows costs = cost.between(source, target);
        PositiveSupport part = PositiveSupport.of(source, target, costs);
        Limits.Deadline deadline = limits.start();
        part.typicalCost(deadline);
        return new Ascent(part, mass, regularization).solve(this, costs, deadline);
    }

    /** The dual, and the point on it that was reached. */
    private static final class Ascent {
        private final PositiveSupport part;
        private final double mass;
        private final double epsilon;
        private final double[] f;
        private final double[] g;
        private double price;

        Ascent(PositiveSupport part, double mass, double epsilon) {
            this.part = part;
            this.mass = mass;
            this.epsilon = epsilon;
            this.f = new double[part.a().length];
            this.g = new double[part.b().length];
        }

        UnbalancedSolution solve(EntropicPartialTransport settings, CostRows costs, Limits.Deadline deadline) {
            SinkhornHalfStep transform = new SinkhornHalfStep(part.costs(), part.a(), part.b(), deadline);
            double[] fullF = new double[f.length];
            double[] fullG = new double[g.length];
            double change = Double.POSITIVE_INFINITY;
            long steps = 0;
            try {
                while (change > settings.tolerance && steps < settings.iterations && !deadline.isOver(steps)) {
                    double[] oldF = f.clone();
                    double[] oldG = g.clone();
                    double oldPrice = price;
                    transform.toSources(g, epsilon, fullF);
                    fit(part.a(), f, fullF);
                    transform.toTargets(f, epsilon, fullG);
                    fit(part.b(), g, fullG);
                    change = (UnbalancedSinkhorn.largestChange(oldF, f)
                                    + UnbalancedSinkhorn.largestChange(oldG, g)
                                    + Math.abs(price - oldPrice))
                            / epsilon;
                    steps++;
                }
            } catch (LimitReachedException e) {
                change = Double.POSITIVE_INFINITY; // the potentials reached are the answer
            }
            return answer(costs, steps, change <= settings.tolerance, deadline);
        }

        /** The best potentials at most 0 at this price, and the price at which the plan has the mass. */
        private void fit(double[] masses, double[] potentials, double[] full) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < potentials.length; i++) {
                potentials[i] = Math.min(0, full[i] - price);
                most = Math.max(most, potentials[i] - full[i]);
            }
            double sum = 0;
            for (int i = 0; i < potentials.length; i++) {
                sum += masses[i] * Math.exp((potentials[i] - full[i] - most) / epsilon);
            }
            price = epsilon * (Math.log(mass) - Math.log(sum)) - most;
        }

        private UnbalancedSolution answer(CostRows costs, long steps, boolean converged, Limits.Deadline deadline) {
            double dual = price * mass;
            for (int i = 0; i < f.length; i++) {
                dual += part.a()[i] * f[i];
                f[i] += price;
            }
            for (int j = 0; j < g.length; j++) {
                dual += part.b()[j] * g[j];
            }
            ProductPlan plan = ProductPlan.of(part, f, g, epsilon, deadline);
            dual -= epsilon * (plan.mass() - DotProduct.sum(part.a()) * DotProduct.sum(part.b()));
            return plan.solution(
                    part,
                    costs,
                    ProductPlan.everywhere(part, costs, f, g),
                    plan.transportCost() + epsilon * plan.divergence(),
                    dual,
                    steps,
                    converged,
                    deadline.elapsed());
        }
    }
}
