package org.wgan4j.app.cli.doctor;

import org.wgan4j.report.figure.draw.DisplayFonts;

/** The check that text can be drawn without a display, as the charts need. */
final class FontCheck {
    private FontCheck() {}

    /** Measures a word. */
    public static Check fonts() {
        return DisplayFonts.problem()
                .map(problem -> Check.failed("fonts", "none", problem))
                .orElseGet(() -> Check.ok("fonts", "charts can be drawn without a display"));
    }
}
