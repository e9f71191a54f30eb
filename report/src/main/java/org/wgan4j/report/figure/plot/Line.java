package org.wgan4j.report.figure.plot;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.wgan4j.report.figure.draw.Pen;

/**
 * A line through points in their order; a value that is not finite is a gap. Immutable.
 *
 * @param label what the legend says; nothing if it is empty
 * @param color its colour
 * @param stroke its dash pattern
 * @param dots whether each point is marked
 * @param x as many as y, finite
 * @param y the values; read in place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Line(String label, Color color, LineStyle stroke, boolean dots, double[] x, double[] y) implements Mark {
    private static final double WIDTH = 2.4;
    private static final double DOT = 3.6;

    /** Checks the lengths. */
    public Line {
        if (x.length != y.length) {
            throw new IllegalArgumentException("a line needs as many x as y, not " + x.length + " and " + y.length);
        }
    }

    /** A curve without marked points. */
    public static Line of(String label, Color color, LineStyle stroke, double[] x, double[] y) {
        return new Line(label, color, stroke, false, x, y);
    }

    @Override
    public List<LegendEntry> keys() {
        return label.isEmpty() ? List.of() : List.of(new LegendEntry(label, this::sample));
    }

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        Path2D path = new Path2D.Double();
        boolean drawing = false;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(y[i])) {
                drawing = false;
            } else if (drawing) {
                path.lineTo(frame.x(x[i]), frame.y(y[i]));
            } else {
                path.moveTo(frame.x(x[i]), frame.y(y[i]));
                drawing = true;
            }
        }
        pen.stroke(path, color, stroke.ofWidth(WIDTH));
        if (dots) {
            for (int i = 0; i < x.length; i++) {
                dot(pen, frame.x(x[i]), frame.y(y[i]));
            }
        }
    }

    private void sample(Pen pen, double left, double middle, double width) {
        Path2D path = new Path2D.Double();
        path.moveTo(left, middle);
        path.lineTo(left + width, middle);
        pen.stroke(path, color, stroke.ofWidth(WIDTH));
        if (dots) {
            dot(pen, left + width / 2, middle);
        }
    }

    private void dot(Pen pen, double atX, double atY) {
        if (Double.isFinite(atY)) {
            pen.fill(new Ellipse2D.Double(atX - DOT, atY - DOT, 2 * DOT, 2 * DOT), color);
            pen.fill(new Ellipse2D.Double(atX - DOT / 2, atY - DOT / 2, DOT, DOT), Color.WHITE);
        }
    }
}
