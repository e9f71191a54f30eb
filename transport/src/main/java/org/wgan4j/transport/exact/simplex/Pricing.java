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
 * The result of pricing all arcs: those of negative reduced cost under the potentials of a tree, and potentials that are feasible for all arcs.
 *
 * <p>The potential of a row is the c-transform of the column potentials, which is feasible whether the tree is optimal or not; at an optimum it
 * equals the potential of the tree.
 */
final class Pricing {
    /** The number of new candidates a row. */
    private static final int VIOLATORS_OF_ROW = 8;

    private final double[] f;
    private final double[] g;
    private final SmallestKeys[] violators;

    private Pricing(double[] f, double[] g, SmallestKeys[] violators) {
        this.f = f;
        this.g = g;
        this.violators = violators;
    }

    /** The potentials of reduced costs, which are feasible, without pricing. */
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

    /** Whether no reduced cost is negative beyond rounding. */
    boolean isOptimal() {
        return Arrays.stream(violators).allMatch(ofRow -> ofRow.size() == 0);
    }

    /** The arcs of most negative reduced cost of each row. */
    SmallestKeys[] violators() {
        return violators.clone();
    }

    /** The dual value of the feasible potentials: a lower bound of the cost. */
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
