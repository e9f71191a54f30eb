package org.wgan4j.report.figure.draw;

import java.awt.Dimension;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The SVG rendering of a drawing, reproducible: no time and no program name in it. */
final class SvgDocument {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgDocument() {}

    /** The text of the file. */
    static String of(VectorDrawing drawing) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
            SvgGraphics graphics = new SvgGraphics(document);
            graphics.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
            drawing.strokes().accept(Pen.onSvg(graphics));
            Element root = document.getDocumentElement();
            graphics.getRoot(root);
            graphics.dispose();
            finish(document, root, drawing);
            return text(document);
        } catch (ParserConfigurationException | TransformerException failure) {
            throw new IllegalStateException("the Java runtime cannot write XML: " + failure.getMessage(), failure);
        }
    }

    /** Makes the document scalable, and adds a title and a white background. */
    private static void finish(Document document, Element root, VectorDrawing drawing) {
        root.setAttributeNS(null, "viewBox", "0 0 " + drawing.width() + " " + drawing.height());
        root.setAttributeNS(null, "role", "img");
        root.setAttributeNS(null, "font-family", "sans-serif");
        for (Node child = root.getFirstChild(); child != null; ) {
            Node next = child.getNextSibling();
            if (child instanceof Comment) {
                root.removeChild(child);
            }
            child = next;
        }
        Element paper = document.createElementNS(SVG, "rect");
        paper.setAttributeNS(null, "width", "100%");
        paper.setAttributeNS(null, "height", "100%");
        paper.setAttributeNS(null, "fill", "white");
        paper.setAttributeNS(null, "stroke", "none");
        root.insertBefore(paper, root.getFirstChild());
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(drawing.title());
        root.insertBefore(title, root.getFirstChild());
    }

    private static String text(Document document) throws TransformerException {
        Transformer identity = TransformerFactory.newInstance().newTransformer();
        identity.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        document.setXmlStandalone(true);
        StringWriter out = new StringWriter();
        identity.transform(new DOMSource(document), new StreamResult(out));
        return out + "\n";
    }
}
