package org.wgan4j.report.figure.plot;

import java.awt.Color;
import java.util.List;
import org.wgan4j.report.figure.draw.Pen;

/**
 * The bars of a histogram: bar i is at i and as high as its mass. Immutable.
 *
 * @param label what the legend says; nothing if it is empty
 * @param color its colour
 * @param heights the masses; read in place
 * @param from where in its bin a bar begins, -0.5 to 0.5
 * @param to where in its bin a bar ends, above {@code from} and at most 0.5
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Bars(String label, Color color, double[] heights, double from, double to) implements Mark {
    @Override
    public List<LegendEntry> keys() {
        return label.isEmpty() ? List.of() : List.of(new LegendEntry(label, this::sample));
    }

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        for (int i = 0; i < heights.length; i++) {
            if (heights[i] != 0) {
                pen.fillBox(frame.x(i + from), frame.y(0), frame.x(i + to), frame.y(heights[i]), color);
            }
        }
    }

    private void sample(Pen pen, double left, double middle, double width) {
        pen.fillBox(left + width - 16, middle - 6, left + width - 4, middle + 6, color);
    }
}
