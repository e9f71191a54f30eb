package org.wgan4j.report.figure.plot;

import java.awt.Color;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.TextAlign;

/**
 * A text at a position of a plot. Immutable.
 *
 * @param text one line
 * @param x value of the horizontal axis
 * @param y value of the vertical axis
 * @param dx offset to the right, in units of the drawing
 * @param dy offset downwards, in units of the drawing
 * @param align which part of the text is at the position
 * @param color of the letters
 */
public record Annotation(String text, double x, double y, double dx, double dy, TextAlign align, Color color)
        implements Mark {
    private static final double SIZE = 13;

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        pen.text(text, frame.x(x) + dx, frame.y(y) + dy, align, Pen.font(SIZE), color);
    }
}
