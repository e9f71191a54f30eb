package org.wgan4j.transport;

import java.util.stream.IntStream;

/**
 * The least slack c(i, j) - f(i) - g(j) of all pairs of points on the line, in n log n steps in place of n times m.
 *
 * <p>For a convex cost of the distance, and points in order, the slacks are a Monge array: crossing over never gains. The place of the least
 * in a row then never moves back from one row to the next, so that the middle row, searched in full, halves what the rows on either
 * side have to search (Aggarwal, Klawe, Moran, Shor, Wilber 1987). Nothing is asked of the potentials.
 */
final class LineSlack {
    private final CostRows costs;
    private final Potentials potentials;
    private final int[] sources;
    private final int[] targets;

    private LineSlack(Problem problem, Potentials potentials) {
        this.costs = problem.costs();
        this.potentials = potentials;
        this.sources = inOrder(problem.source());
        this.targets = inOrder(problem.target());
    }

    /** Whether a problem has the structure that this needs. */
    static boolean applies(Problem problem) {
        return problem.source().dimension() == 1
                && problem.target().dimension() == 1
                && problem.cost() instanceof NormCost;
    }

    /** The least slack; negative if the potentials are not feasible. */
    static double least(Problem problem, Potentials potentials) {
        LineSlack slack = new LineSlack(problem, potentials);
        return slack.least(0, slack.sources.length, 0, slack.targets.length);
    }

    private static int[] inOrder(Measure measure) {
        IntStream points = IntStream.range(0, measure.size());
        if (measure instanceof Histogram) {
            return points.toArray();
        }
        return points.boxed()
                .sorted((a, b) -> Double.compare(measure.coordinate(a, 0), measure.coordinate(b, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Over the rows and the columns of two ranges, the ends excluded. */
    private double least(int fromRow, int toRow, int fromColumn, int toColumn) {
        if (fromRow >= toRow) {
            return Double.POSITIVE_INFINITY;
        }
        int row = (fromRow + toRow) >>> 1;
        double least = Double.POSITIVE_INFINITY;
        int place = fromColumn;
        for (int column = fromColumn; column < toColumn; column++) {
            double slack = slack(sources[row], targets[column]);
            if (slack < least) {
                least = slack;
                place = column;
            }
        }
        double before = least(fromRow, row, fromColumn, place + 1);
        double after = least(row + 1, toRow, place, toColumn);
        return Math.min(least, Math.min(before, after));
    }

    private double slack(int source, int target) {
        return costs.cost(source, target) - potentials.f(source) - potentials.g(target);
    }
}
