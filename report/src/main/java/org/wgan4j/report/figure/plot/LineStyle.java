package org.wgan4j.report.figure.plot;

import java.awt.BasicStroke;

/** The dash pattern of a line, so that lines can be told apart without their colours. */
public enum LineStyle {
    SOLID,
    DASHED(9, 5),
    DOTTED(2, 4),
    DASH_DOTTED(9, 4, 2, 4);

    @SuppressWarnings("ImmutableEnumChecker") // never written, never handed out
    private final float[] pattern;

    LineStyle(float... pattern) {
        this.pattern = pattern;
    }

    BasicStroke ofWidth(double width) {
        return pattern.length == 0
                ? new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern.clone(), 0);
    }
}
