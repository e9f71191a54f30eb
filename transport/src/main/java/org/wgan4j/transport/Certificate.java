package org.wgan4j.transport;

import java.util.stream.IntStream;

/**
 * The proof that travels with an answer: how good a plan and potentials are, computed from the problem alone and from nothing that
 * the solver remembers.
 *
 * <p>Immutable.
 *
 * @param primal the cost of the plan: an upper bound of the optimum, if the plan is feasible
 * @param dual the value of the potentials: a lower bound of the optimum, if they are feasible
 * @param violation the largest f(i) + g(j) - c(i, j), or 0 if none is positive: how far the potentials are from being feasible
 * @param marginalError the largest difference between what leaves or reaches a point and its mass: how far the plan is from it
 */
public record Certificate(double primal, double dual, double violation, double marginalError) {
    private static final int PAIRS_WORTH_A_SECOND_THREAD = 1 << 17;
    private static final int BLOCKS = 64;

    /** A gap that is no more than this share of what is moved times its cost does not matter. */
    private static final double NEGLIGIBLE = 1e-10;

    /** Nor does one that is no more than such a share of the cheapest move of any whole source that costs anything. */
    private static final double NEGLIGIBLE_MASS = 1e-12;

    /** On the line, where a certificate takes n log n steps, a closer look at all pairs is out of proportion beyond so many. */
    private static final long MOST_PAIRS_ON_THE_LINE = 1L << 26;

    /** Computes all four in one pass over the plan and one over the costs; on the line, where n log n of them say it all, over those. */
    public static Certificate of(Problem problem, Plan plan, Potentials potentials) {
        return of(problem, plan, potentials, Limits.NONE.start());
    }

    /**
     * The same, asking a watch on the way.
     *
     * @throws LimitReachedException if the limits leave no time for it
     */
    public static Certificate of(Problem problem, Plan plan, Potentials potentials, Limits.Deadline deadline) {
        return new Certificate(
                plan.cost(problem.costs()),
                potentials.value(problem.source(), problem.target()),
                Math.max(0, -leastSlack(problem, potentials, deadline)),
                marginalError(problem, plan));
    }

    /**
     * What can be said without looking at the costs of all pairs, for potentials that are feasible by their construction: the violation is
     * what their rounding can make of it.
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

    /** Primal minus dual: the optimum is no further than this from either, but for the violation and the marginal error. */
    public double gap() {
        return primal - dual;
    }

    /**
     * Whether no digit of the cost that anyone would use is in doubt: gap and violation are next to nothing beside the costs that the plan
     * pays, or beside what it costs to move any one source.
     */
    boolean proves(Problem problem, Plan plan, Potentials potentials) {
        double paid = NEGLIGIBLE * paid(problem, plan);
        if (Math.abs(gap()) + violation * problem.source().totalMass() <= paid) {
            return true;
        }
        if (problem.isOnTheLine() && pairs(problem) > MOST_PAIRS_ON_THE_LINE) {
            return false;
        }
        double doubt = Math.abs(gap()) + weightedViolation(problem, potentials);
        return doubt <= paid || doubt <= NEGLIGIBLE_MASS * cheapestMove(problem);
    }

    /** By how much the optimum can be below the dual at the most: no pair moves more than its source has. */
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

    /** The absolute values of what is paid. */
    private static double paid(Problem problem, Plan plan) {
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
        if (pairs > PAIRS_WORTH_A_SECOND_THREAD && problem.isOnTheLine()) {
            return LineSlack.least(problem, potentials, deadline);
        }
        double[] g = potentials.g();
        int blocks = Math.min(n, BLOCKS);
        IntStream all = IntStream.range(0, blocks);
        return (pairs > PAIRS_WORTH_A_SECOND_THREAD ? all.parallel() : all)
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

    /** The sum of two prices of opposite size is exact, so that the slack is good to a rounding of the cost, however large the prices are. */
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
