package org.wgan4j.gan.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.wgan4j.gan.metric.MadeUpSamples.estimate;
import static org.wgan4j.gan.metric.MadeUpSamples.value;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    @Test
    void studentIntervalsHoldTheMeanInNineteenOfTwentyCases() {
        Random random = new Random(1);
        int held = 0;
        for (int trial = 0; trial < 4000; trial++) {
            StudentInterval interval =
                    StudentInterval.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            held += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
        }
        assertThat(held / 4000.0).isCloseTo(0.95, within(0.014));
    }

    @Test
    void oneNumberHasNoInterval() {
        StudentInterval interval = StudentInterval.of(3);
        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.low()).isNaN();
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
        Measurement.Estimate found =
                estimate(SpearmanCorrelation.of(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}));
        assertThat(found.value()).isNaN();
        assertThat(found.hasInterval()).isFalse();
    }

    @Test
    void threePairsAreTooFewAndNaNIsRefused() {
        assertThat(SpearmanCorrelation.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}))
                .isEqualTo(new Measurement.TooFew(4, 3, "pairs"));
        assertThatThrownBy(() -> SpearmanCorrelation.of(new double[] {1, 2, Double.NaN, 3}, new double[] {1, 2, 3, 4}))
                .hasMessageContaining("NaN");
    }

    @Test
    void sharesAtTheEndsKeepAnInterval() {
        Measurement.Estimate none = Proportion.estimate(0, 100, 0);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.0370, within(1e-4)); // z^2 / (n + z^2)
        assertThat(Proportion.estimate(100, 100, 0).high()).isEqualTo(1);
    }
}
