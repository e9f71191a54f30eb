package org.wgan4j.gan.metric.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.gan.metric.MadeUpSamples.estimate;
import static org.wgan4j.gan.metric.MadeUpSamples.normal;
import static org.wgan4j.gan.metric.MadeUpSamples.value;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.data.SplitMix64;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.TableRows;
import org.wgan4j.gan.metric.statistics.Bootstrap;
import org.wgan4j.gan.metric.statistics.HistogramStatistics;
import org.wgan4j.gan.metric.statistics.Measurement;

class FeatureDistancesTest {
    @Test
    void theFrechetDistanceOfAStretchedAndMovedTableIsKnown() {
        Features table = normal(400, 6, 0, 1, 1);
        double[] moved = table.inPlace().clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = 1.5 * moved[i] + 0.25;
        }
        double meanShift = 0;
        double variances = 0;
        for (int k = 0; k < 6; k++) {
            int axis = k;
            double[] column = IntStream.range(0, 400)
                    .mapToDouble(i -> table.value(i, axis))
                    .toArray();
            double mean = HistogramStatistics.sum(column) / 400;
            double deviation = Bootstrap.deviation(column);
            meanShift += (0.5 * mean + 0.25) * (0.5 * mean + 0.25);
            variances += deviation * deviation;
        }
        double expected = meanShift + 0.5 * 0.5 * variances; // (sqrt(2.25 S) - sqrt(S))^2 has the trace 0.25 tr S
        Measurement found = FrechetDistance.between(Features.of(6, moved), table, 1);
        assertThat(value(found)).isCloseTo(expected, within(1e-10));
    }

    @Test
    void aTableIsAtNoFrechetDistanceFromItself() {
        Features table = normal(100, 5, 2, 3, 1);
        assertThat(value(FrechetDistance.between(table, table, 1))).isZero();
    }

    @Test
    void asManyRowsAsFeaturesAreTooFewForACovariance() {
        assertThat(FrechetDistance.between(normal(8, 8, 0, 1, 1), normal(20, 8, 0, 1, 2), 1))
                .isEqualTo(new Measurement.InsufficientSamples(9, 8, "generated images"));
        assertThat(FrechetDistance.between(normal(9, 8, 0, 1, 1), normal(5, 8, 0, 1, 2), 1))
                .isEqualTo(new Measurement.InsufficientSamples(9, 5, "reference images"));
    }

    @Test
    void theKernelDistanceIsZeroOnAverageBetweenSamplesOfOneDistribution() {
        double[] values = new double[400];
        double errors = 0;
        for (int trial = 0; trial < values.length; trial++) {
            Measurement.Estimate found = estimate(
                    KernelDistance.between(normal(25, 4, 0, 1, 2L * trial), normal(40, 4, 0, 1, 2L * trial + 1)));
            values[trial] = found.value();
            errors += found.standardError() * found.standardError() / values.length;
        }
        double spread = Bootstrap.deviation(values);
        assertThat(HistogramStatistics.sum(values) / values.length)
                .isBetween(-0.2 * spread, 0.2 * spread); // four standard errors
        assertThat(Math.sqrt(errors) / spread)
                .as("the jackknife is careful where nothing differs")
                .isBetween(1.0, 1.7);
    }

    @Test
    void theJackknifeIsRightWhereDistributionsDiffer() {
        double[] values = new double[400];
        double errors = 0;
        for (int trial = 0; trial < values.length; trial++) {
            Measurement.Estimate found = estimate(
                    KernelDistance.between(normal(60, 4, 0.8, 1, 2L * trial), normal(80, 4, 0, 1, 2L * trial + 1)));
            values[trial] = found.value();
            errors += found.standardError() * found.standardError() / values.length;
        }
        assertThat(Math.sqrt(errors) / Bootstrap.deviation(values)).isBetween(0.85, 1.2);
    }

    /** On the line the kernel of i and j is (ij + 1)^3. */
    @Test
    void theKernelDistanceOfASampleFromItselfCountsNoPairOfAPointWithItself() {
        Features points = Features.of(1, new double[] {1, 2, 3});
        double others = (27 + 64 + 343) * 2 / 6.0;
        double all = (8 + 125 + 1000 + 2 * (27 + 64 + 343)) / 9.0;
        assertThat(value(KernelDistance.between(points, points))).isCloseTo(2 * others - 2 * all, within(1e-10));
    }

    @Test
    void aSampleLiesAmongItself() {
        Features table = normal(300, 3, 0, 1, 1);
        Manifolds found = Manifolds.between(table, table, 5);
        assertThat(value(found.precision())).isEqualTo(1);
        assertThat(value(found.recall())).isEqualTo(1);
        assertThat(value(found.coverage())).isEqualTo(1);
        assertThat(value(found.density())).isCloseTo(1, within(1e-12)); // each ball holds its centre and k - 1 others
    }

    @Test
    void samplesFarApartShareNothing() {
        Manifolds found = Manifolds.between(normal(50, 3, 100, 1, 1), normal(60, 3, 0, 1, 2), 5);
        assertThat(value(found.precision())).isZero();
        assertThat(value(found.recall())).isZero();
        assertThat(value(found.density())).isZero();
        assertThat(value(found.coverage())).isZero();
    }

    /** On the whole numbers 0 to 9 balls reach to the second neighbour: 1 inside, 2 at the ends. */
    @Test
    void ballsOnALineAreCountedByHand() {
        Features real =
                Features.of(1, IntStream.range(0, 10).mapToDouble(i -> i).toArray());
        Features generated = Features.of(1, new double[] {0.5, 4.5, 20});
        Manifolds found = Manifolds.between(generated, real, 2);
        assertThat(value(found.precision())).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(value(found.density()))
                .isCloseTo((2 + 2 + 0) / 3.0 / 2, within(1e-12)); // 0.5 in those of 0, 1; 4.5 in 4, 5
        assertThat(value(found.coverage())).isCloseTo(0.4, within(1e-12));
        assertThat(value(found.recall())).isEqualTo(1); // radii 19.5, 15.5 and 19.5
    }

    /** In many dimensions a few balls hold most samples. What is left out is the chance in the radii. */
    @Test
    void theErrorOfTheDensityIsMostOfItsSpreadOverDraws() {
        double[] values = new double[150];
        double errors = 0;
        for (int trial = 0; trial < values.length; trial++) {
            Measurement.Estimate found = estimate(
                    Manifolds.between(normal(150, 60, 0, 1, 2L * trial), normal(120, 60, 0, 1, 2L * trial + 1), 5)
                            .density());
            values[trial] = found.value();
            errors += found.standardError() * found.standardError() / values.length;
        }
        assertThat(Math.sqrt(errors) / Bootstrap.deviation(values)).isBetween(0.65, 1.1);
    }

    @Test
    void fiveNeighboursTakeSixSamples() {
        Manifolds found = Manifolds.between(normal(5, 3, 0, 1, 1), normal(60, 3, 0, 1, 2), 5);
        assertThat(found.density()).isEqualTo(new Measurement.InsufficientSamples(6, 5, "generated images"));
    }

    @Test
    void theOrderOfSamplesDoesNotMatter() {
        Features generated = normal(333, 5, 0.3, 1, 1);
        Features reference = normal(280, 5, 0, 1, 2);
        Features shuffled = generated.select(TableRows.draw(333, 333, new SplitMix64(1, 2, 3)));
        Manifolds found = Manifolds.between(shuffled, reference, 5);
        Manifolds expected = Manifolds.between(generated, reference, 5);
        assertThat(value(found.precision())).isEqualTo(value(expected.precision()));
        assertThat(value(found.recall())).isEqualTo(value(expected.recall()));
        assertThat(value(found.density())).isEqualTo(value(expected.density()));
        assertThat(value(found.coverage())).isEqualTo(value(expected.coverage()));
        assertThat(value(KernelDistance.between(shuffled, reference)))
                .isCloseTo(value(KernelDistance.between(generated, reference)), within(1e-12));
        assertThat(value(FrechetDistance.between(shuffled, reference, 1)))
                .isCloseTo(value(FrechetDistance.between(generated, reference, 1)), within(1e-12));
    }
}
