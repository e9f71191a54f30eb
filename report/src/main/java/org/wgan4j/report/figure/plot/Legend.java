package org.wgan4j.report.figure.plot;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.draw.TextAlign;

/** A legend: its entries in as many lines as they need. */
final class Legend {
    private static final Font FONT = Pen.font(13);
    private static final double LINE = 20;
    private static final double SYMBOL = 30;
    private static final double GAP = 7;
    private static final double BETWEEN = 22;

    private final List<List<LegendEntry>> lines = new ArrayList<>();

    Legend(List<LegendEntry> keys, double width) {
        double left = 0;
        for (LegendEntry key : keys) {
            if (lines.isEmpty() || left + width(key) > width) {
                lines.add(new ArrayList<>());
                left = 0;
            }
            lines.get(lines.size() - 1).add(key);
            left += width(key) + BETWEEN;
        }
    }

    double height() {
        return lines.size() * LINE;
    }

    void paint(Pen pen, double x, double top) {
        double middle = top + LINE / 2;
        for (List<LegendEntry> line : lines) {
            double left = x;
            for (LegendEntry key : line) {
                key.symbol().paint(pen, left, middle, SYMBOL);
                pen.text(key.label(), left + SYMBOL + GAP, middle + 4.5, TextAlign.START, FONT, PlotColors.TEXT);
                left += width(key) + BETWEEN;
            }
            middle += LINE;
        }
    }

    private static double width(LegendEntry key) {
        return SYMBOL + GAP + Pen.width(key.label(), FONT);
    }
}
