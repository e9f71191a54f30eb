package org.wgan4j.report.html;

import java.nio.file.Files;

/** The section with the animation, or with a link to it if it is large. */
record AnimationSection(RunFacts facts) {
    /** Bytes; in the page they take a third more. */
    static final long MOST_BYTES = 3_900_000;

    void write(HtmlBuilder page) {
        if (!Files.isRegularFile(facts.run().animation())) {
            return;
        }
        page.element("h2", "The training in motion");
        if (HtmlBuilder.size(facts.run().animation()) > MOST_BYTES) {
            page.open("p").text("The animation is large and has stayed outside this page, beside it: ");
            page.element("a", "training.gif", "href", "training.gif").close();
            return;
        }
        page.open("figure");
        String source = HtmlBuilder.dataUri("image/gif", facts.run().animation());
        page.empty("img", "src", source, "alt", "The sample grids one after the other", "loading", "lazy");
        page.element("figcaption", "The sample grids in the order of generator steps; the last one stands longer.");
        page.close();
    }
}
