package org.wgan4j.transport;

/**
 * The minimal slack {@code c(i, j) - f(i) - g(j)} over all pairs of points on the line, in n log n operations instead of n m.
 *
 * <p>For a convex cost of the distance and sorted points the slacks are a Monge array, so the column of a row's minimum never decreases from
 * one row to the next: a full search of the middle row halves the columns that the rows above and below have to search (Aggarwal, Klawe,
 * Moran, Shor, Wilber 1987). The potentials may be any.
 */
final class LineSlack {
    private final CostRows costs;
    private final Potentials potentials;
    private final int[] sources;
    private final int[] targets;

    private final Limits.Deadline deadline;

    private LineSlack(Problem problem, Potentials potentials, Limits.Deadline deadline) {
        this.costs = problem.costs();
        this.potentials = potentials;
        this.sources = Argsort.of(problem.source());
        this.targets = Argsort.of(problem.target());
        this.deadline = deadline;
    }

    /** The minimal slack; negative if the potentials are not feasible. */
    static double least(Problem problem, Potentials potentials, Limits.Deadline deadline) {
        LineSlack slack = new LineSlack(problem, potentials, deadline);
        return slack.least(0, slack.sources.length, 0, slack.targets.length);
    }

    /** Over the rows and the columns of two ranges, the ends excluded. */
    private double least(int fromRow, int toRow, int fromColumn, int toColumn) {
        if (fromRow >= toRow) {
            return Double.POSITIVE_INFINITY;
        }
        deadline.checkPatiently(toColumn - fromColumn);
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
        return costs.cost(source, target) - (potentials.f(source) + potentials.g(target));
    }
}
