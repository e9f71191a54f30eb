package org.wgan4j.report.figure.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.wgan4j.gan.format.AtomicFile;

/**
 * A resolution-independent drawing on white, rendered to pixels or SVG. Immutable if {@code strokes} is.
 *
 * @param title one line; the title of the SVG document
 * @param width in units of the drawing, above 0
 * @param height in units of the drawing, above 0
 * @param strokes draws it; called once for each rendering, and always draws the same
 */
public record VectorDrawing(String title, int width, int height, Consumer<Pen> strokes) {
    /** Pixels a unit in PNG files, for high-density screens and print. */
    private static final int PNG_SCALE = 2;

    /** Checks the size. */
    public VectorDrawing {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a drawing must be at least 1x1, not " + width + "x" + height);
        }
    }

    /**
     * The drawing in RGB.
     *
     * @param scale pixels a unit, at least 1
     * @throws org.wgan4j.gan.ActionableException if this machine has no font
     */
    public BufferedImage pixels(int scale) {
        DisplayFonts.require();
        BufferedImage paper = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, paper.getWidth(), paper.getHeight());
            graphics.scale(scale, scale);
            strokes.accept(Pen.onPixels(graphics));
        } finally {
            graphics.dispose();
        }
        return paper;
    }

    /**
     * The drawing as an SVG document, whose text can be selected.
     *
     * @throws org.wgan4j.gan.ActionableException if this machine has no font
     */
    public String svg() {
        DisplayFonts.require();
        return SvgDocument.of(this);
    }

    /**
     * Writes or replaces {@code NAME.png}, two pixels a unit, and {@code NAME.svg}.
     *
     * @return the two files
     * @throws org.wgan4j.gan.ActionableException if this machine has no font or the disk refuses
     */
    public List<Path> write(Path folder, String name) {
        Path png = folder.resolve(name + ".png");
        Path svg = folder.resolve(name + ".svg");
        PngFile.write(png, pixels(PNG_SCALE));
        AtomicFile.write(svg, svg());
        return List.of(png, svg);
    }
}
