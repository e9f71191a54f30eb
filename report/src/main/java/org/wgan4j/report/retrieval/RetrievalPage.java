package org.wgan4j.report.retrieval;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.report.html.HtmlBuilder;
import org.wgan4j.report.html.HtmlHead;
import org.wgan4j.report.html.NumberFormats;

/**
 * The HTML page of a search: the query, three rankings, the plan to the best match, and the numbers. It is one file that needs no network.
 *
 * <p>Safe for use by several threads.
 */
public final class RetrievalPage {
    private final RetrievalAnswer answer;
    private final Thumbnails thumbnails = new Thumbnails();
    private final HtmlBuilder page = new HtmlBuilder();

    private RetrievalPage(RetrievalAnswer answer) {
        this.answer = answer;
    }

    /**
     * Writes or replaces a page.
     *
     * @throws ActionableException if the disk refuses
     */
    public static void write(Path file, RetrievalAnswer answer) {
        AtomicFile.write(file, html(answer));
    }

    static String html(RetrievalAnswer answer) {
        return new RetrievalPage(answer).draw();
    }

    /** The name of the query's file, without its folder. */
    static String queryName(RetrievalAnswer answer) {
        return String.valueOf(answer.request().query().getFileName());
    }

    private String draw() {
        thumbnails.add(answer.request().query());
        List.of(answer.byTransport(), answer.byL2(), answer.byChiSquare())
                .forEach(list -> list.forEach(match -> thumbnails.add(match.file())));
        page.open("html", "lang", "en");
        String style = HtmlHead.resource(RetrievalPage.class, "retrieval.css");
        HtmlHead.write(page, "Nearest to " + queryName(answer) + " by colour", HtmlHead.style(), style);
        page.open("body");
        thumbnails.define(page);
        header();
        page.open("main");
        rankings();
        new PlanSection(answer, thumbnails).write(page);
        new NumbersSection(answer).write(page);
        page.close();
        page.element("footer", "Written by wgan4j; everything on this page is in this file.");
        return page.close().close().page();
    }

    private void header() {
        page.open("header");
        page.element("p", "wgan4j retrieve", "class", "kicker");
        page.element("h1", "Nearest by colour");
        page.open("div", "class", "query");
        page.open("figure");
        thumbnails.show(page, answer.request().query(), "the query " + queryName(answer));
        new Palette(answer.query(), answer.request().settings().space()).draw(page);
        page.element("figcaption", queryName(answer) + ", the query");
        page.close();
        page.open("div");
        page.element("p", lede(), "class", "lede");
        page.open("dl", "class", "tiles");
        page.tile("pictures searched", NumberFormats.count(answer.pictures()));
        page.tile("solved exactly", NumberFormats.count(answer.solved()));
        page.tile("largest duality gap", gap(answer.largestGap()));
        page.tile("colours of the query", NumberFormats.count(answer.query().size()));
        page.tile("reading", NumberFormats.time(answer.readingSeconds()));
        page.tile("ranking", NumberFormats.time(answer.rankingSeconds()));
        page.close().close().close().close();
    }

    private String lede() {
        int shown = answer.byTransport().size();
        return "Of " + NumberFormats.count(answer.pictures()) + " pictures, "
                + (shown == 1 ? "the one" : "the " + NumberFormats.count(shown))
                + " whose colours take the least moving to become those of the query: "
                + "exact earth mover\u2019s distance in "
                + answer.request().settings().space().title()
                + ", beside what two distances between histograms choose.";
    }

    private void rankings() {
        page.element("h2", "Three rankings");
        page.element(
                "p",
                "The bar below a picture shows its colours, dark to light, each as wide as its share. Outlined pictures are"
                        + " chosen by the earth mover\u2019s distance too.");
        boolean lab = answer.request().settings().space() == ColourSpace.LAB;
        ranking(
                "Earth mover\u2019s distance",
                lab
                        ? "How far the colours have to move on average, as a colour difference \u0394E; about 2.3 is just noticeable."
                        : "How far the colours have to move on average, in codes of 0 to 255.",
                answer.byTransport(),
                match -> number(match.distance()));
        ranking(
                "L2 between histograms",
                "Counts what is in the same cell, blind to how near two cells are. In brackets the earth mover\u2019s distance.",
                answer.byL2(),
                match -> String.format(Locale.ROOT, "%.3f (%s)", match.l2(), number(match.distance())));
        ranking(
                "Chi-square between histograms",
                "As blind, but fairer to rare colours: 0 is the same, 1 has no cell in common.",
                answer.byChiSquare(),
                match -> String.format(Locale.ROOT, "%.3f (%s)", match.chiSquare(), number(match.distance())));
    }

    /** A duality gap to one digit; a negative one is rounding. */
    static String gap(double gap) {
        return gap <= 0 ? "0" : String.format(Locale.ROOT, "%.0e", gap);
    }

    /** A distance in units of the colour space. */
    static String number(double distance) {
        return String.format(Locale.ROOT, "%.2f", distance);
    }

    private void ranking(String title, String explanation, List<Match> matches, Function<Match, String> value) {
        Set<Path> chosen = answer.byTransport().stream().map(Match::file).collect(Collectors.toSet());
        boolean outlined = matches != answer.byTransport();
        page.element("h3", title).element("p", explanation);
        page.open("ol", "class", "gallery");
        int rank = 0;
        for (Match match : matches) {
            page.open("li", "class", outlined && chosen.contains(match.file()) ? "shared" : "own");
            thumbnails.show(page, match.file(), match.name());
            new Palette(match.signature(), answer.request().settings().space()).draw(page);
            page.open("p");
            page.element("b", value.apply(match))
                    .element("span", ++rank + " \u00b7 " + match.name(), "title", match.name());
            if (match.isQuery()) {
                page.element("i", "the query itself");
            }
            page.close().close();
        }
        page.close();
    }
}
