package org.wgan4j.report.figure.transport;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.TextAlign;
import org.wgan4j.report.figure.plot.ColorMaps;
import org.wgan4j.report.figure.plot.LegendEntry;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.PlotCoordinates;

/**
 * The entries of a plan after a share of the way, each in the colour and, where there is room, with the number of its source bin.
 *
 * @param entries of the plan
 * @param share of the way, 0 to 1
 * @param sources the number of source bins
 */
record StackedMasses(List<MovedMass> entries, double share, int sources) implements Mark {
    private static final double HALF = 0.42;
    private static final double NARROW = 8;
    private static final double LEAST_HEIGHT_FOR_A_NUMBER = 13;
    private static final Font NUMBER = Pen.font(12);
    private static final BasicStroke EDGE = new BasicStroke(1f);

    @Override
    public List<LegendEntry> keys() {
        return List.of(new LegendEntry("mass, in the colour of its source bin", (pen, x, y, width) -> {
            for (int step = 0; step < 3; step++) {
                double left = x + step * width / 3;
                pen.fillBox(left, y - 6, left + width / 3, y + 6, color(step, 3));
            }
        }));
    }

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        boolean roomForEdges = frame.x(1) - frame.x(0) > NARROW;
        // Without room for edges there is none for gaps either, which would only make the colours paler.
        double half = roomForEdges ? HALF : 0.5;
        for (MovedMass entry : entries) {
            double middle = entry.position(share);
            double bottom = entry.bottom(share);
            Rectangle2D box = Pen.box(
                    frame.x(middle - half), frame.y(bottom), frame.x(middle + half), frame.y(bottom + entry.mass()));
            Color color = color(entry.source(), sources);
            pen.fill(box, color);
            if (roomForEdges && box.getHeight() > 2) {
                pen.stroke(box, Color.WHITE, EDGE);
            }
            String number = Integer.toString(entry.source());
            if (box.getHeight() >= LEAST_HEIGHT_FOR_A_NUMBER && box.getWidth() >= Pen.width(number, NUMBER) + 4) {
                pen.text(
                        number,
                        box.getCenterX(),
                        box.getCenterY() + 4.3,
                        TextAlign.MIDDLE,
                        NUMBER,
                        ColorMaps.readableOn(color));
            }
        }
    }

    /** The colour of a source bin. */
    static Color color(int source, int sources) {
        return ColorMaps.sequential(sources == 1 ? 0.3 : 0.94 * source / (sources - 1.0));
    }
}
