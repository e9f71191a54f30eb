package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;
import org.wgan4j.transport.CTransform;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;

/**
 * The residual of a problem: the points with mass left after the common mass of both measures is removed, which stays in place if the cost
 * is a metric.
 *
 * <p>Immutable; arrays are not copied.
 */
public final class ResidualProblem {
    private final boolean shared;
    private final int[] sources;
    private final int[] targets;
    private final double[] masses;

    private ResidualProblem(boolean shared, int[] sources, int[] targets, double[] masses) {
        this.shared = shared;
        this.sources = sources;
        this.targets = targets;
        this.masses = masses;
    }

    /** The residual of a problem; its masses are those of the problem unless the cost is a metric on shared points. */
    public static ResidualProblem of(Problem problem) {
        double[] source = problem.source().masses();
        double[] target = problem.target().masses();
        boolean shared = problem.cost().isMetric() && samePoints(problem);
        if (shared) {
            for (int i = 0; i < source.length; i++) {
                double common = Math.min(source[i], target[i]);
                source[i] -= common;
                target[i] -= common;
            }
        }
        int[] sources = positive(source);
        int[] targets = positive(target);
        double[] masses = new double[sources.length + targets.length];
        Arrays.setAll(masses, v -> v < sources.length ? source[sources[v]] : -target[targets[v - sources.length]]);
        return new ResidualProblem(shared, sources, targets, masses);
    }

    private static boolean samePoints(Problem problem) {
        int n = problem.source().size();
        boolean same = problem.target().size() == n;
        for (int i = 0; same && i < n; i++) {
            same = problem.costs().cost(i, i) == 0;
        }
        return same;
    }

    private static int[] positive(double[] masses) {
        int[] places = new int[masses.length];
        int count = 0;
        for (int i = 0; i < masses.length; i++) {
            if (masses[i] > 0) {
                places[count++] = i;
            }
        }
        return Arrays.copyOf(places, count);
    }

    /** Whether common mass was removed: the cost is a metric, and source i and target i are the same point for all i. */
    public boolean shared() {
        return shared;
    }

    /** The indices of the sources with mass left. */
    public int[] sources() {
        return sources;
    }

    /** The indices of the targets with mass left. */
    public int[] targets() {
        return targets;
    }

    /** The masses left, sources first; those of targets are negated. */
    public double[] masses() {
        return masses;
    }

    /** Feasible potentials of all points from those of the targets with mass left: their c-transform f, and the c-transform g of f. */
    public Potentials potentials(CostRows costs, double[] g, Limits.Deadline deadline) {
        double[] f = CTransform.toSources(costs, onTargets(g, costs.targets()), deadline);
        return new Potentials(f, CTransform.toTargets(costs, f, deadline));
    }

    /** The same for a metric on shared points: the c-transform f, and g = -f. */
    public Potentials symmetricPotentials(CostRows costs, double[] g, Limits.Deadline deadline) {
        double[] f = CTransform.toSources(costs, onTargets(g, costs.targets()), deadline);
        return new Potentials(f, Arrays.stream(f).map(price -> -price).toArray());
    }

    private double[] onTargets(double[] g, int count) {
        double[] all = new double[count];
        Arrays.fill(all, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < targets.length; k++) {
            all[targets[k]] = g[k];
        }
        return all;
    }

    /** Whether no mass is left. */
    public boolean isEmpty() {
        return sources.length == 0 || targets.length == 0;
    }

    /** A plan of the common mass, which stays in place. */
    public PlanBuilder planOfCommon(Problem problem) {
        PlanBuilder plan =
                new PlanBuilder(problem.source().size(), problem.target().size());
        for (int i = 0; shared && i < problem.source().size(); i++) {
            plan.add(i, i, Math.min(problem.source().mass(i), problem.target().mass(i)));
        }
        return plan;
    }
}
