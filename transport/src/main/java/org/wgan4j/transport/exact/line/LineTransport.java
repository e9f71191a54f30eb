package org.wgan4j.transport.exact.line;

import java.util.Arrays;
import java.util.Optional;
import org.wgan4j.transport.Argsort;
import org.wgan4j.transport.InvalidMassException;
import org.wgan4j.transport.InvalidParameterException;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.NormCost;
import org.wgan4j.transport.Plan;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.Samples;
import org.wgan4j.transport.ShapeMismatchException;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.UnequalMassException;
import org.wgan4j.transport.exact.simplex.NetworkSimplex;

/**
 * Exact transport on the line under costs {@code |x - y|^p}, p at least 1, by the monotone plan.
 *
 * <p>Sorting takes n log n operations; the cells of a histogram are sorted already (Villani 2003, Theorem 2.18; Peyré and
 * Cuturi 2019, Section 2.6). The methods that return a number need no more than that.
 *
 * <p>The methods keep nothing and may be called by several threads at once.
 */
public final class LineTransport {
    /** The name of this solver in a {@link Solution}. */
    public static final String NAME = "sort and merge on the line";

    private LineTransport() {}

    /** Whether a problem is one on the line under a power of the distance. */
    public static boolean fits(Problem problem) {
        return problem.isOnTheLine();
    }

    /**
     * Solves a problem on the line; an iteration is an entry of the monotone plan.
     *
     * <p>It takes n log n operations; the limit of iterations is ignored.
     *
     * @throws org.wgan4j.transport.LimitReachedException if the limits stop it
     * @throws ShapeMismatchException if the points do not have one coordinate
     * @throws InvalidParameterException if the cost is not a power of the distance
     */
    public static Solution solve(Problem problem, Limits limits) {
        return solve(problem, limits.start());
    }

    private static Solution solve(Problem problem, Limits.Deadline deadline) {
        checkDimension(problem.source());
        checkDimension(problem.target());
        if (!(problem.cost() instanceof NormCost)) {
            throw new InvalidParameterException("the cost is " + problem.cost()
                    + "; transport on the line needs a power of the distance; solve others with the network simplex");
        }
        MonotoneCoupling coupling = new MonotoneCoupling(
                problem.source(),
                Argsort.of(problem.source(), deadline),
                problem.target(),
                Argsort.of(problem.target(), deadline));
        deadline.check((long) problem.source().size() + problem.target().size());
        Plan plan = coupling.plan();
        deadline.check((long) problem.source().size() + problem.target().size());
        Potentials potentials = coupling.potentials(problem.costs());
        Solution solution = Solution.certified(
                NAME, problem, plan, potentials, (long) plan.sources() + plan.targets() - 1, true, deadline);
        Optional<Problem> finer = problem.refinedFor(plan);
        if (finer.isPresent()) {
            return solve(finer.get(), deadline);
        }
        if (problem.unit() == 1) {
            return NetworkSimplex.replaceUnproved(solution, problem, deadline);
        }
        return solution.isProvedFor(problem) ? solution : NetworkSimplex.solveInPlaceOf(solution, problem, deadline);
    }

    /**
     * The transport cost between values of equal weight, the mean of |x - y|^p over the optimal pairs: W_p is its p-th root.
     *
     * @param x finite values, at least one; {@code y} may have another number of them
     * @param power p, finite and at least 1
     */
    public static double samples(double[] x, double[] y, double power) {
        double[] sources = sorted(x);
        double[] targets = sorted(y);
        NormCost cost = new NormCost(NormCost.Norm.EUCLIDEAN, power);
        // One unit is a share of 1/(n m), so that masses are integers and their sums exact.
        long supply = targets.length;
        long demand = sources.length;
        double sum = 0;
        double longest = 0;
        int i = 0;
        int j = 0;
        while (i < sources.length && j < targets.length) {
            long moved = Math.min(supply, demand);
            double distance = Math.abs(sources[i] - targets[j]);
            longest = Math.max(longest, distance);
            sum += moved * raised(distance, cost.power());
            supply -= moved;
            demand -= moved;
            if (supply == 0) {
                supply = targets.length;
                i++;
            }
            if (demand == 0) {
                demand = sources.length;
                j++;
            }
        }
        return checkedCost(sum / ((double) sources.length * targets.length), longest, power);
    }

    /**
     * The transport cost between weighted values, the sum of mass times |x - y|^p: W_p is its p-th root.
     *
     * @param weights one a value, finite and at least 0; those of both sides must have the same sum
     */
    public static double samples(double[] x, double[] weights, double[] y, double[] targetWeights, double power) {
        Samples source = Samples.onLine(x).weighted(weights);
        Samples target = Samples.onLine(y).weighted(targetWeights);
        Problem problem = Problem.of(source, target, new NormCost(NormCost.Norm.EUCLIDEAN, power));
        Plan plan = new MonotoneCoupling(source, Argsort.of(source), target, Argsort.of(target)).plan();
        double longest = 0;
        for (int k = 0; k < plan.size(); k++) {
            longest = Math.max(longest, Math.abs(x[plan.source(k)] - y[plan.target(k)]));
        }
        return checkedCost(problem.unit() == 1 ? plan.cost(problem.costs()) : 0, longest, power);
    }

    /** Returns the cost; an error if mass moves and the cost overflows or underflows. */
    static double checkedCost(double cost, double longest, double power) {
        if (longest > 0 && !(cost >= Double.MIN_NORMAL && cost < Double.POSITIVE_INFINITY)) {
            throw new InvalidParameterException(
                    "mass moves over up to " + longest + ", and that to the power " + power
                            + " cannot be held in a double; scale the values, or solve the problem in full, whose distance can be");
        }
        return cost;
    }

    /** W_1 between masses at the positions 0, 1, 2, ...: the sum of the distances of the two distribution functions. */
    public static double histogramW1(double[] a, double[] b) {
        if (a.length != b.length || a.length == 0) {
            throw new ShapeMismatchException("the histograms have " + a.length + " and " + b.length
                    + " cells; they need the same number, at least 1");
        }
        double difference = 0;
        double sum = 0;
        double sourceMass = 0;
        double targetMass = 0;
        for (int i = 0; i < a.length; i++) {
            checkMass(i, a[i]);
            checkMass(i, b[i]);
            difference += a[i] - b[i];
            sourceMass += a[i];
            targetMass += b[i];
            sum += Math.abs(difference);
        }
        if (Math.max(sourceMass, targetMass) == Double.POSITIVE_INFINITY) {
            throw InvalidMassException.overflowing();
        }
        if (Math.abs(sourceMass - targetMass) > Problem.MASS_TOLERANCE * Math.max(sourceMass, targetMass)) {
            throw new UnequalMassException(sourceMass, targetMass);
        }
        return sum - Math.abs(difference); // the total masses differ by rounding only, which is not moved
    }

    /** |x - y|^p from the distance. */
    static double raised(double distance, double power) {
        return power == 1 ? distance : power == 2 ? distance * distance : Math.pow(distance, power);
    }

    /** A sorted copy of values, each finite, at least one. */
    static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new ShapeMismatchException("there are no values; a measure needs at least one");
        }
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            if (!Double.isFinite(sorted[i])) {
                throw InvalidMassException.ofCoordinate(i, sorted[i]);
            }
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static void checkDimension(Measure measure) {
        if (measure.dimension() != 1) {
            throw new ShapeMismatchException("the points have " + measure.dimension()
                    + " coordinates; transport on the line needs points with one");
        }
    }

    private static void checkMass(int index, double mass) {
        if (!(mass >= 0) || mass == Double.POSITIVE_INFINITY) {
            throw InvalidMassException.ofMass(index, mass);
        }
    }
}
