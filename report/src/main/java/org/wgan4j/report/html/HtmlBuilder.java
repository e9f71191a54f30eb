package org.wgan4j.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.report.figure.draw.PngFile;
import org.wgan4j.report.figure.draw.VectorDrawing;

/**
 * A builder of HTML pages that are well-formed XML: tags are balanced and text is escaped. Not safe for use by several threads.
 *
 * <p>Attributes are given as name, value, name, value.
 */
public final class HtmlBuilder {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element. */
    public HtmlBuilder open(String tag, String... attributes) {
        tag(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    public HtmlBuilder close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds nothing, such as {@code img}. */
    public HtmlBuilder empty(String tag, String... attributes) {
        tag(tag, attributes).append(" />\n");
        return this;
    }

    /** An element that holds a text. */
    public HtmlBuilder element(String tag, String content, String... attributes) {
        return open(tag, attributes).text(content).close();
    }

    /** Text, escaped. */
    public HtmlBuilder text(String content) {
        text.append(escaped(content));
        return this;
    }

    /**
     * Opens a scrollable table and its body; {@link #closeTable} closes both.
     *
     * @param label for screen readers
     * @param classes of the table
     * @param headings of its columns
     */
    public HtmlBuilder openTable(String label, String classes, List<String> headings) {
        open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", label);
        open("table", "class", classes).open("thead").open("tr");
        headings.forEach(heading -> element("th", heading, "scope", "col"));
        return close().close().open("tbody");
    }

    /** Closes a table. */
    public HtmlBuilder closeTable() {
        return close().close().close();
    }

    /** A named value in a list {@code dl} of the class {@code tiles}. */
    public HtmlBuilder tile(String name, String value) {
        return open("div").element("dt", name).element("dd", value).close();
    }

    /** A sample grid, embedded, with its caption. */
    public HtmlBuilder figure(SampleGrid grid, String caption) {
        return open("figure")
                .empty("img", "src", dataUri("image/png", grid.file()), "alt", "Samples of " + caption)
                .element("figcaption", caption)
                .close();
    }

    /**
     * A drawing as wide as the page, embedded as PNG.
     *
     * @param scale pixels a unit of the drawing
     */
    public HtmlBuilder drawing(VectorDrawing drawing, int scale) {
        String source =
                "data:image/png;base64," + Base64.getEncoder().encodeToString(PngFile.bytes(drawing.pixels(scale)));
        return open("figure", "class", "wide")
                .empty("img", "src", source, "alt", drawing.title())
                .close();
    }

    /** A style sheet or script of this library, which must hold neither {@code <} nor {@code &}. */
    public HtmlBuilder verbatim(String tag, String content) {
        if (content.indexOf('<') >= 0 || content.indexOf('&') >= 0) {
            throw new IllegalArgumentException("a " + tag + " with < or & in it is no XML");
        }
        tag(tag).append(">\n").append(content).append("</").append(tag).append(">\n");
        return this;
    }

    /** The page, all tags closed. */
    public String page() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return "<!DOCTYPE html>\n" + text;
    }

    private StringBuilder tag(String tag, String... attributes) {
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(attributes[i + 1])).append('"');
        }
        return text;
    }

    /** Text that is safe between tags and in quotes; characters that HTML forbids become U+FFFD. */
    public static String escaped(String content) {
        StringBuilder safe = new StringBuilder(content.length() + 16);
        content.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isCharacter(int c) {
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
        return !surrogate && !control && (c & 0xFFFE) != 0xFFFE;
    }

    /** A file as a {@code data:} URI. */
    public static String dataUri(String mediaType, Path file) {
        try {
            return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new ActionableException(file + " cannot be read (" + failure + "); check its permissions", failure);
        }
    }

    /** The bytes of a file. */
    static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new ActionableException(file + " cannot be read (" + failure + "); check its permissions", failure);
        }
    }
}
