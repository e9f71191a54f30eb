package org.wgan4j.app.cli.doctor;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Looks whether text can be drawn without a display, as the titles of pictures and the charts need. */
public final class FontCheck {
    private static final String ADVICE =
            "install a font and fontconfig, for instance: apt-get install fontconfig fonts-dejavu-core libfreetype6";

    private FontCheck() {}

    /** Draws a word and looks for its ink. */
    public static Check fonts() {
        try {
            String family = new Font(Font.SANS_SERIF, Font.PLAIN, 20).getFontName();
            return ink() > 0
                    ? Check.ok("fonts", family + " draws")
                    : Check.failed("fonts", family + " draws nothing", ADVICE);
        } catch (RuntimeException | LinkageError | InternalError missing) {
            // A bare container has neither FreeType (a link error) nor fontconfig (a runtime or internal error).
            return Check.failed("fonts", "text cannot be drawn: " + missing, ADVICE);
        }
    }

    private static int ink() {
        BufferedImage canvas = new BufferedImage(100, 30, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
            graphics.drawString("Epoch", 5, 22);
        } finally {
            graphics.dispose();
        }
        int inked = 0;
        for (int y = 0; y < canvas.getHeight(); y++) {
            for (int x = 0; x < canvas.getWidth(); x++) {
                inked += (canvas.getRGB(x, y) & 0xff) > 0 ? 1 : 0;
            }
        }
        return inked;
    }
}
