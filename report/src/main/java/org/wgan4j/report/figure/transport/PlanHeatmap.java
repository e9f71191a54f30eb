package org.wgan4j.report.figure.transport;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.draw.TextAlign;
import org.wgan4j.report.figure.plot.ColorMaps;
import org.wgan4j.report.figure.plot.Panel;
import org.wgan4j.report.figure.plot.PlotAxis;
import org.wgan4j.transport.Plan;

/** A heat map of a plan, a row for each source bin and a column for each target bin, with both histograms on its sides. */
final class PlanHeatmap implements Panel {
    private static final Font TITLE = Pen.font(14);
    private static final Font SMALL = Pen.font(13);
    private static final Font CELL = Pen.font(11);
    private static final double SIDE = 90;
    private static final double LEFT = 54;
    private static final double TOP = 44;
    private static final double SCALE_ROOM = 124;
    private static final double LEAST_CELL_FOR_A_NUMBER = 38;
    /** Below this, cells and bars have no gaps, which would only make them paler. */
    private static final double NARROW = 8;

    private static final Color EMPTY = new Color(0xF7F7F7);

    private final HistogramTransport move;
    private final double most;

    PlanHeatmap(HistogramTransport move) {
        this.move = move;
        double largest = 0;
        for (int k = 0; k < move.plan().size(); k++) {
            largest = Math.max(largest, move.plan().mass(k));
        }
        this.most = largest;
    }

    @Override
    public void paint(Pen pen, Rectangle2D area) {
        double room = area.getWidth() - LEFT - SIDE - 8 - SCALE_ROOM;
        double cell = Math.min(
                room / move.target().size(),
                (area.getHeight() - TOP - SIDE - 14) / move.source().size());
        double left = area.getX() + LEFT + SIDE + 8;
        double top = area.getY() + TOP + SIDE + 8;
        Rectangle2D box = Pen.box(
                left,
                top,
                left + cell * move.target().size(),
                top + cell * move.source().size());
        pen.fill(box, EMPTY);
        paintUnmoved(pen, box, cell);
        paintCells(pen, box, cell);
        paintSource(pen, box, cell);
        paintTarget(pen, box, cell);
        paintScale(pen, box.getMaxX() + 30, box.getY(), Math.min(260, box.getHeight()));
    }

    /** The diagonal, on which mass stays in its bin. */
    private void paintUnmoved(Pen pen, Rectangle2D box, double cell) {
        int shared = Math.min(move.source().size(), move.target().size());
        pen.line(box.getX(), box.getY(), box.getX() + shared * cell, box.getY() + shared * cell, PlotColors.AXIS, 1);
    }

    private void paintCells(Pen pen, Rectangle2D box, double cell) {
        Plan plan = move.plan();
        // Cells smaller than a unit are drawn as large as one, or nothing would be seen.
        double size = Math.max(cell, 1.5);
        for (int k = 0; k < plan.size(); k++) {
            double x = box.getX() + plan.target(k) * cell;
            double y = box.getY() + plan.source(k) * cell;
            Color color = ColorMaps.blues(0.15 + 0.85 * plan.mass(k) / most);
            pen.fillBox(x, y, x + size, y + size, color);
            if (cell >= LEAST_CELL_FOR_A_NUMBER) {
                String mass = MassText.brief(plan.mass(k));
                pen.text(mass, x + cell / 2, y + cell / 2 + 4, TextAlign.MIDDLE, CELL, ColorMaps.readableOn(color));
            }
        }
        if (cell >= NARROW) {
            for (int i = 0; i <= move.source().size(); i++) {
                pen.line(box.getX(), box.getY() + i * cell, box.getMaxX(), box.getY() + i * cell, Color.WHITE, 1);
            }
            for (int j = 0; j <= move.target().size(); j++) {
                pen.line(box.getX() + j * cell, box.getY(), box.getX() + j * cell, box.getMaxY(), Color.WHITE, 1);
            }
        }
    }

    /** The source histogram, as bars that grow to the left. */
    private void paintSource(Pen pen, Rectangle2D box, double cell) {
        double highest = move.highest();
        double foot = box.getX() - 8;
        double gap = cell < NARROW ? 0 : cell * 0.08;
        for (int i = 0; i < move.source().size(); i++) {
            double y = box.getY() + i * cell;
            double length = move.source().mass(i) / highest * (SIDE - 24);
            pen.fillBox(foot - length, y + gap, foot, y + cell - gap, SeriesColor.BLUE.color());
        }
        for (PlotAxis.Tick tick : PlotAxis.bins("", move.source().size()).ticks()) {
            double y = box.getY() + (tick.value() + 0.5) * cell;
            pen.text(tick.label(), foot - SIDE + 18, y + 4.5, TextAlign.END, SMALL, PlotColors.TEXT);
        }
        pen.upright(
                "source bin, and its mass", box.getX() - SIDE - 40, box.getCenterY(), TITLE, SeriesColor.BLUE.color());
    }

    /** The target histogram, as bars that grow upwards. */
    private void paintTarget(Pen pen, Rectangle2D box, double cell) {
        double highest = move.highest();
        double foot = box.getY() - 8;
        double gap = cell < NARROW ? 0 : cell * 0.08;
        for (int j = 0; j < move.target().size(); j++) {
            double x = box.getX() + j * cell;
            double height = move.target().mass(j) / highest * (SIDE - 24);
            pen.fillBox(x + gap, foot - height, x + cell - gap, foot, SeriesColor.VERMILION.color());
        }
        for (PlotAxis.Tick tick : PlotAxis.bins("", move.target().size()).ticks()) {
            double x = box.getX() + (tick.value() + 0.5) * cell;
            pen.text(tick.label(), x, foot - SIDE + 18, TextAlign.MIDDLE, SMALL, PlotColors.TEXT);
        }
        pen.text(
                "target bin, and its mass",
                box.getCenterX(),
                box.getY() - SIDE - 16,
                TextAlign.MIDDLE,
                TITLE,
                SeriesColor.VERMILION.color());
    }

    private void paintScale(Pen pen, double x, double top, double height) {
        int steps = 64;
        for (int s = 0; s < steps; s++) {
            double y = top + height * s / steps;
            // Each step reaches a little under the next, or thin lines show between them.
            double end = Math.min(top + height, y + height / steps + 0.5);
            pen.fillBox(x, y, x + 16, end, ColorMaps.blues(1 - 0.85 * (s + 0.5) / steps));
        }
        for (PlotAxis.Tick tick : PlotAxis.over("", 0, most, 4).ticks()) {
            double y = top + height * (1 - tick.value() / most);
            pen.line(x + 16, y, x + 20, y, PlotColors.AXIS, 1.2);
            pen.text(tick.label(), x + 24, y + 4.5, TextAlign.START, SMALL, PlotColors.TEXT);
        }
        pen.text("mass moved", x - 8, top - 12, TextAlign.START, SMALL, PlotColors.TEXT);
    }
}
