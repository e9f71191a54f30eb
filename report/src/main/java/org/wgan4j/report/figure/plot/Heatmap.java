package org.wgan4j.report.figure.plot;

import java.awt.Color;
import org.wgan4j.report.figure.draw.Pen;

/**
 * A heat map of values on a regular grid in a few colour levels, so that the edges of the levels are contours. Immutable.
 *
 * @param xAxis the grid runs from its low to its high end
 * @param yAxis likewise, upwards
 * @param columns values in a row, at least 2
 * @param values row by row, the lowest row first; read in place
 * @param scale the range of values of the colours
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Heatmap(PlotAxis xAxis, PlotAxis yAxis, int columns, float[] values, PlotAxis scale) implements Mark {
    /** How many colours there are. */
    static final int LEVELS = 24;
    /** Cells overlap a little, so that no background shows between them. */
    private static final double OVERLAP = 0.7;

    /** Checks that the values fill at least two rows. */
    public Heatmap {
        if (columns < 2 || values.length < 2 * columns || values.length % columns != 0) {
            throw new IllegalArgumentException(
                    values.length + " values fill no rows of " + columns + "; a surface needs at least 2 by 2");
        }
    }

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        int rows = values.length / columns;
        pen.within(frame.box(), () -> {
            for (int row = 0; row < rows; row++) {
                paintRow(pen, frame, row, rows);
            }
        });
    }

    /** Neighbouring cells of one level are drawn as one box. */
    private void paintRow(Pen pen, PlotCoordinates frame, int row, int rows) {
        double bottom = frame.y(edge(yAxis, row, rows));
        double top = frame.y(edge(yAxis, row + 1, rows));
        int from = 0;
        for (int column = 1; column <= columns; column++) {
            if (column == columns || level(row, column) != level(row, from)) {
                double left = frame.x(edge(xAxis, from, columns));
                double right = frame.x(edge(xAxis, column, columns));
                pen.fillBox(left, top - OVERLAP, right + OVERLAP, bottom, color(level(row, from)));
                from = column;
            }
        }
    }

    /** The lower edge of a cell: halfway between two values. */
    private static double edge(PlotAxis axis, int index, int count) {
        return axis.low() + (index - 0.5) / (count - 1) * (axis.high() - axis.low());
    }

    private int level(int row, int column) {
        return level((values[row * columns + column] - scale.low()) / (scale.high() - scale.low()));
    }

    static int level(double share) {
        return (int) Math.max(0, Math.min(LEVELS - 1.0, Math.floor(share * LEVELS)));
    }

    static Color color(int level) {
        return ColorMaps.sequential(level / (LEVELS - 1.0));
    }
}
