package org.wgan4j.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.wgan4j.report.figure.draw.DisplayFonts;

/**
 * One line of text as a stencil: how much of each pixel the letters cover, 0 to 255.
 *
 * <p>A stencil, because drawing text straight onto a grey image sends its colours through a conversion that shifts them.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a stencil is its bytes
record TextMask(int width, int height, byte[] coverage) {

    /** The text in the system's sans-serif font, or in {@link PixelFont} where there is no font. */
    static TextMask of(String text, int height) {
        return DisplayFonts.problem().isEmpty() ? inSystemFont(text, height) : PixelFont.write(text, height);
    }

    /** The largest lettering at most so wide and high; text too long for eight pixels of height is cut off. */
    static TextMask fitting(String text, int maximumWidth, int maximumHeight) {
        int height = maximumHeight;
        TextMask lettering = of(text, height);
        while (lettering.width() > maximumWidth && height > 8) {
            height = Math.max(8, Math.min(height - 1, height * maximumWidth / lettering.width()));
            lettering = of(text, height);
        }
        return lettering;
    }

    int coverageAt(int x, int y) {
        return coverage[y * width + x] & 0xff;
    }

    private static TextMask inSystemFont(String text, int height) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(1, Math.round(height * 0.8f)));
        FontMetrics metrics = metrics(font);
        int width = Math.max(1, metrics.stringWidth(text));
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(font);
        pen.setColor(Color.WHITE);
        pen.drawString(text, 0, (height - metrics.getAscent() - metrics.getDescent()) / 2 + metrics.getAscent());
        pen.dispose();
        byte[] coverage = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                coverage[y * width + x] = (byte) page.getRGB(x, y);
            }
        }
        return new TextMask(width, height, coverage);
    }

    private static FontMetrics metrics(Font font) {
        Graphics2D pen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        try {
            return pen.getFontMetrics(font);
        } finally {
            pen.dispose();
        }
    }
}
