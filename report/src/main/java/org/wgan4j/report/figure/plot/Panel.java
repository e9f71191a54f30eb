package org.wgan4j.report.figure.plot;

import java.awt.geom.Rectangle2D;
import org.wgan4j.report.figure.draw.Pen;

/** A part of a page. */
@FunctionalInterface
public interface Panel {
    /** Draws it within an area. */
    void paint(Pen pen, Rectangle2D area);
}
