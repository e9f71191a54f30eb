package org.wgan4j.transport;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The c-transforms of potentials: the largest potentials of one side that are feasible beside given ones of the other (Villani 2003,
 * section 2.4).
 *
 * <p>A point whose potential is minus infinity takes no part. The methods use all cores where there is enough to do, and keep nothing.
 */
public final class CTransform {
    private static final int PAIRS_WORTH_A_SECOND_THREAD = 1 << 18;
    private static final int BLOCKS = 32;

    private CTransform() {}

    /** The least of cost less potential over a row: the largest potential of its source that no target objects to. */
    public static double ofRow(double[] row, double[] g) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < g.length; j++) {
            least = Math.min(least, row[j] - g[j]);
        }
        return least;
    }

    /**
     * The potentials f(i), the least of c(i, j) - g(j) over the targets.
     *
     * @throws LimitReachedException if the limits leave no time for it, with some patience
     */
    public static double[] toSources(CostRows costs, double[] g, Limits.Deadline deadline) {
        double[] f = new double[costs.sources()];
        overBlocks(costs, block -> {
            double[] buffer = new double[g.length];
            for (int i = first(block, f.length); i < first(block + 1, f.length); i++) {
                deadline.checkPatiently(g.length);
                f[i] = ofRow(costs.row(i, buffer), g);
            }
            return f;
        });
        return f;
    }

    /**
     * The potentials g(j), the least of c(i, j) - f(i) over the sources.
     *
     * @throws LimitReachedException if the limits leave no time for it, with some patience
     */
    public static double[] toTargets(CostRows costs, double[] f, Limits.Deadline deadline) {
        int m = costs.targets();
        List<double[]> ofBlocks = overBlocks(costs, block -> {
            double[] least = new double[m];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            double[] buffer = new double[m];
            for (int i = first(block, f.length); i < first(block + 1, f.length); i++) {
                if (f[i] > Double.NEGATIVE_INFINITY) {
                    deadline.checkPatiently(m);
                    lower(least, costs.row(i, buffer), f[i]);
                }
            }
            return least;
        });
        double[] g = ofBlocks.get(0);
        for (double[] least : ofBlocks.subList(1, ofBlocks.size())) {
            lower(g, least, 0);
        }
        return g;
    }

    private static void lower(double[] least, double[] row, double potential) {
        for (int j = 0; j < least.length; j++) {
            least[j] = Math.min(least[j], row[j] - potential);
        }
    }

    private static <T> List<T> overBlocks(CostRows costs, IntFunction<T> ofBlock) {
        IntStream blocks = IntStream.range(0, BLOCKS);
        boolean parallel = (long) costs.sources() * costs.targets() > PAIRS_WORTH_A_SECOND_THREAD;
        return (parallel ? blocks.parallel() : blocks).mapToObj(ofBlock).toList();
    }

    private static int first(int block, int rows) {
        return (int) ((long) rows * block / BLOCKS);
    }
}
