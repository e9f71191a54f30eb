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
 * The barycenter of measures in the plane, or any R^d, under the squared distance, with a given number of points that may lie anywhere
 * (Cuturi and Doucet 2014, algorithm 2; Alvarez-Esteban, del Barrio, Cuesta-Albertos and Matran 2016).
 *
 * <p>Each step solves the transport from every measure to the barycenter exactly and moves each of its points to the weighted mean of what
 * is sent there. The objective never grows. It has many stationary points, so the start matters; the answer's bound says how good the
 * one that was found is. On the line, {@link LineBarycenter} is exact.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class FreeSupportBarycenter {
    /** How far a point may still move, as a share of the largest coordinate, unless another tolerance is given. */
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
     * A barycenter from a start.
     *
     * @param measures at least one, each taken as shares of its mass
     * @param weights one a measure, at least 0 and not all 0; taken as shares of their sum
     * @param start the points that move, and their masses, which stay; taken as shares of their sum
     * @param limits of which a step is a move of all points
     * @throws LimitReachedException if the limits leave no time for the first step
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
        // A step of these limits is no pivot of the simplex.
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

    /** Where the points' masses come from, on average over all measures; a point without mass stays. */
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

    /** The bound of Agueh and Carlier, from lower bounds of all distances between the measures. */
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
