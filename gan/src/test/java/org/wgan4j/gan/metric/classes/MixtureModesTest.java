package org.wgan4j.gan.metric.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MixtureModesTest {
    private static final double[][] RING = ring();

    /** A sample of the plane lies within three deviations with probability 1 - exp(-9 / 2) = 0.98889. */
    @Test
    void samplesOfTheMixtureItselfFindAllModesAndReachTheCeilingOfQuality() {
        Random random = new Random(1);
        double[][] samples = new double[20_000][];
        for (int i = 0; i < samples.length; i++) {
            double[] centre = RING[random.nextInt(8)];
            samples[i] =
                    new double[] {centre[0] + 0.01 * random.nextGaussian(), centre[1] + 0.01 * random.nextGaussian()};
        }
        MixtureModes found = MixtureModes.of(samples, RING, 0.01);
        assertThat(found.found()).isEqualTo(8);
        assertThat(found.highQualityShare()).isCloseTo(1 - Math.exp(-4.5), within(0.003));
        assertThat(found.reverseKl()).isLessThan(0.002);
    }

    @Test
    void oneGoodSampleFindsAModeAndABadOneDoesNot() {
        double[][] samples = {RING[0], {RING[1][0] + 0.0299, RING[1][1]}, {RING[2][0], RING[2][1] + 0.0301}, {0, 0}};
        MixtureModes found = MixtureModes.of(samples, RING, 0.01);
        assertThat(found.found()).isEqualTo(2);
        assertThat(found.highQualityShare()).isEqualTo(0.5);
    }

    @Test
    void aCollapsedGeneratorDivergesByTheLogOfTheModes() {
        MixtureModes found = MixtureModes.of(new double[][] {RING[3], RING[3]}, RING, 0.01);
        assertThat(found.found()).isEqualTo(1);
        assertThat(found.reverseKl()).isCloseTo(Math.log(8), within(1e-12));
    }

    @Test
    void samplesThatAreNoNumbersAreOfLowQuality() {
        MixtureModes found = MixtureModes.of(new double[][] {{Double.NaN, 0}, RING[0]}, RING, 0.01);
        assertThat(found.highQualityShare()).isEqualTo(0.5);
        assertThat(found.found()).isEqualTo(1);
    }

    @Test
    void noSamplesAreRefused() {
        assertThatThrownBy(() -> MixtureModes.of(new double[0][], RING, 0.01)).hasMessageContaining("0 samples");
    }

    private static double[][] ring() {
        double[][] centres = new double[8][];
        for (int k = 0; k < 8; k++) {
            centres[k] = new double[] {Math.cos(Math.PI * k / 4), Math.sin(Math.PI * k / 4)};
        }
        return centres;
    }
}
