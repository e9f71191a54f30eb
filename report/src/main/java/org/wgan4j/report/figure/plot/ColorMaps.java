package org.wgan4j.report.figure.plot;

import java.awt.Color;

/** Colour maps with even lightness, for every kind of colour vision, and colours derived from others. Thread-safe. */
public final class ColorMaps {
    /** Ten stops of viridis, which is even in lightness (S. van der Walt and N. Smith, matplotlib, 2015). */
    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C, 0xFDE725
    };
    /** From near white to dark through the blue of Okabe and Ito. */
    private static final int[] BLUES = {0xF4F9FC, 0x9CCBE8, 0x0072B2, 0x00304F};

    private ColorMaps() {}

    /** Viridis at a position, 0 to 1. */
    public static Color sequential(double share) {
        return between(VIRIDIS, share);
    }

    /** Blue from light to dark for an amount, 0 to 1. */
    public static Color blues(double share) {
        return between(BLUES, share);
    }

    /** The colour with an opacity, 0 to 1. */
    public static Color translucent(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    /** Black or white, whichever can be read on a colour (relative luminance of WCAG 2). */
    public static Color readableOn(Color color) {
        double luminance =
                0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
        return luminance > 0.179 ? Color.BLACK : Color.WHITE;
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Color between(int[] stops, double share) {
        double position = Math.max(0, Math.min(1, share)) * (stops.length - 1);
        int below = Math.min((int) position, stops.length - 2);
        double rest = position - below;
        Color low = new Color(stops[below]);
        Color high = new Color(stops[below + 1]);
        return new Color(
                mixed(low.getRed(), high.getRed(), rest),
                mixed(low.getGreen(), high.getGreen(), rest),
                mixed(low.getBlue(), high.getBlue(), rest));
    }

    private static int mixed(int low, int high, double share) {
        return (int) Math.round(low + (high - low) * share);
    }
}
