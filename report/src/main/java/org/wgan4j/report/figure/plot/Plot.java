package org.wgan4j.report.figure.plot;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.draw.TextAlign;

/**
 * A plot: a title, a legend, two axes and marks between them. Immutable.
 *
 * @param title one line above; may be empty
 * @param xAxis below
 * @param yAxis at the left
 * @param marks drawn in this order; their legend is between title and box
 */
public record Plot(String title, PlotAxis xAxis, PlotAxis yAxis, List<Mark> marks) implements Panel {
    private static final Font TITLE = Pen.bold(15);
    private static final Font AXIS_TITLE = Pen.font(14);
    private static final Font TICK = Pen.font(13);
    private static final double TITLE_LINE = 28;
    /** Room for the numbers under the box, and for its title. */
    private static final double BELOW = 26;

    private static final double AXIS_TITLE_LINE = 24;

    private static final double RIGHT = 14;
    /** Numbers are given at least so much room, so that plots one under the other begin at one line. */
    private static final double LEAST_TICK = 32;

    private static final double TICK_LENGTH = 5;

    /** Copies the list. */
    public Plot {
        marks = List.copyOf(marks);
    }

    @Override
    public void paint(Pen pen, Rectangle2D area) {
        double left = area.getX() + leftMargin();
        double right = area.getMaxX() - RIGHT;
        Legend legend =
                new Legend(marks.stream().flatMap(mark -> mark.keys().stream()).toList(), right - left);
        double titleHeight = title.isEmpty() ? 0 : TITLE_LINE;
        double top = area.getY() + titleHeight + legend.height() + 10;
        pen.text(title, left, area.getY() + 19, TextAlign.START, TITLE, PlotColors.TEXT);
        legend.paint(pen, left, area.getY() + titleHeight);
        PlotCoordinates frame = new PlotCoordinates(Pen.box(left, top, right, area.getMaxY() - below()), xAxis, yAxis);
        paintGrid(pen, frame);
        // A line along the edge of the box is not cut in half.
        Rectangle2D shown = Pen.box(
                frame.box().getX() - 4,
                frame.box().getY() - 4,
                right + 4,
                frame.box().getMaxY() + 4);
        pen.within(shown, () -> marks.forEach(mark -> mark.paint(pen, frame)));
        paintAxes(pen, frame, area.getX());
    }

    private double below() {
        return BELOW + (xAxis.title().isEmpty() ? 0 : AXIS_TITLE_LINE);
    }

    private double leftMargin() {
        double widest = yAxis.ticks().stream()
                .mapToDouble(tick -> Pen.width(tick.label(), TICK))
                .max()
                .orElse(0);
        widest = Math.max(widest, LEAST_TICK);
        return (yAxis.title().isEmpty() ? 4 : AXIS_TITLE_LINE + 2) + widest + TICK_LENGTH + 6;
    }

    private void paintGrid(Pen pen, PlotCoordinates frame) {
        for (PlotAxis.Tick tick : yAxis.ticks()) {
            double y = frame.y(tick.value());
            pen.line(frame.box().getX(), y, frame.box().getMaxX(), y, PlotColors.GRID, 1);
        }
    }

    private void paintAxes(Pen pen, PlotCoordinates frame, double left) {
        Rectangle2D box = frame.box();
        double bottom = box.getMaxY();
        pen.line(box.getX(), bottom, box.getMaxX(), bottom, PlotColors.AXIS, 1.2);
        pen.line(box.getX(), box.getY(), box.getX(), bottom, PlotColors.AXIS, 1.2);
        for (PlotAxis.Tick tick : xAxis.ticks()) {
            double x = frame.x(tick.value());
            pen.line(x, bottom, x, bottom + TICK_LENGTH, PlotColors.AXIS, 1.2);
            pen.text(tick.label(), x, bottom + TICK_LENGTH + 14, TextAlign.MIDDLE, TICK, PlotColors.TEXT);
        }
        for (PlotAxis.Tick tick : yAxis.ticks()) {
            double y = frame.y(tick.value());
            pen.line(box.getX() - TICK_LENGTH, y, box.getX(), y, PlotColors.AXIS, 1.2);
            pen.text(tick.label(), box.getX() - TICK_LENGTH - 5, y + 4.5, TextAlign.END, TICK, PlotColors.TEXT);
        }
        pen.text(xAxis.title(), box.getCenterX(), bottom + 42, TextAlign.MIDDLE, AXIS_TITLE, PlotColors.TEXT);
        pen.upright(yAxis.title(), left + 14, box.getCenterY(), AXIS_TITLE, PlotColors.TEXT);
    }
}
