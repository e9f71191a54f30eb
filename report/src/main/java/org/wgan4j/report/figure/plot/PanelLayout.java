package org.wgan4j.report.figure.plot;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.draw.TextAlign;
import org.wgan4j.report.figure.draw.VectorDrawing;

/**
 * A layout of panels in rows under one title. Immutable.
 *
 * @param title one line, in bold
 * @param width in units of the drawing
 * @param rows from top to bottom
 */
public record PanelLayout(String title, int width, List<PanelRow> rows) {
    private static final Font TITLE = Pen.bold(18);
    private static final int MARGIN = 18;
    private static final int TITLE_HEIGHT = 46;
    private static final int BETWEEN = 14;

    /** Panels of equal width side by side. */
    public record PanelRow(int height, List<Panel> panels) {
        /** Copies the list. */
        public PanelRow {
            panels = List.copyOf(panels);
        }
    }

    /** Copies the list. */
    public PanelLayout {
        rows = List.copyOf(rows);
    }

    /** A layout with no rows yet. */
    public static PanelLayout titled(String title, int width) {
        return new PanelLayout(title, width, List.of());
    }

    /** The layout with one more row of panels of equal width. */
    public PanelLayout row(int height, Panel... panels) {
        List<PanelRow> more = new ArrayList<>(rows);
        more.add(new PanelRow(height, List.of(panels)));
        return new PanelLayout(title, width, more);
    }

    /** The layout as a drawing, as high as its rows need. */
    public VectorDrawing drawing() {
        int height = TITLE_HEIGHT
                + rows.stream().mapToInt(row -> row.height() + BETWEEN).sum();
        return new VectorDrawing(title, width, height, this::paint);
    }

    private void paint(Pen pen) {
        pen.text(title, MARGIN, 31, TextAlign.START, TITLE, PlotColors.TEXT);
        double top = TITLE_HEIGHT;
        for (PanelRow row : rows) {
            int count = row.panels().size();
            double each = (width - 2.0 * MARGIN - BETWEEN * (count - 1.0)) / count;
            double left = MARGIN;
            for (Panel panel : row.panels()) {
                panel.paint(pen, Pen.box(left, top, left + each, top + row.height()));
                left += each + BETWEEN;
            }
            top += row.height() + BETWEEN;
        }
    }
}
