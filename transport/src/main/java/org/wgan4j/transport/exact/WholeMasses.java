package org.wgan4j.transport.exact;

import org.wgan4j.transport.Measure;

/**
 * The masses of a problem as whole numbers of a tiny unit, so that flows balance exactly.
 *
 * <p>The unit is about 2^-61 of the total mass, times the number of sources. Besides the plain supplies there are perturbed ones, in which
 * every source has one more and one target takes them all: then no part of the masses balances by chance, every pivot moves flow,
 * and the simplex cannot cycle (Orden 1956). A tree that is feasible for the perturbed supplies is feasible for the plain ones.
 */
final class WholeMasses {
    private final long[] supply;
    private final int sources;
    private final double unit;

    private WholeMasses(long[] supply, int sources, double unit) {
        this.supply = supply;
        this.sources = sources;
        this.unit = unit;
    }

    /** The masses of the points of a support; what rounding leaves over goes to the largest target. */
    static WholeMasses of(Support support, Measure source, Measure target) {
        int n = support.sources().length;
        int m = support.targets().length;
        long step = n + 1L;
        double scale = 0x1p61 / step / Math.max(source.totalMass(), target.totalMass());
        long[] supply = new long[n + m];
        long sum = 0;
        int largest = n;
        for (int i = 0; i < n; i++) {
            supply[i] = step * Math.round(source.mass(support.sources()[i]) * scale);
            sum += supply[i];
        }
        for (int j = 0; j < m; j++) {
            supply[n + j] = -step * Math.round(target.mass(support.targets()[j]) * scale);
            sum += supply[n + j];
            largest = supply[n + j] < supply[largest] ? n + j : largest;
        }
        supply[largest] -= sum;
        return new WholeMasses(supply, n, 1 / (scale * step));
    }

    /** What each node sends, in units: sources first, then targets, whose numbers are below 0. */
    long[] plain() {
        return supply.clone();
    }

    /** The supplies that make every pivot move flow. */
    long[] perturbed() {
        long[] perturbed = supply.clone();
        for (int i = 0; i < sources; i++) {
            perturbed[i]++;
        }
        perturbed[perturbed.length - 1] -= sources;
        return perturbed;
    }

    /** The mass of so many units. */
    double mass(long units) {
        return units * unit;
    }
}
