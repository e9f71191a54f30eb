package org.wgan4j.report.figure.plot;

import java.awt.geom.Rectangle2D;

/** Where values stand on the paper: the box between the axes. */
public record PlotCoordinates(Rectangle2D box, PlotAxis xAxis, PlotAxis yAxis) {
    /** The place of a value of the horizontal axis. */
    public double x(double value) {
        return box.getX() + (value - xAxis.low()) / (xAxis.high() - xAxis.low()) * box.getWidth();
    }

    /** The place of a value of the vertical axis, which grows upwards. */
    public double y(double value) {
        return box.getMaxY() - (value - yAxis.low()) / (yAxis.high() - yAxis.low()) * box.getHeight();
    }
}
