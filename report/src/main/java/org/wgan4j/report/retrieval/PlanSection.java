package org.wgan4j.report.retrieval;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.wgan4j.report.html.HtmlBuilder;
import org.wgan4j.report.html.NumberFormats;
import org.wgan4j.transport.Plan;

/** The section with the transport plan from the query to the best match, and its costliest entries. */
record PlanSection(RetrievalAnswer answer, Thumbnails thumbnails) {
    private static final int MOST_MOVES = 6;

    void write(HtmlBuilder page) {
        Match best = answer.best();
        ColourSpace space = answer.request().settings().space();
        Plan plan = answer.flow().plan();
        String query = RetrievalPage.queryName(answer);
        page.element("h2", "The plan of the best match");
        page.element("p", explanation(best, plan));
        page.open("figure", "class", "plan");
        end(page, answer.request().query(), query, answer.query());
        new FlowDiagram(answer.query(), best.signature(), plan, space)
                .draw(page, "The colours of " + query + " flow to those of " + best.name());
        end(page, best.file(), best.name(), best.signature());
        page.close();
        moves(page, new PlanEntries(answer.query(), best.signature(), plan));
    }

    private String explanation(Match best, Plan plan) {
        return "The " + NumberFormats.count(answer.query().size()) + " colours of the query, on the left, become the "
                + NumberFormats.count(best.signature().size()) + " of " + best.name()
                + (best.isQuery() ? ", itself" : "")
                + " along " + NumberFormats.count(plan.size())
                + " ribbons. A ribbon is as wide as the share of the picture that"
                + " it moves. No other plan moves the colours less far: the proof is a dual solution whose value differs by "
                + RetrievalPage.gap(answer.flow().dualityGap()) + ".";
    }

    private void end(HtmlBuilder page, Path file, String name, ColourSignature signature) {
        page.open("div");
        thumbnails.show(page, file, name);
        page.element("span", name, "title", name);
        page.element("span", NumberFormats.count(signature.size()) + " colours");
        page.close();
    }

    private void moves(HtmlBuilder page, PlanEntries moves) {
        List<Integer> costliest = moves.costliest(MOST_MOVES);
        if (costliest.isEmpty()) {
            return;
        }
        ColourSpace space = answer.request().settings().space();
        Palette from = new Palette(moves.from(), space);
        Palette to = new Palette(moves.to(), space);
        page.element("h3", "What the distance is made of");
        page.openTable(
                "table of the costliest moves", "numbers moves", List.of("move", "share", "distance", "of the cost"));
        for (int entry : costliest) {
            page.open("tr").open("td");
            swatch(page, from.css(moves.plan().source(entry)));
            page.text(" \u2192 ");
            swatch(page, to.css(moves.plan().target(entry)));
            page.close();
            page.element("td", percent(moves.plan().mass(entry)));
            page.element("td", String.format(Locale.ROOT, "%.1f", moves.distance(entry)));
            page.element("td", percent(moves.cost(entry) / answer.flow().cost()));
            page.close();
        }
        page.closeTable();
    }

    private static void swatch(HtmlBuilder page, String css) {
        page.element("i", "", "class", "swatch", "style", "background:" + css, "title", css);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
