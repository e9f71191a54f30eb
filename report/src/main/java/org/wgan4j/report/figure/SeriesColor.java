package org.wgan4j.report.figure;

import java.awt.Color;

/**
 * A qualitative colour for series of data, distinguishable with every kind of colour vision.
 *
 * <p>Source: M. Okabe and K. Ito, "Color Universal Design", 2008.
 */
public enum SeriesColor {
    BLUE(0x0072B2),
    VERMILION(0xD55E00),
    GREEN(0x009E73),
    PURPLE(0xCC79A7),
    ORANGE(0xE69F00),
    SKY(0x56B4E9);

    private final int rgb;

    SeriesColor(int rgb) {
        this.rgb = rgb;
    }

    /** The colour itself. */
    public Color color() {
        return new Color(rgb);
    }

    /** The colour at 30 % opacity on white. */
    public Color paled() {
        Color full = color();
        return new Color(paled(full.getRed()), paled(full.getGreen()), paled(full.getBlue()));
    }

    private static int paled(int channel) {
        return 255 - (255 - channel) * 3 / 10;
    }
}
