package org.wgan4j.report.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.wgan4j.report.figure.draw.DisplayFonts;

/**
 * A rendered line of text as a coverage mask: the share of each pixel that the letters cover, 0 to 255.
 *
 * <p>Drawing text directly onto a grey image would convert its colours and shift them.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TextMask(int width, int height, byte[] coverage) {

    /** The text in the system's sans-serif font, or in {@link PixelFont} where there is no font. */
    static TextMask of(String text, int height) {
        return DisplayFonts.problem().isEmpty() ? inSystemFont(text, height) : PixelFont.write(text, height);
    }

    /** The largest text at most so wide and high; text too long for a height of eight pixels is cut off. */
    static TextMask fitting(String text, int maximumWidth, int maximumHeight) {
        int height = maximumHeight;
        TextMask mask = of(text, height);
        while (mask.width() > maximumWidth && height > 8) {
            height = Math.max(8, Math.min(height - 1, height * maximumWidth / mask.width()));
            mask = of(text, height);
        }
        return mask;
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
