package org.wgan4j.transport.exact.partial;

import java.util.Arrays;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/**
 * Exact transport of a given part of the mass: the cheapest plan that takes no more from a source than it has and brings no more to a
 * target than that takes (Caffarelli and McCann 2010; Figalli 2010).
 *
 * <p>One more source and one more target stand for the mass that stays out. Going there is free, and going from the one to the other
 * costs more than anything, so the balanced problem with both has the same answer (Chapel, Alaya and Gasso 2020, proposition 1).
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class PartialTransport {
    private PartialTransport() {}

    /** Moves so much mass, above 0 and at most what the lighter of the two measures has. */
    public static PartialSolution solve(Measure source, Measure target, Cost cost, double mass, Limits limits) {
        double sourceMass = source.totalMass();
        double targetMass = target.totalMass();
        double most = Math.min(sourceMass, targetMass);
        if (!(mass > 0 && mass <= most)) {
            throw new InvalidParameterException("the mass to move is " + mass + "; it must be above 0 and at most "
                    + most + ", the mass of the lighter measure");
        }
        Limits.Deadline deadline = limits.start();
        CostRows costs = cost.between(source, target);
        Problem balanced = Problem.of(
                withOneMore(source, targetMass - mass),
                withOneMore(target, sourceMass - mass),
                withOneMore(costs, deadline));
        return partOf(NetworkSimplex.solve(balanced, deadline), source, target, costs, mass);
    }

    private static Measure withOneMore(Measure measure, double mass) {
        double[] masses = Arrays.copyOf(measure.masses(), measure.size() + 1);
        masses[measure.size()] = mass;
        return Measure.masses(masses);
    }

    private static Cost withOneMore(CostRows costs, Limits.Deadline deadline) {
        double largest = 0;
        double[] buffer = new double[costs.targets()];
        for (int i = 0; i < costs.sources(); i++) {
            deadline.check(buffer.length);
            double[] row = costs.row(i, buffer);
            for (int j = 0; j < costs.targets(); j++) {
                largest = Math.max(largest, Math.abs(row[j]));
            }
        }
        double forbidden = largest == 0 ? 1 : 2 * largest;
        return Cost.of((i, j) -> i < costs.sources() && j < costs.targets()
                ? costs.cost(i, j)
                : i == costs.sources() && j == costs.targets() ? forbidden : 0);
    }

    /** Leaves the two points out: their potentials become the price of mass, and upper bounds of the others. */
    private static PartialSolution partOf(Solution whole, Measure source, Measure target, CostRows costs, double mass) {
        Plan plan = withoutTheTwo(whole.plan(), source.size(), target.size(), mass);
        if (whole.converged()) {
            plan.checkAllowed(costs);
        }
        double outF = whole.potentials().f(source.size());
        double outG = whole.potentials().g(target.size());
        double[] f = new double[source.size()];
        double[] g = new double[target.size()];
        Arrays.setAll(f, i -> Math.min(0, whole.potentials().f(i) + outG));
        Arrays.setAll(g, j -> Math.min(0, whole.potentials().g(j) + outF));
        Potentials prices = new Potentials(f, g);
        double massPrice = -outF - outG;
        return new PartialSolution(
                plan,
                plan.cost(costs),
                prices,
                massPrice,
                prices.value(source, target) + massPrice * mass,
                mass,
                whole.iterations(),
                whole.converged(),
                whole.time());
    }

    /** The entries between real points; a plan that was stopped before it left all of the rest out is scaled down to the mass. */
    private static Plan withoutTheTwo(Plan whole, int sources, int targets, double mass) {
        double between = 0;
        for (int k = 0; k < whole.size(); k++) {
            between += whole.source(k) == sources && whole.target(k) == targets ? whole.mass(k) : 0;
        }
        double factor = between == 0 ? 1 : mass / (mass + between);
        PlanBuilder builder = new PlanBuilder(sources, targets);
        for (int k = 0; k < whole.size(); k++) {
            if (whole.source(k) < sources && whole.target(k) < targets) {
                builder.add(whole.source(k), whole.target(k), factor * whole.mass(k));
            }
        }
        return builder.build();
    }
}
