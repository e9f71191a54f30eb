package org.wgan4j.report.figure.plot;

import java.util.List;
import org.wgan4j.report.figure.draw.Pen;

/** A graphical element between the axes of a plot, such as a line or bars. Implementations are immutable. */
public interface Mark {
    /** Draws it. */
    void paint(Pen pen, PlotCoordinates frame);

    /** Its entries in the legend, usually one. */
    default List<LegendEntry> keys() {
        return List.of();
    }
}
