package org.wgan4j.report.figure.draw;

import java.awt.Color;

/** The colours of text, axes and grid lines. Immutable. */
public final class PlotColors {
    public static final Color TEXT = new Color(0x222222);
    public static final Color FAINT_TEXT = new Color(0x5A5A5A);
    public static final Color AXIS = new Color(0x8A8A8A);
    public static final Color GRID = new Color(0xE4E4E4);

    private PlotColors() {}
}
