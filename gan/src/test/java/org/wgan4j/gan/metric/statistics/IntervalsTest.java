package org.wgan4j.gan.metric.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.gan.metric.MadeUpSamples.estimate;
import static org.wgan4j.gan.metric.MadeUpSamples.value;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wgan4j.gan.metric.MadeUpSamples;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.classes.ClassScores;
import org.wgan4j.gan.metric.features.FrechetDistance;
import org.wgan4j.gan.metric.features.KernelDistance;
import org.wgan4j.gan.metric.features.Manifolds;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.Sample;

class IntervalsTest {
    @Test
    void studentIntervalsHoldTheMeanInNineteenOfTwentyCases() {
        Random random = new Random(1);
        int held = 0;
        for (int trial = 0; trial < 4000; trial++) {
            Measurement.Estimate interval =
                    Measurement.Estimate.ofMean(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            held += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
        }
        assertThat(held / 4000.0).isCloseTo(0.95, within(0.014));
    }

    @Test
    void oneNumberHasNoInterval() {
        Measurement.Estimate interval = Measurement.Estimate.ofMean(3);
        assertThat(interval.value()).isEqualTo(3);
        assertThat(interval.hasInterval()).isFalse();
        assertThat(interval.noInterval()).isEqualTo("it is one number");
    }

    @Test
    void oneDegreeOfFreedomIsCauchysDistribution() {
        assertThat(StudentT.central(0.5, 1)).isCloseTo(1, within(1e-12));
        assertThat(StudentT.central(0.9, 1)).isCloseTo(Math.tan(0.45 * Math.PI), within(1e-12));
    }

    @Test
    void manyDegreesOfFreedomAreTheNormalDistribution() {
        assertThat(StudentT.central(0.95, 50_000_000)).isCloseTo(Bootstrap.NORMAL, within(3e-6));
    }

    @Test
    void aRisingSeriesCorrelatesFullyWithAnyOtherRisingOne() {
        assertThat(value(SpearmanCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {-9, 0, 0.1, 7, 1e9})))
                .isEqualTo(1);
        assertThat(value(SpearmanCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {9, 8, 7, 6, -5})))
                .isEqualTo(-1);
    }

    @Test
    void intervalsOfUnrelatedSeriesHoldZeroInNineteenOfTwentyCases() {
        Random random = new Random(2);
        int held = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] x = random.doubles(12).toArray();
            double[] y = random.doubles(12).toArray();
            Measurement.Estimate found = estimate(SpearmanCorrelation.of(x, y));
            held += found.low() <= 0 && found.high() >= 0 ? 1 : 0;
        }
        assertThat(held / 2000.0).isBetween(0.92, 0.97);
    }

    @Test
    void aConstantSeriesHasNoRankCorrelation() {
        for (double one : new double[] {1, 0.0, Double.MAX_VALUE}) {
            assertThat(SpearmanCorrelation.of(new double[] {one, one, one, one}, new double[] {1, 2, 3, 4}))
                    .isInstanceOf(Measurement.Undefined.class)
                    .hasToString("all values of one side are equal, so they have no ranks");
        }
        assertThat(SpearmanCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {0.0, -0.0, 0.0, -0.0}))
                .isInstanceOf(Measurement.Undefined.class);
    }

    @Test
    void threePairsAreTooFewAndNaNIsRefused() {
        assertThat(SpearmanCorrelation.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}))
                .isEqualTo(new Measurement.InsufficientSamples(4, 3, "pairs"));
        assertThatThrownBy(() -> SpearmanCorrelation.of(new double[] {1, 2, Double.NaN, 3}, new double[] {1, 2, 3, 4}))
                .hasMessageContaining("NaN");
    }

    @Test
    void sharesAtTheEndsKeepAnInterval() {
        Measurement.Estimate none = Measurement.Estimate.ofProportion(0, 100, 0);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.0370, within(1e-4)); // z^2 / (n + z^2)
        assertThat(Measurement.Estimate.ofProportion(100, 100, 0).high()).isEqualTo(1);
    }

    @Test
    void noneOfSixteenGeneratedSamplesAmongTheRealOnesLeavesRoomForSome() {
        Manifolds apart =
                Manifolds.between(MadeUpSamples.normal(16, 3, 100, 1, 1), MadeUpSamples.normal(60, 3, 0, 1, 2), 5);
        assertThat(estimate(apart.precision()).low()).isZero();
        assertThat(estimate(apart.precision()).high()).isCloseTo(0.1936, within(1e-4)); // z^2 / (16 + z^2)
        assertThat(estimate(apart.recall()).high()).isCloseTo(0.0602, within(1e-4)); // z^2 / (60 + z^2)
        assertThat(estimate(apart.coverage()).high()).isCloseTo(0.0602, within(1e-4));
        assertThat(estimate(apart.density()).hasInterval()).isFalse();
        assertThat(estimate(apart.density()).noInterval()).isNotEmpty();
    }

    @Test
    void allOfSixteenSamplesAmongTheRealOnesLeaveRoomForOthers() {
        Features table = MadeUpSamples.normal(16, 3, 0, 1, 1);
        Measurement.Estimate precision =
                estimate(Manifolds.between(table, table, 5).precision());
        assertThat(precision.high()).isEqualTo(1);
        assertThat(precision.low()).isCloseTo(1 - 0.1936, within(1e-4));
    }

    @Test
    void aConfidentShareOfNoneHasWilsonsInterval() {
        double[] even = new double[200];
        java.util.Arrays.fill(even, 0.5);
        Measurement.Estimate share =
                estimate(ClassScores.of(ClassProbabilities.of(2, even), ClassProbabilities.of(2, even), 1)
                        .confidentShare());
        assertThat(share.value()).isZero();
        assertThat(share.high()).isCloseTo(0.0370, within(1e-4));
    }

    @Test
    void everyEstimateHasAnIntervalOrSaysWhyNot() {
        Sample alike = MadeUpSamples.sample(1000, 0, 1).select(new int[1000]);
        for (Sample generated : new Sample[] {MadeUpSamples.sample(1000, 0.2, 2), alike}) {
            QualityReport report = QualityReport.of(
                    generated,
                    MadeUpSamples.sample(1000, 0, 3),
                    MadeUpSamples.sample(1000, 0, 4),
                    Metrics.all(),
                    7,
                    QualityReport.Listener.NONE);
            report.scores().values().forEach(score -> {
                for (Measurement measurement : new Measurement[] {score.value(), score.floor()}) {
                    Measurement.Estimate one = estimate(measurement);
                    assertThat(one.hasInterval() && one.low() < one.high()
                                    || !one.noInterval().isBlank())
                            .as("%s: %s", score.metric().key(), one)
                            .isTrue();
                }
            });
            assertThat(estimate(report.score(Metrics.SLICED_W).orElseThrow().value())
                            .noInterval())
                    .contains("2000 images");
        }
    }

    @Test
    void aNumberThatIsNotFiniteIsNoEstimate() {
        double[] huge = new double[300];
        java.util.Arrays.setAll(huge, i -> 1e200 * (i % 7 - 3));
        Features overflowing = Features.of(3, huge);
        Features usual = MadeUpSamples.normal(100, 3, 0, 1, 1);
        assertThat(FrechetDistance.between(overflowing, usual, 1)).isInstanceOf(Measurement.Undefined.class);
        assertThat(KernelDistance.between(overflowing, usual)).isInstanceOf(Measurement.Undefined.class);
        assertThatThrownBy(() -> new Measurement.Estimate(Double.NaN, 0, 1, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite");
    }
}
