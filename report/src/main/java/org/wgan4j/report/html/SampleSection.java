package org.wgan4j.report.html;

import java.util.List;
import org.wgan4j.gan.run.EvaluationRecord;

/** The section with the last sample grid and a slider over an even subset of all grids; without scripts, a row of thumbnails. */
record SampleSection(RunFacts facts) {
    /** Most grids on the page. */
    static final int MOST_GRIDS = 24;
    /** Most bytes of all files together; Base64 adds a third. */
    static final long MOST_BYTES = 2_500_000;

    void write(HtmlBuilder page) {
        page.element("h2", onPlane() ? "Generated points and the critic" : "Generated images");
        List<SampleGrid> grids = subset(facts.grids());
        if (grids.isEmpty()) {
            page.element("p", "No grid of samples has been drawn yet.");
            return;
        }
        page.element("p", explanation(grids.size()));
        SampleGrid last = grids.get(grids.size() - 1);
        page.open("figure", "id", "shown");
        grid(page, last, true);
        page.element("figcaption", last.caption());
        page.close();
        if (grids.size() > 1) {
            slider(page, grids.size());
            page.open("noscript");
            page.element("p", "Without scripts there is no slider; the row below shows the grids in order.");
            page.close();
            page.open(
                    "div",
                    "class",
                    "film",
                    "id",
                    "film",
                    "tabindex",
                    "0",
                    "role",
                    "group",
                    "aria-label",
                    "sample grids");
            grids.forEach(grid -> grid(page, grid, false));
            page.close();
        }
    }

    private boolean onPlane() {
        return facts.onPlane();
    }

    private String explanation(int shown) {
        int all = facts.grids().size();
        String reading =
                onPlane() ? PlaneText.explanation(facts.metrics().measures(EvaluationRecord.Kind.MODES)) : noise();
        return shown == all
                ? reading
                : reading + " Of " + NumberFormats.count(all) + (onPlane() ? " pictures, " : " grids, ") + shown
                        + " are shown.";
    }

    private String noise() {
        return facts.recipe().samples().freshNoise()
                ? "Each grid is drawn from new noise, so that places in two grids have nothing to do with each other."
                : "Each grid is drawn from the same noise, so that a place in the grid shows how one image develops.";
    }

    private static void slider(HtmlBuilder page, int grids) {
        page.open("div", "class", "slider", "id", "slider", "hidden", "hidden");
        page.element("span", "first");
        String last = Integer.toString(grids - 1);
        page.empty(
                "input",
                "type",
                "range",
                "min",
                "0",
                "max",
                last,
                "value",
                last,
                "step",
                "1",
                "aria-label",
                "which grid");
        page.element("span", "last");
        page.close();
    }

    private static void grid(HtmlBuilder page, SampleGrid grid, boolean large) {
        String source = HtmlBuilder.dataUri("image/png", grid.file());
        String what = "What the generator made, " + grid.caption();
        page.empty(
                "img",
                "src",
                source,
                "alt",
                what,
                "title",
                grid.caption(),
                "width",
                Integer.toString(large ? grid.width() : Math.min(grid.width(), 200)),
                "height",
                Integer.toString(
                        large
                                ? grid.height()
                                : Math.max(1, grid.height() * Math.min(grid.width(), 200) / grid.width())));
    }

    /** An even subset, smaller where the files are large; at least the last grid. */
    static List<SampleGrid> subset(List<SampleGrid> all) {
        for (int most = MOST_GRIDS; most > 1; most--) {
            List<SampleGrid> subset = EvenSubset.of(all, most);
            if (subset.stream().mapToLong(grid -> HtmlBuilder.size(grid.file())).sum() <= MOST_BYTES) {
                return subset;
            }
        }
        return EvenSubset.of(all, 1);
    }
}
