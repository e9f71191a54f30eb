package org.wgan4j.report.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.wgan4j.report.figure.draw.Pen;

/**
 * A curve with the area between it and 0 filled. Immutable.
 *
 * @param label what the legend says; nothing if it is empty
 * @param color its colour
 * @param x ascending, as many as y
 * @param y finite values; read in place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Area(String label, Color color, double[] x, double[] y) implements Mark {
    private static final double WIDTH = 2;

    @Override
    public List<LegendEntry> keys() {
        return label.isEmpty() ? List.of() : List.of(new LegendEntry(label, this::sample));
    }

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        Path2D curve = new Path2D.Double();
        curve.moveTo(frame.x(x[0]), frame.y(y[0]));
        for (int i = 1; i < x.length; i++) {
            curve.lineTo(frame.x(x[i]), frame.y(y[i]));
        }
        Path2D area = new Path2D.Double(curve);
        area.lineTo(frame.x(x[x.length - 1]), frame.y(0));
        area.lineTo(frame.x(x[0]), frame.y(0));
        area.closePath();
        pen.fill(area, ColorMaps.translucent(color, 0.28));
        pen.stroke(curve, color, new BasicStroke((float) WIDTH));
    }

    private void sample(Pen pen, double left, double middle, double width) {
        pen.fillBox(left, middle - 5, left + width, middle + 5, ColorMaps.translucent(color, 0.28));
        pen.line(left, middle - 5, left + width, middle - 5, color, WIDTH);
    }
}
