package org.wgan4j.report.figure.plot;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import org.wgan4j.report.figure.draw.Pen;
import org.wgan4j.report.figure.draw.PlotColors;
import org.wgan4j.report.figure.draw.TextAlign;

/**
 * The colour bar of a {@link Heatmap}: vertical, with tick labels at its right. Immutable.
 *
 * @param scale the values of the colours; its title is written beside the bar
 */
public record ColorBar(PlotAxis scale) implements Panel {
    private static final double WIDTH = 16;
    private static final double TICK = 5;
    private static final Font NUMBERS = Pen.font(13);
    private static final Font TITLE = Pen.font(14);

    @Override
    public void paint(Pen pen, Rectangle2D area) {
        double left = area.getX();
        double height = area.getHeight();
        for (int level = 0; level < Heatmap.LEVELS; level++) {
            double bottom = area.getMaxY() - height * level / Heatmap.LEVELS;
            pen.fillBox(left, bottom - height / Heatmap.LEVELS, left + WIDTH, bottom, Heatmap.color(level));
        }
        for (PlotAxis.Tick tick : scale.ticks()) {
            double y = area.getMaxY() - height * (tick.value() - scale.low()) / (scale.high() - scale.low());
            pen.line(left + WIDTH, y, left + WIDTH + TICK, y, PlotColors.AXIS, 1.2);
            pen.text(tick.label(), left + WIDTH + TICK + 4, y + 4.5, TextAlign.START, NUMBERS, PlotColors.TEXT);
        }
        pen.upright(scale.title(), area.getMaxX(), area.getCenterY(), TITLE, PlotColors.TEXT);
    }
}
