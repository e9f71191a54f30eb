package org.wgan4j.transport.exact.barycenter;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/**
 * The exact barycenter of measures on a given support: the masses that minimise the weighted sum of the transport costs from all measures (Agueh and Carlier 2011).
 *
 * <p>Two measures are one transport problem, of any size that the network simplex solves. More are a linear program (Anderes, Borgwardt
 * and Miller 2016), for supports of up to about 60 points and 4 measures in seconds. On the line, see {@link LineBarycenter}.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class ExactBarycenter {
    private ExactBarycenter() {}

    /**
     * The barycenter on the points of a support.
     *
     * @param measures at least one; each is normalised to mass 1
     * @param weights one a measure, at least 0 and not all 0; normalised to sum 1
     * @param support the points that the barycenter may use; its masses do not matter
     * @param cost the cost from the points of the measures to those of the support
     */
    public static BarycenterSolution solve(
            List<? extends Measure> measures, double[] weights, Measure support, Cost cost, Limits limits) {
        if (measures.isEmpty() || measures.size() != weights.length) {
            throw new ShapeMismatchException("there are " + measures.size() + " measures and " + weights.length
                    + " weights; a barycenter needs at least one measure and a weight for each");
        }
        Limits.Deadline deadline = limits.start();
        double[] shares = Measure.masses(weights).normalized().masses();
        List<Measure> normalized = new ArrayList<>();
        List<CostRows> costs = new ArrayList<>();
        for (Measure measure : measures) {
            normalized.add(measure.normalized());
            costs.add(cost.between(measure, support));
        }
        return measures.size() == 2
                ? ofTwo(normalized, shares, support, costs, deadline)
                : new BarycenterProgram(normalized, shares, costs).solve(support, deadline);
    }

    /** Solves the transport from x1 to x2 under the cost of the cheapest y between them, and places the mass at y. */
    private static BarycenterSolution ofTwo(
            List<Measure> measures, double[] weights, Measure support, List<CostRows> costs, Limits.Deadline deadline) {
        Measure first = measures.get(0);
        Measure second = measures.get(1);
        double[][] through = new double[first.size()][second.size()];
        int[][] middle = new int[first.size()][second.size()];
        double[] firstRow = new double[support.size()];
        double[] secondRow = new double[support.size()];
        for (int i = 0; i < first.size(); i++) {
            double[] there = costs.get(0).row(i, firstRow);
            for (int j = 0; j < second.size(); j++) {
                deadline.check(support.size());
                double[] back = costs.get(1).row(j, secondRow);
                int best = 0;
                double least = Double.POSITIVE_INFINITY;
                for (int y = 0; y < support.size(); y++) {
                    double sum = weights[0] * there[y] + weights[1] * back[y];
                    if (sum < least) {
                        least = sum;
                        best = y;
                    }
                }
                through[i][j] = least;
                middle[i][j] = best;
            }
        }
        Problem problem =
                Problem.of(Measure.masses(first.masses()), Measure.masses(second.masses()), Cost.matrix(through));
        return placedAt(NetworkSimplex.solve(problem, deadline), middle, support);
    }

    private static BarycenterSolution placedAt(Solution solution, int[][] middle, Measure support) {
        PlanBuilder first = new PlanBuilder(solution.plan().sources(), support.size());
        PlanBuilder second = new PlanBuilder(solution.plan().targets(), support.size());
        double[] masses = new double[support.size()];
        for (int k = 0; k < solution.plan().size(); k++) {
            int source = solution.plan().source(k);
            int target = solution.plan().target(k);
            int y = middle[source][target];
            double mass = solution.plan().mass(k);
            first.add(source, y, mass);
            second.add(target, y, mass);
            masses[y] += mass;
        }
        return new BarycenterSolution(
                at(support, masses),
                List.of(first.build(), second.build()),
                solution.cost(),
                solution.dual(),
                solution.iterations(),
                solution.converged());
    }

    /** The measure with these masses at the points of the support. */
    static Measure at(Measure support, double[] masses) {
        if (support instanceof Samples samples) {
            return samples.weighted(masses);
        }
        return support instanceof Histogram histogram
                ? Histogram.grid(histogram.shape(), masses)
                : Measure.masses(masses);
    }
}
