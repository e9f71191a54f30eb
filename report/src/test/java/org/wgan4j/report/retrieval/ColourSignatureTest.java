package org.wgan4j.report.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.transport.solver.OptimalTransport;

class ColourSignatureTest {
    private static final SignatureSettings RGB = new SignatureSettings(ColourSpace.RGB, 8, 1 << 18);
    private static final SignatureSettings LAB = new SignatureSettings(ColourSpace.LAB, 8, 1 << 18);

    @Test
    void aCellIsAPointAtTheMeanOfItsPixelsWithTheirShare() {
        ColourSignature signature = ColourSignature.of(new int[] {0x000000, 0x040810, 0xff0000, 0xff0000}, RGB);

        assertThat(signature.size()).isEqualTo(2);
        assertThat(new float[] {signature.colour(0, 0), signature.colour(0, 1), signature.colour(0, 2)})
                .containsExactly(2, 4, 8);
        assertThat(signature.colour(1, 0)).isEqualTo(255);
        assertThat(signature.share(0)).isEqualTo(0.5);
        assertThat(signature.measure().masses()).containsExactly(0.5, 0.5);
    }

    @Test
    void redIsAsFarFromBlueAsTheirLabColoursAre() {
        ColourSignature red = ColourSignature.of(new int[] {0xff0000, 0xff0000, 0xff0000}, LAB);
        ColourSignature blue = ColourSignature.of(new int[] {0x0000ff}, LAB);

        assertThat(OptimalTransport.between(red.measure(), blue.measure())
                        .solve()
                        .distance())
                .isCloseTo(
                        Math.sqrt(Math.pow(53.2408 - 32.2970, 2)
                                + Math.pow(80.0925 - 79.1875, 2)
                                + Math.pow(67.2032 + 107.8602, 2)),
                        within(0.02));
    }

    @Test
    void aHalfThatTurnsBlueCostsHalfTheWay() {
        ColourSignature red = ColourSignature.of(new int[] {0xff0000}, RGB);
        ColourSignature half = ColourSignature.of(new int[] {0xff0000, 0x0000ff}, RGB);

        assertThat(OptimalTransport.between(red.measure(), half.measure())
                        .solve()
                        .distance())
                .isCloseTo(255 * Math.sqrt(2) / 2, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void theMeanOfTheMeasureIsTheMeanOfThePixels(ColourSpace space) {
        SplittableRandom random = new SplittableRandom(5);
        int[] pixels = random.ints(5000, 0, 1 << 24).toArray();
        ColourSignature signature = ColourSignature.of(pixels, new SignatureSettings(space, 5, 1 << 18));
        double[] colour = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double expected = 0;
            for (int pixel : pixels) {
                space.of(pixel, colour);
                expected += colour[axis] / pixels.length;
            }
            double found = 0;
            for (int i = 0; i < signature.size(); i++) {
                found += signature.share(i) * signature.colour(i, axis);
            }
            assertThat(found).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void histogramDistancesHaveTheirClosedForms() {
        ColourSignature red = ColourSignature.of(new int[] {0xff0000}, RGB);
        ColourSignature blue = ColourSignature.of(new int[] {0x0000ff}, RGB);
        ColourSignature both = ColourSignature.of(new int[] {0xff0000, 0x0000ff}, RGB);

        assertThat(HistogramDistance.L2.between(red, blue)).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(HistogramDistance.L2.between(red, both)).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(HistogramDistance.CHI_SQUARE.between(red, blue)).isEqualTo(1);
        assertThat(HistogramDistance.CHI_SQUARE.between(both, red)).isCloseTo((0.25 / 1.5 + 0.5) / 2, within(1e-15));
        assertThat(HistogramDistance.CHI_SQUARE.between(both, both)).isZero();
    }

    @Test
    void arraysThatAreNoSignatureAreRefused() {
        assertThatThrownBy(() -> new ColourSignature(new int[0], new int[0], new float[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ColourSignature(new int[] {3, 3}, new int[] {1, 1}, new float[6]))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> new ColourSignature(new int[] {3}, new int[] {0}, new float[3]))
                .hasMessageContaining("0 pixels");
        assertThatThrownBy(() -> new ColourSignature(new int[] {3}, new int[] {1}, new float[] {1, Float.NaN, 1}))
                .hasMessageContaining("NaN");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new SignatureSettings(ColourSpace.LAB, 33, 1 << 18))
                .isInstanceOf(ActionableException.class)
                .hasMessageContaining("1 to 32, not 33");
        assertThatThrownBy(() -> new SignatureSettings(ColourSpace.LAB, 8, 1023))
                .hasMessageContaining("not 1023");
    }
}
