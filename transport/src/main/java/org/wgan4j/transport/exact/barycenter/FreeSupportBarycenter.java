package org.wgan4j.transport.exact.barycenter;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.LimitReachedException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/**
 * A locally optimal barycenter of measures in R^d under the squared distance, with a given number of points whose positions are free (Cuturi and Doucet 2014, algorithm 2; Alvarez-Esteban, del Barrio, Cuesta-Albertos and Matran 2016).
 *
 * <p>Each iteration solves the transport from every measure to the barycenter exactly and moves each point to the weighted mean of the mass
 * sent there. The objective never increases. It has many stationary points, so the result depends on the start; the bound of the
 * solution limits its distance from the optimum. On the line, {@link LineBarycenter} is exact.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class FreeSupportBarycenter {
    /** The largest move of a point at a stationary solution, as a share of the largest coordinate. */
    public static final double TOLERANCE = 1e-9;

    private final List<Measure> measures;
    private final double[] weights;
    private final double[] masses;
    private final Limits.Deadline deadline;

    private FreeSupportBarycenter(List<Measure> measures, double[] weights, double[] masses, Limits.Deadline deadline) {
        this.measures = measures;
        this.weights = weights;
        this.masses = masses;
        this.deadline = deadline;
    }

    /**
     * Finds a barycenter from a starting point.
     *
     * @param measures at least one; each is normalised to mass 1
     * @param weights one a measure, at least 0 and not all 0; normalised to sum 1
     * @param start the initial points, and their masses, which do not change; normalised to sum 1
     * @param limits where an iteration is a move of all points
     * @throws LimitReachedException if the limits stop the first iteration
     */
    public static FreeSupportSolution solve(
            List<? extends Measure> measures, double[] weights, Measure start, Limits limits) {
        if (measures.isEmpty() || measures.size() != weights.length) {
            throw new ShapeMismatchException("there are " + measures.size() + " measures and " + weights.length
                    + " weights; a barycenter needs at least one measure and a weight for each");
        }
        List<Measure> shares = new ArrayList<>();
        for (Measure measure : measures) {
            shares.add(measure.normalized());
        }
        double[] shareOf = Measure.masses(weights).normalized().masses();
        // An iteration of these limits is not a pivot of the simplex.
        Limits.Deadline deadline = limits.withIterations(Long.MAX_VALUE).start();
        FreeSupportBarycenter barycenter =
                new FreeSupportBarycenter(shares, shareOf, start.normalized().masses(), deadline);
        return barycenter.descend(points(start), limits.iterations());
    }

    private static double[][] points(Measure measure) {
        double[][] points = new double[measure.size()][measure.dimension()];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < points[i].length; k++) {
                points[i][k] = measure.coordinate(i, k);
            }
        }
        return points;
    }

    private FreeSupportSolution descend(double[][] start, long most) {
        double[][] points = start;
        List<Solution> transports = transports(points);
        long steps = 0;
        boolean stationary = false;
        while (!stationary && steps < most && areConverged(transports) && !deadline.isOver(steps)) {
            double[][] moved = means(transports, points);
            stationary = largestMove(points, moved) <= TOLERANCE * largest(moved);
            steps++;
            try {
                transports = transports(moved);
                points = moved;
            } catch (LimitReachedException e) {
                stationary = false;
                break;
            }
        }
        double objective = 0;
        for (int k = 0; k < weights.length; k++) {
            objective += weights[k] * transports.get(k).cost();
        }
        List<Plan> plans = transports.stream().map(Solution::plan).toList();
        return new FreeSupportSolution(
                Samples.of(points).weighted(masses), plans, objective, bound(), steps, stationary, deadline.elapsed());
    }

    private List<Solution> transports(double[][] points) {
        Samples barycenter = Samples.of(points).weighted(masses);
        List<Solution> transports = new ArrayList<>();
        for (Measure measure : measures) {
            transports.add(solve(measure, barycenter));
        }
        return transports;
    }

    private Solution solve(Measure source, Measure target) {
        Problem problem = Problem.of(source, target, Cost.SQUARED_EUCLIDEAN);
        if (problem.unit() != 1) {
            throw new InvalidParameterException(
                    "a double cannot hold the squared distances of the points; scale the coordinates");
        }
        return NetworkSimplex.solve(problem, deadline);
    }

    private static boolean areConverged(List<Solution> transports) {
        return transports.stream().allMatch(Solution::converged);
    }

    /** The weighted mean of the mass sent to each point; a point without mass does not move. */
    private double[][] means(List<Solution> transports, double[][] points) {
        double[][] means = new double[points.length][points[0].length];
        for (int k = 0; k < weights.length; k++) {
            Plan plan = transports.get(k).plan();
            double[] arrived = plan.targetMasses();
            for (int entry = 0; entry < plan.size(); entry++) {
                int j = plan.target(entry);
                double share = weights[k] * plan.mass(entry) / arrived[j];
                for (int axis = 0; axis < means[j].length; axis++) {
                    means[j][axis] += share * measures.get(k).coordinate(plan.source(entry), axis);
                }
            }
        }
        for (int j = 0; j < points.length; j++) {
            means[j] = masses[j] > 0 ? means[j] : points[j];
        }
        return means;
    }

    private static double largestMove(double[][] before, double[][] after) {
        double largest = 0;
        for (int j = 0; j < before.length; j++) {
            for (int axis = 0; axis < before[j].length; axis++) {
                largest = Math.max(largest, Math.abs(after[j][axis] - before[j][axis]));
            }
        }
        return largest;
    }

    private static double largest(double[][] points) {
        double largest = 0;
        for (double[] point : points) {
            for (double coordinate : point) {
                largest = Math.max(largest, Math.abs(coordinate));
            }
        }
        return largest;
    }

    /** The bound of Agueh and Carlier, from the dual values of all transports between the measures. */
    private double bound() {
        try {
            double bound = 0;
            for (int k = 0; k < weights.length; k++) {
                for (int l = k + 1; l < weights.length; l++) {
                    double share = weights[k] * weights[l];
                    bound += share == 0
                            ? 0
                            : share
                                    * Math.max(
                                            0,
                                            solve(measures.get(k), measures.get(l))
                                                    .dual());
                }
            }
            return bound;
        } catch (LimitReachedException e) {
            return 0;
        }
    }
}
