package org.wgan4j.transport;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The c-transform of potentials: the largest potentials of one side that are feasible with given potentials of the other side (Villani
 * 2003, section 2.4).
 *
 * <p>A point whose potential is minus infinity is ignored. Large problems use all cores. The methods keep nothing and may be called by
 * several threads at once.
 */
public final class CTransform {
    private static final int PARALLEL_PAIRS = 1 << 18;
    private static final int BLOCKS = 32;

    private CTransform() {}

    /** The minimum of {@code row[j] - g[j]}: the largest feasible potential of the source of a row. */
    public static double ofRow(double[] row, double[] g) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < g.length; j++) {
            least = Math.min(least, row[j] - g[j]);
        }
        return least;
    }

    /**
     * The potentials {@code f(i) = min_j c(i, j) - g(j)} of the sources.
     *
     * @throws LimitReachedException if the limits stop it, see {@link Limits.Deadline#checkPatiently}
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
     * The potentials {@code g(j) = min_i c(i, j) - f(i)} of the targets.
     *
     * @throws LimitReachedException if the limits stop it, see {@link Limits.Deadline#checkPatiently}
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
        boolean parallel = (long) costs.sources() * costs.targets() > PARALLEL_PAIRS;
        return (parallel ? blocks.parallel() : blocks).mapToObj(ofBlock).toList();
    }

    private static int first(int block, int rows) {
        return (int) ((long) rows * block / BLOCKS);
    }
}
