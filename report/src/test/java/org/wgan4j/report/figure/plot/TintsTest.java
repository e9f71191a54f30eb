package org.wgan4j.report.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class TintsTest {
    private static double lightness(Color color) {
        return 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
    }

    @Test
    void placesRunFromDarkToLightSoThatTheyDifferWithoutColourToo() {
        for (int k = 0; k < 20; k++) {
            assertThat(lightness(Tints.ofPlace((k + 1) / 20.0))).isGreaterThan(lightness(Tints.ofPlace(k / 20.0)));
        }
    }

    @Test
    void amountsRunFromLightToDark() {
        for (int k = 0; k < 20; k++) {
            assertThat(lightness(Tints.ofAmount((k + 1) / 20.0))).isLessThan(lightness(Tints.ofAmount(k / 20.0)));
        }
    }

    @Test
    void lettersAreBlackOnLightAndWhiteOnDark() {
        assertThat(Tints.readableOn(Color.YELLOW)).isEqualTo(Color.BLACK);
        assertThat(Tints.readableOn(new Color(0x440154))).isEqualTo(Color.WHITE);
    }
}
