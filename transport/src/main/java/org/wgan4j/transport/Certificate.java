package org.wgan4j.transport;

import java.util.stream.IntStream;

/**
 * The quality of a plan and of potentials, computed from the problem alone and independently of the solver: primal and dual values and how
 * far both are from being feasible.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param primal the cost of the plan: an upper bound of the optimum, if the plan is feasible
 * @param dual the value of the potentials: a lower bound of the optimum, if they are feasible
 * @param violation the largest dual infeasibility {@code f(i) + g(j) - c(i, j)}, or 0 if none is positive
 * @param marginalError the largest absolute difference between a marginal of the plan and the mass of its point
 */
public record Certificate(double primal, double dual, double violation, double marginalError) {
    private static final int PARALLEL_PAIRS = 1 << 17;
    private static final int BLOCKS = 64;

    /** A gap of at most this share of the absolute transport cost is negligible. */
    private static final double NEGLIGIBLE = 1e-10;

    /** A gap of at most this share of the cheapest positive cost of moving one whole source is negligible too. */
    private static final double NEGLIGIBLE_MASS = 1e-12;

    /** On the line, where a certificate takes n log n steps, larger problems are not searched pair by pair. */
    private static final long MOST_PAIRS_ON_THE_LINE = 1L << 26;

    /** Computes all four in one pass over the plan and one over the costs; large problems on the line need n log n costs only. */
    public static Certificate of(Problem problem, Plan plan, Potentials potentials) {
        return of(problem, plan, potentials, Limits.NONE.start());
    }

    /**
     * The same within a deadline.
     *
     * @throws LimitReachedException if the limits stop it
     */
    public static Certificate of(Problem problem, Plan plan, Potentials potentials, Limits.Deadline deadline) {
        return new Certificate(
                plan.cost(problem.costs()),
                potentials.value(problem.source(), problem.target()),
                Math.max(0, -leastSlack(problem, potentials, deadline)),
                marginalError(problem, plan));
    }

    /**
     * The certificate of potentials that are feasible by construction, without a pass over all costs: the violation is a bound of their
     * rounding error.
     */
    static Certificate ofFeasible(Problem problem, Plan plan, Potentials potentials) {
        double largest = 0;
        for (int i = 0; i < potentials.sources(); i++) {
            largest = Math.max(largest, Math.abs(potentials.f(i)));
        }
        for (int j = 0; j < potentials.targets(); j++) {
            largest = Math.max(largest, Math.abs(potentials.g(j)));
        }
        return new Certificate(
                plan.cost(problem.costs()),
                potentials.value(problem.source(), problem.target()),
                2 * Math.ulp(largest),
                marginalError(problem, plan));
    }

    /** The duality gap, primal minus dual: a bound of the distance of both from the optimum, up to violation and marginal error. */
    public double gap() {
        return primal - dual;
    }

    /**
     * Whether gap and violation are negligible, relative to the absolute transport cost of the plan or to the cheapest cost of moving one
     * source.
     */
    boolean proves(Problem problem, Plan plan, Potentials potentials) {
        double bound = NEGLIGIBLE * absoluteCost(problem, plan);
        if (Math.abs(gap()) + violation * problem.source().totalMass() <= bound) {
            return true;
        }
        if (problem.isOnTheLine() && pairs(problem) > MOST_PAIRS_ON_THE_LINE) {
            return false;
        }
        double doubt = Math.abs(gap()) + weightedViolation(problem, potentials);
        return doubt <= bound || doubt <= NEGLIGIBLE_MASS * cheapestMove(problem);
    }

    /** An upper bound of the dual value minus the optimum: each source pays its largest violation on all its mass. */
    private static double weightedViolation(Problem problem, Potentials potentials) {
        CostRows costs = problem.costs();
        double[] buffer = new double[costs.targets()];
        double[] g = potentials.g();
        double sum = 0;
        for (int i = 0; i < costs.sources(); i++) {
            double mass = problem.source().mass(i);
            if (mass > 0) {
                sum += mass * Math.max(0, -leastSlack(costs.row(i, buffer), g, potentials.f(i)));
            }
        }
        return sum;
    }

    /** The sum of mass times absolute cost over the plan. */
    private static double absoluteCost(Problem problem, Plan plan) {
        double sum = 0;
        for (int k = 0; k < plan.size(); k++) {
            sum += plan.mass(k) * Math.abs(problem.costs().cost(plan.source(k), plan.target(k)));
        }
        return sum;
    }

    /** The least cost above 0 of moving one source to one target; 0 if there is none. */
    private static double cheapestMove(Problem problem) {
        CostRows costs = problem.costs();
        double[] buffer = new double[costs.targets()];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < costs.sources(); i++) {
            double mass = problem.source().mass(i);
            double[] row = mass > 0 ? costs.row(i, buffer) : buffer;
            for (int j = 0; mass > 0 && j < costs.targets(); j++) {
                double move = mass * Math.abs(row[j]);
                least = move > 0 && move < least && problem.target().mass(j) > 0 ? move : least;
            }
        }
        return least < Double.POSITIVE_INFINITY ? least : 0;
    }

    private static double leastSlack(Problem problem, Potentials potentials, Limits.Deadline deadline) {
        CostRows costs = problem.costs();
        int n = costs.sources();
        int m = costs.targets();
        long pairs = pairs(problem);
        if (pairs > PARALLEL_PAIRS && problem.isOnTheLine()) {
            return LineSlack.least(problem, potentials, deadline);
        }
        double[] g = potentials.g();
        int blocks = Math.min(n, BLOCKS);
        IntStream all = IntStream.range(0, blocks);
        return (pairs > PARALLEL_PAIRS ? all.parallel() : all)
                .mapToDouble(block -> {
                    double[] buffer = new double[m];
                    double least = Double.POSITIVE_INFINITY;
                    for (int i = first(block, blocks, n); i < first(block + 1, blocks, n); i++) {
                        deadline.checkPatiently(m);
                        least = Math.min(least, leastSlack(costs.row(i, buffer), g, potentials.f(i)));
                    }
                    return least;
                })
                .min()
                .orElse(0);
    }

    private static long pairs(Problem problem) {
        return (long) problem.costs().sources() * problem.costs().targets();
    }

    private static int first(int block, int blocks, int rows) {
        return (int) ((long) rows * block / blocks);
    }

    /** Adds f and g first: the sum of large potentials of opposite sign is exact, so that the slack has the rounding error of the cost only. */
    private static double leastSlack(double[] row, double[] g, double f) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < g.length; j++) {
            least = Math.min(least, row[j] - (f + g[j]));
        }
        return least;
    }

    private static double marginalError(Problem problem, Plan plan) {
        return Math.max(
                largestDifference(plan.sourceMasses(), problem.source()),
                largestDifference(plan.targetMasses(), problem.target()));
    }

    private static double largestDifference(double[] moved, Measure measure) {
        double largest = 0;
        for (int i = 0; i < moved.length; i++) {
            largest = Math.max(largest, Math.abs(moved[i] - measure.mass(i)));
        }
        return largest;
    }
}
