package org.wgan4j.report.figure.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The drawing operations of a {@link VectorDrawing}: shapes, lines and aligned text, on pixels or in SVG. Not safe for use by several threads. */
public final class Pen {
    /** Text is measured alike for pixels and SVG, so that both have one layout. */
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private final Graphics2D graphics;

    private Pen(Graphics2D graphics) {
        this.graphics = graphics;
    }

    static Pen onPixels(Graphics2D graphics) {
        return new Pen(graphics);
    }

    static Pen onSvg(SvgGraphics graphics) {
        return new Pen(graphics);
    }

    /** A sans-serif font; the size in units of the drawing. */
    public static Font font(double size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    }

    /** A bold sans-serif font; the size in units of the drawing. */
    public static Font bold(double size) {
        return new Font(Font.SANS_SERIF, Font.BOLD, 1).deriveFont((float) size);
    }

    /** The width of a text in units of the drawing. */
    public static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** Fills a shape. */
    public void fill(Shape shape, Color color) {
        graphics.setPaint(color);
        graphics.fill(shape);
    }

    /** Fills the rectangle between two opposite corners. */
    public void fillBox(double x0, double y0, double x1, double y1, Color color) {
        fill(box(x0, y0, x1, y1), color);
    }

    /** Draws the outline of a shape. */
    public void stroke(Shape shape, Color color, BasicStroke stroke) {
        graphics.setPaint(color);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    /** Draws a straight line. */
    public void line(double x0, double y0, double x1, double y1, Color color, double width) {
        stroke(new Line2D.Double(x0, y0, x1, y1), color, new BasicStroke((float) width, BasicStroke.CAP_BUTT, 0));
    }

    /** Writes a line of text with its baseline at y. */
    public void text(String text, double x, double y, TextAlign align, Font font, Color color) {
        if (text.isEmpty()) {
            return;
        }
        graphics.setFont(font);
        graphics.setPaint(color);
        if (graphics instanceof SvgGraphics svg) {
            svg.text(text, x, y, align);
        } else {
            graphics.drawString(text, (float) (x - align.share() * width(text, font)), (float) y);
        }
    }

    /** Writes a line of text rotated by 90 degrees counter-clockwise, its baseline at x and its middle at y. */
    public void upright(String text, double x, double y, Font font, Color color) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        text(text, 0, 0, TextAlign.MIDDLE, font, color);
        graphics.setTransform(before);
    }

    /** Draws with a rectangle as the clip. */
    public void within(Rectangle2D area, Runnable strokes) {
        Shape before = graphics.getClip();
        graphics.clip(area);
        strokes.run();
        graphics.setClip(before);
    }

    /** The rectangle between two opposite corners. */
    public static Rectangle2D box(double x0, double y0, double x1, double y1) {
        return new Rectangle2D.Double(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
    }
}
