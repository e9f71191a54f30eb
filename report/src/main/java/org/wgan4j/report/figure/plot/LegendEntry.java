package org.wgan4j.report.figure.plot;

import org.wgan4j.report.figure.draw.Pen;

/**
 * One entry of a legend.
 *
 * @param label what it is
 * @param sample what it looks like
 */
public record LegendEntry(String label, Symbol sample) {
    /** A small example of a mark. */
    @FunctionalInterface
    public interface Symbol {
        /** Draws it from x to the right, so wide, in the middle around y. */
        void paint(Pen pen, double x, double y, double width);
    }
}
