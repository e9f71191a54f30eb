package org.wgan4j.report.figure.plot;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.wgan4j.report.figure.draw.Pen;

/**
 * The filled area between a lower and an upper curve, such as a confidence interval; an end that is not finite is a gap. Immutable.
 *
 * @param color of the line that it belongs to
 * @param x ascending, as many as low and high
 * @param low the lower ends; read in place
 * @param high the upper ends; read in place
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Band(Color color, double[] x, double[] low, double[] high) implements Mark {
    private static final double COVER = 0.18;

    /** Checks the lengths. */
    public Band {
        if (x.length != low.length || x.length != high.length) {
            throw new IllegalArgumentException(
                    "a band needs as many x as ends, not " + x.length + ", " + low.length + " and " + high.length);
        }
    }

    @Override
    public void paint(Pen pen, PlotCoordinates frame) {
        for (int i = 1; i < x.length; i++) {
            if (Double.isFinite(low[i - 1] + high[i - 1] + low[i] + high[i])) {
                Path2D piece = new Path2D.Double();
                piece.moveTo(frame.x(x[i - 1]), frame.y(low[i - 1]));
                piece.lineTo(frame.x(x[i]), frame.y(low[i]));
                piece.lineTo(frame.x(x[i]), frame.y(high[i]));
                piece.lineTo(frame.x(x[i - 1]), frame.y(high[i - 1]));
                piece.closePath();
                pen.fill(piece, ColorMaps.translucent(color, COVER));
            }
        }
    }
}
