package org.wgan4j.transport.exact.line;

import org.wgan4j.transport.CompensatedSum;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;

/**
 * The monotone coupling of two measures with ordered points, by the north-west corner rule.
 *
 * <p>In the matrix of pairs it is a path of n + m - 1 cells from one corner to the other, each cell right of or below the one before, points
 * without mass included. If costs have the Monge property in these orders, as a convex function of the difference
 * has on the line, the plan is optimal, and the potentials for which every cell of the path is tight are feasible for all pairs
 * (Hoffman 1963).
 */
final class MonotoneCoupling {
    private final int[] sourceOrder;
    private final int[] targetOrder;

    /** The mass of each cell, and whether the step to the next cell leads to the next source. */
    private final double[] masses;

    private final boolean[] toNextSource;

    MonotoneCoupling(Measure source, int[] sourceOrder, Measure target, int[] targetOrder) {
        this.sourceOrder = sourceOrder;
        this.targetOrder = targetOrder;
        int lastSource = sourceOrder.length - 1;
        int lastTarget = targetOrder.length - 1;
        this.masses = new double[lastSource + lastTarget + 1];
        this.toNextSource = new boolean[masses.length];
        int i = 0;
        int j = 0;
        CompensatedSum excess = new CompensatedSum(); // of the sources' masses up to i over the targets' up to j
        excess.add(source.mass(sourceOrder[0]));
        excess.add(-target.mass(targetOrder[0]));
        masses[0] = Math.min(source.mass(sourceOrder[0]), target.mass(targetOrder[0]));
        for (int k = 1; k < masses.length; k++) {
            double before = excess.value();
            boolean nextSource = before <= 0 ? i < lastSource : j == lastTarget;
            toNextSource[k - 1] = nextSource;
            if (nextSource) {
                double supply = source.mass(sourceOrder[++i]);
                excess.add(supply);
                masses[k] = excess.value() <= 0 ? supply : Math.max(0, -before);
            } else {
                double demand = target.mass(targetOrder[++j]);
                excess.add(-demand);
                masses[k] = excess.value() > 0 ? demand : Math.max(0, before);
            }
        }
    }

    /** The cells with mass. */
    Plan plan() {
        PlanBuilder plan = new PlanBuilder(sourceOrder.length, targetOrder.length);
        int i = 0;
        int j = 0;
        for (int k = 0; k < masses.length; k++) {
            plan.add(sourceOrder[i], targetOrder[j], masses[k]);
            if (toNextSource[k]) {
                i++;
            } else {
                j++;
            }
        }
        return plan.build();
    }

    /** The potentials with f(i) + g(j) = c(i, j) on every cell of the path, by compensated sums. */
    Potentials potentials(CostRows costs) {
        double[] f = new double[sourceOrder.length];
        double[] g = new double[targetOrder.length];
        int i = 0;
        int j = 0;
        double cost = costs.cost(sourceOrder[0], targetOrder[0]);
        CompensatedSum sourcePotential = new CompensatedSum();
        CompensatedSum targetPotential = new CompensatedSum();
        targetPotential.add(cost);
        g[targetOrder[0]] = cost;
        for (int k = 0; k + 1 < masses.length; k++) {
            boolean down = toNextSource[k];
            double next =
                    down ? costs.cost(sourceOrder[++i], targetOrder[j]) : costs.cost(sourceOrder[i], targetOrder[++j]);
            CompensatedSum potential = down ? sourcePotential : targetPotential;
            potential.add(next);
            potential.add(-cost);
            if (down) {
                f[sourceOrder[i]] = potential.value();
            } else {
                g[targetOrder[j]] = potential.value();
            }
            cost = next;
        }
        return new Potentials(f, g);
    }
}
