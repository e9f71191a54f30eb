package org.wgan4j.transport;

import java.util.stream.IntStream;

/**
 * The proof that travels with an answer: how good a plan and potentials are, computed from the problem alone and from nothing that
 * the solver remembers.
 *
 * @param primal the cost of the plan: an upper bound of the optimum, if the plan is feasible
 * @param dual the value of the potentials: a lower bound of the optimum, if they are feasible
 * @param violation the largest f(i) + g(j) - c(i, j), or 0 if none is positive: how far the potentials are from being feasible
 * @param marginalError the largest difference between what leaves or reaches a point and its mass: how far the plan is from it
 */
public record Certificate(double primal, double dual, double violation, double marginalError) {
    private static final int PAIRS_WORTH_A_SECOND_THREAD = 1 << 17;

    /** Computes all four in one pass over the plan and one over the costs; on the line, where n log n of them say it all, over those. */
    public static Certificate of(Problem problem, Plan plan, Potentials potentials) {
        return new Certificate(
                plan.cost(problem.costs()),
                potentials.value(problem.source(), problem.target()),
                Math.max(0, -leastSlack(problem, potentials)),
                Math.max(
                        largestDifference(plan.sourceMasses(), problem.source()),
                        largestDifference(plan.targetMasses(), problem.target())));
    }

    /** Primal minus dual: the optimum is no further than this from either, but for the violation and the marginal error. */
    public double gap() {
        return primal - dual;
    }

    private static double leastSlack(Problem problem, Potentials potentials) {
        CostRows costs = problem.costs();
        long pairs = (long) costs.sources() * costs.targets();
        if (pairs > PAIRS_WORTH_A_SECOND_THREAD && problem.isOnTheLine()) {
            return LineSlack.least(problem, potentials);
        }
        double[] g = potentials.g();
        IntStream rows = IntStream.range(0, costs.sources());
        if (pairs > PAIRS_WORTH_A_SECOND_THREAD) {
            rows = rows.parallel();
        }
        ThreadLocal<double[]> buffers = ThreadLocal.withInitial(() -> new double[costs.targets()]);
        return rows.mapToDouble(i -> leastSlack(costs.row(i, buffers.get()), g, potentials.f(i)))
                .min()
                .orElse(0);
    }

    private static double leastSlack(double[] row, double[] g, double f) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < g.length; j++) {
            least = Math.min(least, row[j] - g[j]);
        }
        return least - f;
    }

    private static double largestDifference(double[] moved, Measure measure) {
        double largest = 0;
        for (int i = 0; i < moved.length; i++) {
            largest = Math.max(largest, Math.abs(moved[i] - measure.mass(i)));
        }
        return largest;
    }
}
