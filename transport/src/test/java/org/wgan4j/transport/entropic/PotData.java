package org.wgan4j.transport.entropic;

import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Histogram;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Samples;

/** The data of tools/make_transport_values.py. */
final class PotData {
    private PotData() {}

    static Samples source() {
        double[] masses = new double[7];
        double[][] points = new double[7][];
        for (int i = 1; i <= 7; i++) {
            masses[i - 1] = 1 + i * 5 % 7 / 7.0;
            points[i - 1] = new double[] {i * 3 % 7 / 7.0, i * 2 % 7 / 7.0};
        }
        return Samples.of(points).weighted(masses).normalized();
    }

    static Samples target(double mass) {
        double[] masses = new double[9];
        double[][] points = new double[9][];
        double sum = 0;
        for (int j = 1; j <= 9; j++) {
            masses[j - 1] = 1 + j * 4 % 9 / 9.0;
            sum += masses[j - 1];
            points[j - 1] = new double[] {j * 2 % 9 / 9.0 + 0.1, j * 5 % 9 / 9.0};
        }
        for (int j = 0; j < 9; j++) {
            masses[j] *= mass / sum;
        }
        return Samples.of(points).weighted(masses);
    }

    static Cost cost() {
        return Cost.SQUARED_EUCLIDEAN;
    }

    static Histogram[] histograms() {
        double[][] masses = new double[3][12];
        for (int x = 0; x < 12; x++) {
            masses[0][x] = 1 + x * 5 % 12;
            masses[1][x] = 1 + x * 7 % 5;
            masses[2][x] = 12 - x;
        }
        return new Histogram[] {
            Measure.histogram(masses[0]).normalized(),
            Measure.histogram(masses[1]).normalized(),
            Measure.histogram(masses[2]).normalized()
        };
    }
}
