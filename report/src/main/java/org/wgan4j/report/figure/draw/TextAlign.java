package org.wgan4j.report.figure.draw;

/** Which part of a text stands at the place that is given for it. */
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

    /** SVG's word for it. */
    String anchor() {
        return anchor;
    }

    /** How much of the text stands before the place, 0 to 1. */
    double share() {
        return share;
    }
}
