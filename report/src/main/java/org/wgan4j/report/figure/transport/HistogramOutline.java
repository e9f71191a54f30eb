package org.wgan4j.report.figure.transport;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.plot.LegendEntry;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.PlotCoordinates;

/**
 * The dashed outline of a histogram.
 *
 * @param label in the legend
 * @param heights the masses; read in place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HistogramOutline(String label, double[] heights) implements Mark {
    private static final Color COLOR = new Color(0x222222);
    private static final BasicStroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {5, 4}, 0);

    @Override
    public List<LegendEntry> keys() {
        return List.of(new LegendEntry(label, (pen, x, y, width) -> {
            Path2D line = new Path2D.Double();
            line.moveTo(x, y);
            line.lineTo(x + width, y);
            pen.stroke(line, COLOR, DASHED);
        }));
    }

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        Path2D steps = new Path2D.Double();
        steps.moveTo(frame.x(-0.5), frame.y(0));
        for (int i = 0; i < heights.length; i++) {
            steps.lineTo(frame.x(i - 0.5), frame.y(heights[i]));
            steps.lineTo(frame.x(i + 0.5), frame.y(heights[i]));
        }
        steps.lineTo(frame.x(heights.length - 0.5), frame.y(0));
        pen.stroke(steps, COLOR, DASHED);
    }
}
