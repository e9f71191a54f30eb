package org.wgan4j.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The {@code head} element of a self-contained page, whose content security policy forbids all network access. Thread-safe. */
public final class HtmlHead {
    private static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

    private HtmlHead() {}

    /** Writes the element {@code head} with a title and style sheets. */
    public static void write(HtmlBuilder page, String title, String... styles) {
        page.open("head");
        page.empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title);
        for (String style : styles) {
            page.verbatim("style", style);
        }
        page.close();
    }

    /** The style sheet that all pages share. */
    public static String style() {
        return resource(HtmlHead.class, "report.css");
    }

    /** A text resource beside a class. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
