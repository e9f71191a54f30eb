package org.wgan4j.report.figure.plot;

import org.wgan4j.report.figure.draw.Pen;

/**
 * An entry of a legend. Immutable.
 *
 * @param label its text
 * @param symbol the symbol before the text
 */
public record LegendEntry(String label, Symbol symbol) {
    /** The symbol of a mark. */
    @FunctionalInterface
    public interface Symbol {
        /** Draws it from x to x + width, vertically centred at y. */
        void paint(Pen pen, double x, double y, double width);
    }
}
