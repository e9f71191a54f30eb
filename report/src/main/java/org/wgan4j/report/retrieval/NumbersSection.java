package org.wgan4j.report.retrieval;

import java.util.List;
import java.util.Locale;
import org.wgan4j.report.html.HtmlBuilder;
import org.wgan4j.report.html.NumberFormats;

/** The section with the table of the nearest, the method, and the skipped files. */
record NumbersSection(RetrievalAnswer answer) {
    private static final int MOST_SKIPPED = 200;

    void write(HtmlBuilder page) {
        page.element("h2", "The numbers");
        table(page);
        page.element("h2", "How they were found");
        page.element("p", signatures());
        page.element("p", search());
        skipped(page);
    }

    private void table(HtmlBuilder page) {
        page.openTable(
                "table of the nearest pictures",
                "numbers ranked",
                List.of("rank", "picture", "distance", "lower bound", "L2", "chi-square"));
        int rank = 0;
        for (Match match : answer.byTransport()) {
            page.open("tr");
            page.element("td", Integer.toString(++rank));
            page.element("td", match.name() + (match.isQuery() ? " (the query itself)" : ""));
            page.element("td", RetrievalPage.number(match.distance()));
            page.element("td", RetrievalPage.number(match.lowerBound()));
            page.element("td", String.format(Locale.ROOT, "%.4f", match.l2()));
            page.element("td", String.format(Locale.ROOT, "%.4f", match.chiSquare()));
            page.close();
        }
        page.closeTable();
    }

    private String signatures() {
        SignatureSettings settings = answer.request().settings();
        int bins = settings.bins();
        return "The pixels of a picture fall into " + bins + " \u00d7 " + bins + " \u00d7 " + bins + " cells of "
                + settings.space().title()
                + "; each cell that holds any is one point, at the mean of its pixels, with their"
                + " share of the picture as mass. Of a picture with more than "
                + NumberFormats.count(settings.mostPixels())
                + " pixels, a regular raster of fewer is read. The histograms of L2 and chi-square are the shares of the same cells.";
    }

    private String search() {
        return "Pictures waited in the order of lower bounds, which cost little: the distance between the means; exact"
                + " transport along each axis alone; and every colour filling its nearest partners, whatever others do there."
                + " They were solved exactly in that order until the bound exceeded the distance of the last one shown: "
                + NumberFormats.count(answer.solved()) + " of " + NumberFormats.count(answer.pictures())
                + ". The result is that of solving all.";
    }

    private void skipped(HtmlBuilder page) {
        List<SkippedFile> all = answer.skipped();
        if (all.isEmpty()) {
            return;
        }
        page.element("h3", "Skipped");
        page.open("ul");
        all.stream().limit(MOST_SKIPPED).forEach(one -> page.element("li", one.name() + ": " + one.reason()));
        page.close();
        if (all.size() > MOST_SKIPPED) {
            page.element("p", "And " + NumberFormats.count(all.size() - MOST_SKIPPED) + " more.");
        }
    }
}
