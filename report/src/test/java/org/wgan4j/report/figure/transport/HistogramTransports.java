package org.wgan4j.report.figure.transport;

import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.PlanBuilder;
import org.wgan4j.transport.Potentials;

/** Moves under |i - j|, made by hand: the monotone plan, and potentials that fall and rise with the sign of the CDFs' difference. */
final class HistogramTransports {
    private HistogramTransports() {}

    static HistogramTransport between(Histogram from, Histogram to) {
        Histogram source = from.normalized();
        Histogram target = to.normalized();
        double[] left = source.masses();
        double[] room = target.masses();
        PlanBuilder plan = new PlanBuilder(left.length, room.length);
        double cost = 0;
        for (int i = 0, j = 0; i < left.length && j < room.length; ) {
            double mass = Math.min(left[i], room[j]);
            if (mass > 1e-15) {
                plan.add(i, j, mass);
                cost += mass * Math.abs(i - j);
            }
            left[i] -= mass;
            room[j] -= mass;
            if (left[i] <= room[j]) {
                i++;
            } else {
                j++;
            }
        }
        int bins = Math.max(left.length, room.length);
        double[] price = new double[bins];
        double difference = 0;
        for (int i = 0; i + 1 < bins; i++) {
            difference += (i < source.size() ? source.mass(i) : 0) - (i < target.size() ? target.mass(i) : 0);
            price[i + 1] = price[i] - Math.signum(difference);
        }
        double[] f = new double[source.size()];
        double[] g = new double[target.size()];
        for (int i = 0; i < bins; i++) {
            if (i < f.length) {
                f[i] = price[i];
            }
            if (i < g.length) {
                g[i] = -price[i];
            }
        }
        return new HistogramTransport(source, target, plan.build(), new Potentials(f, g), 1, cost);
    }

    /** The example of the specification. */
    static HistogramTransport example() {
        return between(Histogram.of(12, 7, 4, 1, 19, 14, 9, 6, 3, 2), Histogram.of(1, 5, 11, 17, 13, 9, 6, 4, 3, 2));
    }
}
