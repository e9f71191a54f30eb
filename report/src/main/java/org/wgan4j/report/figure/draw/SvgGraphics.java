package org.wgan4j.report.figure.draw;

import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A {@code Graphics2D} that draws into an SVG document and keeps text as text.
 *
 * <p>Text is aligned by the viewer, because its sans-serif font is seldom the one that was measured here.
 */
final class SvgGraphics extends SVGGraphics2D {
    private final Document document;

    SvgGraphics(Document document) {
        super(context(document), false);
        this.document = document;
    }

    private static SVGGeneratorContext context(Document document) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setPrecision(3);
        return context;
    }

    /** Writes a line of text in the current font and colour. */
    void text(String text, double x, double y, TextAlign align) {
        Element element = document.createElementNS(SVG_NAMESPACE_URI, SVG_TEXT_TAG);
        element.setAttributeNS(null, SVG_X_ATTRIBUTE, getGeneratorContext().doubleString(x));
        element.setAttributeNS(null, SVG_Y_ATTRIBUTE, getGeneratorContext().doubleString(y));
        element.setAttributeNS(null, SVG_TEXT_ANCHOR_ATTRIBUTE, align.anchor());
        element.appendChild(document.createTextNode(text));
        domGroupManager.addElement(element, DOMGroupManager.FILL);
    }
}
