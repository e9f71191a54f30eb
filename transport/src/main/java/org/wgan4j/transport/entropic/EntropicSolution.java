package org.wgan4j.transport.entropic;

import java.time.Duration;
import org.wgan4j.transport.Certificate;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;

/**
 * The solution of {@link Sinkhorn}: the plan that minimises {@code <P, C> + eps KL(P | a b' / t)} among all plans between the masses a
 * and b, which have the sum t, where {@code KL(P | Q) = sum P log(P / Q) - P + Q}.
 *
 * <p>Libraries return different values for it, which have different names here:
 *
 * <ul>
 *   <li>{@link #transportCost()} is {@code <P, C>}, the ground cost of the plan and no entropy: what {@code ot.sinkhorn2} of POT returns;
 *   <li>{@link #objective()} adds {@code eps KL(P | a b' / t)}: what is minimised, what a Sinkhorn divergence is made of, and
 *       what {@code ot.solve} returns as its value for masses of sum 1;
 *   <li>{@link #objectiveWithEntropy()} adds {@code eps sum P (log P - 1)} instead, the convention of Peyre and Cuturi 2019, equation 4.2:
 *       it has the same minimiser.
 * </ul>
 *
 * <p>Immutable, and safe for use by several threads, as long as nobody changes the costs of the problem, which it reads when a plan is
 * asked for.
 */
public final class EntropicSolution {
    private static final double ROUNDING = 1e-13;

    /** A larger share of the mass over forbidden pairs is no rounding error. */
    private static final double FORBIDDEN_SHARE = 1e-12;

    /** The rounding error of an exponent, as a share of the potential over the regularisation. */
    private static final double POTENTIAL_ROUNDING = 0x1p-51;

    private final Problem problem;
    private final double regularization;
    private final double power;
    private final Potentials potentials;
    private final GibbsPlan gibbs;
    private final long iterations;
    private final boolean converged;
    private final Duration time;

    private EntropicSolution(
            Problem problem,
            Sinkhorn settings,
            Potentials potentials,
            GibbsPlan gibbs,
            long iterations,
            boolean converged,
            Duration time) {
        this.problem = problem;
        this.regularization = settings.regularization();
        this.power = problem.cost().power();
        this.potentials = potentials;
        this.gibbs = gibbs;
        this.iterations = iterations;
        this.converged = converged;
        this.time = time;
    }

    /** The solution of an iteration; the marginal error is recomputed from its potentials. */
    static EntropicSolution of(
            Problem problem,
            PositiveSupport part,
            Sinkhorn settings,
            SinkhornIteration iteration,
            long iterations,
            boolean reached,
            Limits.Deadline deadline) {
        double[] f = iteration.f();
        double[] g = iteration.g();
        GibbsPlan gibbs = GibbsPlan.of(
                part, f, g, settings.regularization(), problem.source().totalMass(), deadline);
        if (gibbs.transportCost()
                >= FORBIDDEN_SHARE
                        * problem.costs().forbidden()
                        * problem.source().totalMass()) {
            throw new InvalidParameterException(
                    "the plan moves mass over pairs whose cost is Infinity, which forbids them, and"
                            + " so would every other; allow more pairs");
        }
        Potentials everywhere = SoftCTransform.everywhere(problem, part, f, g, settings.regularization(), deadline);
        double rounding = ROUNDING + POTENTIAL_ROUNDING * Math.max(largest(f), largest(g)) / settings.regularization();
        boolean converged = reached && gibbs.marginalError() <= 1.01 * settings.tolerance() + rounding;
        return new EntropicSolution(problem, settings, everywhere, gibbs, iterations, converged, deadline.elapsed());
    }

    private static double largest(double[] potentials) {
        double largest = 0;
        for (double potential : potentials) {
            largest = Math.max(largest, Math.abs(potential));
        }
        return largest;
    }

    /** The weight of the entropy, in the units of the cost. */
    public double regularization() {
        return regularization;
    }

    /**
     * The entropic potentials f and g, of which {@code P(i, j) = a(i) b(j) / t exp((f(i) + g(j) - c(i, j)) / eps)}.
     *
     * <p>They are not feasible for the unregularised problem; those of {@link #solution()} are. A point of zero mass has the soft c-transform of
     * the other side's potentials.
     */
    public Potentials potentials() {
        return potentials;
    }

    /** The ground cost of the plan, {@code <P, C>}, without entropy. */
    public double transportCost() {
        return gibbs.transportCost();
    }

    /** The divergence {@code KL(P | a b' / t)} of the plan from the product measure; at least 0. */
    public double divergence() {
        return gibbs.divergence();
    }

    /** The objective that is minimised: transport cost plus regularisation times divergence. */
    public double objective() {
        return transportCost() + regularization * divergence();
    }

    /** Transport cost plus regularisation times {@code sum P (log P - 1)}, the same problem relative to another reference measure. */
    public double objectiveWithEntropy() {
        return transportCost() + regularization * gibbs.negativeEntropy();
    }

    /**
     * The value of the dual, {@code <f, a> + <g, b> - eps (mass of P - t)}: equal to the objective at the optimum, and never more than
     * the optimum whatever the potentials.
     */
    public double dual() {
        return gibbs.dual();
    }

    /** The L1 difference between the plan's marginals and the masses of both measures, as a share of the total mass. */
    public double marginalError() {
        return gibbs.marginalError();
    }

    /** The number of iterations, each an update of both potentials. */
    public long iterations() {
        return iterations;
    }

    /** Whether the marginal error reached the tolerance. */
    public boolean converged() {
        return converged;
    }

    /** The duration of the solver. */
    public Duration time() {
        return time;
    }

    /** The entropic plan, with an entry for every pair that moves at least 5e-324; its marginals are the masses up to the marginal error. */
    public Plan plan() {
        return MarginalRounding.plan(problem, gibbs.matrix(), gibbs.part());
    }

    /**
     * A solution of the problem without entropy: this plan rounded to the exact masses and feasible potentials, so that cost and dual value
     * bound the exact optimum from both sides.
     *
     * <p>Its gap is of the order of the regularisation; {@code converged} says whether Sinkhorn reached its tolerance, not that the gap
     * is 0.
     */
    public Solution solution() {
        double[][] matrix = gibbs.matrix();
        MarginalRounding.toMasses(matrix, gibbs.part(), problem.source().totalMass());
        Plan plan = MarginalRounding.plan(problem, matrix, gibbs.part());
        Potentials feasible = SoftCTransform.feasible(problem, potentials);
        Certificate certificate = Certificate.of(problem, plan, feasible);
        return new Solution("Sinkhorn, rounded", power, 1, plan, feasible, certificate, iterations, converged, time);
    }
}
