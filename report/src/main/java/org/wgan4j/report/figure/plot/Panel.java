package org.wgan4j.report.figure.plot;

import java.awt.geom.Rectangle2D;
import org.wgan4j.report.figure.draw.Pen;

/** A rectangular part of a figure. Implementations are immutable. */
@FunctionalInterface
public interface Panel {
    /** Draws it into an area, in units of the drawing. */
    void paint(Pen pen, Rectangle2D area);
}
