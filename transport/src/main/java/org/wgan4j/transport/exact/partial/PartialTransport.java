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
 * Exact partial transport: the cheapest plan of a given mass whose marginals are at most the masses of the points (Caffarelli and McCann 2010; Figalli 2010).
 *
 * <p>A dummy source and a dummy target take the mass that is not moved. Their costs are 0, and the cost between them exceeds all others, so
 * the balanced problem with both has the same solution (Chapel, Alaya and Gasso 2020, proposition 1).
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class PartialTransport {
    private PartialTransport() {}

    /**
     * Solves the problem; an iteration is a pivot of the network simplex.
     *
     * @param mass the mass to move, above 0 and at most the smaller total mass
     */
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
                withDummy(source, targetMass - mass), withDummy(target, sourceMass - mass), withDummy(costs, deadline));
        return partOf(NetworkSimplex.solve(balanced, deadline), source, target, costs, mass);
    }

    private static Measure withDummy(Measure measure, double mass) {
        double[] masses = Arrays.copyOf(measure.masses(), measure.size() + 1);
        masses[measure.size()] = mass;
        return Measure.masses(masses);
    }

    private static Cost withDummy(CostRows costs, Limits.Deadline deadline) {
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

    /** Removes the dummy points: their potentials give the mass price and upper bounds of the other potentials. */
    private static PartialSolution partOf(Solution whole, Measure source, Measure target, CostRows costs, double mass) {
        Plan plan = withoutDummies(whole.plan(), source.size(), target.size(), mass);
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

    /** The entries between real points, scaled down to the mass if the limits left flow between the dummy points. */
    private static Plan withoutDummies(Plan whole, int sources, int targets, double mass) {
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
