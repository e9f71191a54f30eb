package org.wgan4j.report.figure.plot;

import java.util.List;
import org.wgan4j.report.figure.draw.Pen;

/** Something that stands between the axes of a plot. */
public interface Mark {
    /** Draws it. */
    void paint(Pen pen, PlotCoordinates frame);

    /** What the legend says of it; usually one entry, and none for what explains itself. */
    default List<LegendEntry> keys() {
        return List.of();
    }
}
