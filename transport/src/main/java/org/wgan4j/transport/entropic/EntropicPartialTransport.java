package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;

/**
 * Entropic partial transport: the plan P of a given mass whose marginals are at most the masses of the points and that minimises {@code <P, C> + eps KL(P | a b')} (Benamou, Carlier, Cuturi, Nenna and Peyre 2015, section
 * 5.3).
 *
 * <p>Their Dykstra projections are computed as block coordinate ascent on the dual: the potentials f and g, at most 0 because marginals are
 * bounded above only, and a mass price s, which is added to f in the solution. The exact form is
 * {@code org.wgan4j.transport.exact.partial.PartialTransport}.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param regularization the weight of the entropy, epsilon, in the units of the cost; finite and above 0
 * @param tolerance the relative change of the plan's entries at which the iteration stops; above 0
 * @param iterations the maximal number of iterations; at least 0
 */
public record EntropicPartialTransport(double regularization, double tolerance, long iterations) {
    /** Checks all three. */
    public EntropicPartialTransport {
        new Sinkhorn(regularization, tolerance, iterations);
    }

    /** Settings with a regularisation and the default tolerance and iterations of {@link Sinkhorn}. */
    public static EntropicPartialTransport of(double regularization) {
        return new EntropicPartialTransport(regularization, Sinkhorn.TOLERANCE, Sinkhorn.ITERATIONS);
    }

    /**
     * Solves the problem within limits.
     *
     * @param mass the mass to move, above 0 and at most the smaller total mass
     */
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
        return new DualAscent(part, mass, regularization).solve(this, costs, deadline);
    }

    /** The block coordinate ascent on the dual, and its current variables. */
    private static final class DualAscent {
        private final PositiveSupport part;
        private final double mass;
        private final double epsilon;
        private final double[] f;
        private final double[] g;
        private double massPrice;

        DualAscent(PositiveSupport part, double mass, double epsilon) {
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
                    double oldMassPrice = massPrice;
                    transform.toSources(g, epsilon, fullF);
                    fit(part.a(), f, fullF);
                    transform.toTargets(f, epsilon, fullG);
                    fit(part.b(), g, fullG);
                    change = (UnbalancedSinkhorn.largestChange(oldF, f)
                                    + UnbalancedSinkhorn.largestChange(oldG, g)
                                    + Math.abs(massPrice - oldMassPrice))
                            / epsilon;
                    steps++;
                }
            } catch (LimitReachedException e) {
                change = Double.POSITIVE_INFINITY; // the current potentials are the answer
            }
            return answer(costs, steps, change <= settings.tolerance, deadline);
        }

        /** Sets the optimal potentials at most 0 at this mass price, then the mass price at which the plan has the mass. */
        private void fit(double[] masses, double[] potentials, double[] full) {
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < potentials.length; i++) {
                potentials[i] = Math.min(0, full[i] - massPrice);
                most = Math.max(most, potentials[i] - full[i]);
            }
            double sum = 0;
            for (int i = 0; i < potentials.length; i++) {
                sum += masses[i] * Math.exp((potentials[i] - full[i] - most) / epsilon);
            }
            massPrice = epsilon * (Math.log(mass) - Math.log(sum)) - most;
        }

        private UnbalancedSolution answer(CostRows costs, long steps, boolean converged, Limits.Deadline deadline) {
            double dual = massPrice * mass;
            for (int i = 0; i < f.length; i++) {
                dual += part.a()[i] * f[i];
                f[i] += massPrice;
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
