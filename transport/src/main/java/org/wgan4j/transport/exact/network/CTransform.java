package org.wgan4j.transport.exact.network;

import java.util.Arrays;
import org.wgan4j.transport.CostRows;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Potentials;

/** Feasible potentials of all points from prices of some targets: the c-transform. */
final class CTransform {
    private final CostRows costs;
    private final Limits.Watch watch;

    /** Under these costs. */
    CTransform(CostRows costs, Limits.Watch watch) {
        this.costs = costs;
        this.watch = watch;
    }

    /** For any cost: the largest f that goes with the prices, then the largest g that goes with it. */
    Potentials transformed(int[] targets, double[] prices) {
        double[] f = transform(targets, prices);
        double[] g = new double[costs.targets()];
        Arrays.fill(g, Double.POSITIVE_INFINITY);
        double[] buffer = new double[g.length];
        for (int i = 0; i < f.length; i++) {
            watch.checkPatiently(buffer.length);
            double[] row = costs.row(i, buffer);
            for (int j = 0; j < g.length; j++) {
                g[j] = Math.min(g[j], row[j] - f[i]);
            }
        }
        return new Potentials(f, g);
    }

    /** For a metric on points that source and target share: the largest f that goes with the prices, and g = -f. */
    Potentials symmetric(int[] targets, double[] prices) {
        double[] f = transform(targets, prices);
        return new Potentials(f, Arrays.stream(f).map(price -> -price).toArray());
    }

    /** f(i), the least of c(i, j) + price(j) over the targets. */
    private double[] transform(int[] targets, double[] prices) {
        double[] f = new double[costs.sources()];
        double[] buffer = new double[costs.targets()];
        for (int i = 0; i < f.length; i++) {
            watch.checkPatiently(buffer.length);
            double[] row = costs.row(i, buffer);
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < targets.length; k++) {
                least = Math.min(least, row[targets[k]] + prices[k]);
            }
            f[i] = least;
        }
        return f;
    }
}
