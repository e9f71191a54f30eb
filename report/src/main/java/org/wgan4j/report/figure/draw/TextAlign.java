package org.wgan4j.report.figure.draw;

/** The horizontal alignment of a text: which part of it is at the given position. */
public enum TextAlign {
    START("start", 0),
    MIDDLE("middle", 0.5),
    END("end", 1);

    private final String anchor;
    private final double share;

    TextAlign(String anchor, double share) {
        this.anchor = anchor;
        this.share = share;
    }

    /** The value of SVG's attribute {@code text-anchor}. */
    String anchor() {
        return anchor;
    }

    /** The share of the text before the position, 0 to 1. */
    double share() {
        return share;
    }
}
