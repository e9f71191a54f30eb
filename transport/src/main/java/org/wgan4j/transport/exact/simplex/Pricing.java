package org.wgan4j.transport.exact.simplex;

import java.util.Arrays;
import org.wgan4j.transport.CTransform;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Potentials;
import org.wgan4j.transport.Problem;
import org.wgan4j.transport.exact.network.PositiveMasses;
import org.wgan4j.transport.exact.network.SpanningTree;

/**
 * One pass over every arc: which of them would improve the plan of a tree, and potentials that are feasible for all.
 *
 * <p>The potential of a row becomes the least of cost less column potential, the c-transform, so that it is feasible whether the tree is
 * optimal or not; where the tree is optimal, this is the tree's own potential.
 */
final class Pricing {
    /** So many new arcs a row are enough to go on with. */
    private static final int VIOLATORS_OF_ROW = 8;

    private final double[] f;
    private final double[] g;
    private final SmallestKeys[] violators;

    private Pricing(double[] f, double[] g, SmallestKeys[] violators) {
        this.f = f;
        this.g = g;
        this.violators = violators;
    }

    /** The prices that reduced the costs, which are feasible; no arc is looked at. */
    static Pricing of(ReducedCosts reduced) {
        return new Pricing(reduced.f(), reduced.g(), new SmallestKeys[0]);
    }

    /** Prices all arcs under the potentials of a tree. */
    static Pricing of(ReducedCosts reduced, SpanningTree tree, Limits.Deadline deadline) {
        CostRows costs = reduced.costs();
        int n = costs.sources();
        int m = costs.targets();
        double[] potential = tree.potentials();
        double[] g = new double[m];
        for (int j = 0; j < m; j++) {
            g[j] = reduced.g()[j] - potential[n + j];
        }
        double[] f = new double[n];
        SmallestKeys[] violators = new SmallestKeys[n];
        RowChunks chunks = RowChunks.of(costs);
        chunks.forEach(chunk -> {
            double[] buffer = new double[m];
            for (int i = chunks.first(chunk); i < chunks.first(chunk + 1); i++) {
                deadline.checkPatiently(m);
                double[] row = costs.row(i, buffer);
                double ofTree = reduced.f()[i] + potential[i];
                f[i] = CTransform.ofRow(row, g);
                violators[i] = f[i] < ofTree - RoundingTolerance.of(0, ofTree, 0)
                        ? violators(row, ofTree, g, reduced.f()[i], reduced.g())
                        : SmallestKeys.NONE;
            }
        });
        return new Pricing(f, g, violators);
    }

    private static SmallestKeys violators(double[] row, double f, double[] g, double basicF, double[] basicG) {
        SmallestKeys best = new SmallestKeys(VIOLATORS_OF_ROW);
        for (int j = 0; j < g.length; j++) {
            double slack = row[j] - g[j] - f;
            if (slack < 0 && -slack > 2 * RoundingTolerance.of(row[j], f, g[j]) && slack < best.bound()) {
                best.offer(slack, j, row[j] - basicF - basicG[j]);
            }
        }
        return best.size() == 0 ? SmallestKeys.NONE : best;
    }

    /** Whether no arc improves the plan by more than rounding can explain. */
    boolean isOptimal() {
        return Arrays.stream(violators).allMatch(ofRow -> ofRow.size() == 0);
    }

    /** The arcs that would improve the plan, the best few of each row. */
    SmallestKeys[] violators() {
        return violators.clone();
    }

    /** The value of the feasible potentials: a lower bound of the cost. */
    double dual(Problem problem, PositiveMasses support) {
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            sum += f[i] * problem.source().mass(support.sources()[i]);
        }
        for (int j = 0; j < g.length; j++) {
            sum += g[j] * problem.target().mass(support.targets()[j]);
        }
        return sum;
    }

    /** Potentials for every point of the problem, those without mass included. */
    Potentials potentials(Problem problem, PositiveMasses support, Limits.Deadline deadline) {
        return support.extend(problem.costs(), f, g, deadline);
    }
}
