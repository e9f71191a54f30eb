package org.wgan4j.report.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColorMapsTest {
    private static double lightness(Color color) {
        return 0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue();
    }

    @Test
    void placesRunFromDarkToLightSoThatTheyDifferWithoutColourToo() {
        for (int k = 0; k < 20; k++) {
            assertThat(lightness(ColorMaps.sequential((k + 1) / 20.0)))
                    .isGreaterThan(lightness(ColorMaps.sequential(k / 20.0)));
        }
    }

    @Test
    void amountsRunFromLightToDark() {
        for (int k = 0; k < 20; k++) {
            assertThat(lightness(ColorMaps.blues((k + 1) / 20.0))).isLessThan(lightness(ColorMaps.blues(k / 20.0)));
        }
    }

    @Test
    void lettersAreBlackOnLightAndWhiteOnDark() {
        assertThat(ColorMaps.readableOn(Color.YELLOW)).isEqualTo(Color.BLACK);
        assertThat(ColorMaps.readableOn(new Color(0x440154))).isEqualTo(Color.WHITE);
    }
}
