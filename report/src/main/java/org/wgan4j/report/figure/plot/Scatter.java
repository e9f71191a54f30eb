package org.wgan4j.report.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.wgan4j.report.figure.draw.Pen;

/**
 * A scatter plot of points; what lies outside the axes is left out. Immutable if the two functions are.
 *
 * @param label what the legend says
 * @param color their colour
 * @param mark the marker of each point
 * @param count how many
 * @param x of each point
 * @param y of each point
 */
public record Scatter(String label, Color color, Marker mark, int count, IntToDoubleFunction x, IntToDoubleFunction y)
        implements Mark {
    private static final double RADIUS = 2.6;
    private static final BasicStroke THIN = new BasicStroke(0.8f);
    private static final BasicStroke CROSS = new BasicStroke(1.3f);

    /** The shape of a point, so that two sets can be told apart without their colours. */
    public enum Marker {
        /** A disc with a thin dark edge. */
        DISC,
        /** An upright cross. */
        CROSS
    }

    @Override
    public List<LegendEntry> keys() {
        return List.of(new LegendEntry(label, (pen, left, middle, width) -> one(pen, left + width / 2, middle)));
    }

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        for (int i = 0; i < count; i++) {
            double atX = frame.x(x.applyAsDouble(i));
            double atY = frame.y(y.applyAsDouble(i));
            if (Double.isFinite(atX) && Double.isFinite(atY) && frame.box().contains(atX, atY)) {
                one(pen, atX, atY);
            }
        }
    }

    private void one(Pen pen, double atX, double atY) {
        if (mark == Marker.DISC) {
            Ellipse2D disc = new Ellipse2D.Double(atX - RADIUS, atY - RADIUS, 2 * RADIUS, 2 * RADIUS);
            pen.fill(disc, color);
            pen.stroke(disc, Color.DARK_GRAY, THIN);
        } else {
            pen.stroke(new Line2D.Double(atX - RADIUS, atY, atX + RADIUS, atY), color, CROSS);
            pen.stroke(new Line2D.Double(atX, atY - RADIUS, atX, atY + RADIUS), color, CROSS);
        }
    }
}
