package org.wgan4j.report.figure.plot;

import java.awt.geom.Rectangle2D;

/** The mapping from values to positions in a drawing: the box between the axes and their ranges. Immutable. */
public record PlotCoordinates(Rectangle2D box, PlotAxis xAxis, PlotAxis yAxis) {
    /** The position of a value of the horizontal axis. */
    public double x(double value) {
        return box.getX() + (value - xAxis.low()) / (xAxis.high() - xAxis.low()) * box.getWidth();
    }

    /** The position of a value of the vertical axis, which grows upwards. */
    public double y(double value) {
        return box.getMaxY() - (value - yAxis.low()) / (yAxis.high() - yAxis.low()) * box.getHeight();
    }
}
