package org.wgan4j.report.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColourSpaceTest {
    private static double[] lab(int rgb) {
        double[] lab = new double[3];
        ColourSpace.LAB.of(rgb, lab);
        return lab;
    }

    /** Published values of the primaries under D65. */
    @ParameterizedTest
    @CsvSource({
        "ff0000, 53.2408, 80.0925, 67.2032",
        "00ff00, 87.7347, -86.1827, 83.1793",
        "0000ff, 32.2970, 79.1875, -107.8602",
        "ffffff, 100, 0, 0",
        "808080, 53.5850, 0, 0",
        "000000, 0, 0, 0"
    })
    void knownColoursHaveTheirLabCoordinates(String rgb, double lightness, double a, double b) {
        assertThat(lab(Integer.parseInt(rgb, 16))).containsExactly(new double[] {lightness, a, b}, within(0.02));
    }

    @ParameterizedTest
    @EnumSource
    void everyColourComesBackFromItsCoordinates(ColourSpace space) {
        SplittableRandom random = new SplittableRandom(3);
        double[] colour = new double[3];
        for (int i = 0; i < 20_000; i++) {
            int rgb = random.nextInt(1 << 24);
            space.of(rgb, colour);
            assertThat(space.rgb(colour[0], colour[1], colour[2])).isEqualTo(rgb);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyColourIsInACellWhateverTheNumberOfBins(ColourSpace space) {
        SplittableRandom random = new SplittableRandom(4);
        double[] colour = new double[3];
        for (int bins = 1; bins <= 32; bins++) {
            for (int i = 0; i < 2000; i++) {
                space.of(random.nextInt(1 << 24), colour);
                assertThat(space.cell(colour, bins)).isBetween(0, bins * bins * bins - 1);
            }
        }
    }

    @Test
    void greysWithALittleNoiseShareACellOfTheirLightness() {
        int cell = ColourSpace.LAB.cell(lab(0x808080), 8);
        for (int noisy : new int[] {0x828080, 0x808280, 0x808082, 0x7e8080, 0x807e80, 0x80807e}) {
            assertThat(ColourSpace.LAB.cell(lab(noisy), 8)).isEqualTo(cell);
        }
    }

    @Test
    void rgbIsCutIntoEqualSteps() {
        assertThat(ColourSpace.RGB.cell(new double[] {31, 32, 255}, 8)).isEqualTo(1 * 8 + 7);
        assertThat(ColourSpace.RGB.cell(new double[] {255, 0, 0}, 8)).isEqualTo(7 * 64);
    }
}
