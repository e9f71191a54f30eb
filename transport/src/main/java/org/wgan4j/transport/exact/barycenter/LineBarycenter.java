package org.wgan4j.transport.exact.barycenter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;

/**
 * The exact barycenter of any number of measures on the line under the squared distance, with free support: its quantile function is the
 * weighted mean of theirs (Agueh and Carlier 2011, section 6.1).
 *
 * <p>The dual value is a bound that holds in every dimension: the objective of any barycenter is at least
 * {@code sum_(k < l) w_k w_l W_2(k, l)^2}, because {@code sum_k w_k (x_k - y)^2} is least at the mean, where it is
 * {@code sum_(k < l) w_k w_l (x_k - x_l)^2}. On the line both are equal.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class LineBarycenter {
    private static final double LEAST_STEP = 1e-15;

    private LineBarycenter() {}

    /**
     * The barycenter of measures on the line.
     *
     * @param measures at least one; each is normalised to mass 1
     * @param weights one a measure, at least 0 and not all 0; normalised to sum 1
     */
    public static BarycenterSolution solve(List<? extends Measure> measures, double[] weights) {
        return solve(measures, weights, Limits.NONE);
    }

    /**
     * The same within limits of time; the limit of iterations is ignored.
     *
     * @throws org.wgan4j.transport.LimitReachedException if the limits stop it
     */
    public static BarycenterSolution solve(List<? extends Measure> measures, double[] weights, Limits limits) {
        Limits.Deadline deadline = limits.start();
        if (measures.isEmpty() || measures.size() != weights.length) {
            throw new ShapeMismatchException("there are " + measures.size() + " measures and " + weights.length
                    + " weights; a barycenter needs at least one measure and a weight for each");
        }
        double[] shares = Measure.masses(weights).normalized().masses();
        List<Quantiles> quantiles = new ArrayList<>();
        for (Measure measure : measures) {
            deadline.check(measure.size());
            quantiles.add(Quantiles.of(measure));
        }
        return answer(quantiles, shares, merged(quantiles), deadline);
    }

    /** The levels at which any of the quantile functions jumps, ascending, the last one 1. */
    private static double[] merged(List<Quantiles> quantiles) {
        double[] all = quantiles.stream()
                .flatMapToDouble(one -> Arrays.stream(one.levels))
                .sorted()
                .toArray();
        int kept = 0;
        for (double level : all) {
            if (level - (kept == 0 ? 0 : all[kept - 1]) > LEAST_STEP && level < 1 - LEAST_STEP) {
                all[kept++] = level;
            }
        }
        double[] levels = Arrays.copyOf(all, kept + 1);
        levels[kept] = 1;
        return levels;
    }

    private static BarycenterSolution answer(
            List<Quantiles> quantiles, double[] weights, double[] levels, Limits.Deadline deadline) {
        double[][] points = new double[levels.length][1];
        double[] masses = new double[levels.length];
        List<PlanBuilder> plans = new ArrayList<>();
        for (Quantiles one : quantiles) {
            plans.add(new PlanBuilder(one.points, levels.length));
        }
        double objective = 0;
        for (int t = 0; t < levels.length; t++) {
            deadline.check(weights.length);
            double below = t == 0 ? 0 : levels[t - 1];
            masses[t] = levels[t] - below;
            double middle = below + masses[t] / 2;
            for (int k = 0; k < weights.length; k++) {
                Quantiles one = quantiles.get(k);
                points[t][0] += weights[k] * one.values[one.at(middle)];
                plans.get(k).add(one.order[one.at(middle)], t, masses[t]);
            }
            for (int k = 0; k < weights.length; k++) {
                Quantiles one = quantiles.get(k);
                double distance = one.values[one.at(middle)] - points[t][0];
                objective += masses[t] * weights[k] * distance * distance;
            }
        }
        double bound = bound(quantiles, weights, deadline);
        if (!(objective < Double.POSITIVE_INFINITY) || !Double.isFinite(bound)) {
            throw new InvalidParameterException(
                    "the squared distances of the points are more than a double holds; scale the coordinates down");
        }
        Measure barycenter = Samples.of(points).weighted(masses);
        List<Plan> built = plans.stream().map(PlanBuilder::build).toList();
        return new BarycenterSolution(barycenter, built, objective, bound, levels.length, true);
    }

    private static double bound(List<Quantiles> quantiles, double[] weights, Limits.Deadline deadline) {
        double bound = 0;
        for (int k = 0; k < weights.length; k++) {
            for (int l = k + 1; l < weights.length; l++) {
                deadline.check((long) quantiles.get(k).values.length + quantiles.get(l).values.length);
                bound += weights[k] * weights[l] * dual(quantiles.get(k), quantiles.get(l));
            }
        }
        return bound;
    }

    /** The dual value of the potentials that are tight along the monotone plan, feasible because the squared distance is a Monge cost. */
    private static double dual(Quantiles source, Quantiles target) {
        int i = 0;
        int j = 0;
        double f = 0;
        double g = square(source.values[0] - target.values[0]);
        double value = source.mass(0) * f + target.mass(0) * g;
        while (i + 1 < source.values.length || j + 1 < target.values.length) {
            boolean down = j + 1 == target.values.length
                    || (i + 1 < source.values.length && source.levels[i] <= target.levels[j]);
            if (down) {
                i++;
                f = square(source.values[i] - target.values[j]) - g;
                value += source.mass(i) * f;
            } else {
                j++;
                g = square(source.values[i] - target.values[j]) - f;
                value += target.mass(j) * g;
            }
        }
        return value;
    }

    private static double square(double x) {
        return x * x;
    }

    /** The quantile function of a measure: its points with mass in ascending order and their cumulative masses. */
    private static final class Quantiles {
        private final int points;
        private final int[] order;
        private final double[] values;
        private final double[] levels;

        private Quantiles(int points, int[] order, double[] values, double[] levels) {
            this.points = points;
            this.order = order;
            this.values = values;
            this.levels = levels;
        }

        static Quantiles of(Measure measure) {
            if (measure.dimension() != 1) {
                throw new ShapeMismatchException("a measure's points have " + measure.dimension()
                        + " coordinates; a barycenter on the line needs points with one");
            }
            Measure shares = measure.normalized();
            int[] order = IntStream.range(0, shares.size())
                    .boxed()
                    .filter(i -> shares.mass(i) > 0)
                    .sorted(Comparator.comparingDouble(i -> shares.coordinate(i, 0)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double[] values = IntStream.of(order)
                    .mapToDouble(i -> shares.coordinate(i, 0))
                    .toArray();
            double[] levels = new double[order.length];
            double level = 0;
            for (int k = 0; k < order.length; k++) {
                level += shares.mass(order[k]);
                levels[k] = level;
            }
            levels[order.length - 1] = 1;
            return new Quantiles(shares.size(), order, values, levels);
        }

        double mass(int k) {
            return levels[k] - (k == 0 ? 0 : levels[k - 1]);
        }

        /** The first point whose cumulative mass exceeds a level. */
        int at(double level) {
            int found = Arrays.binarySearch(levels, level);
            return Math.min(found < 0 ? -found - 1 : found, levels.length - 1);
        }
    }
}
