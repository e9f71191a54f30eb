package org.wgan4j.report.html;

import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.run.RunDirectory;

/**
 * The HTML report of a run, {@code report.html}: summary, sample grids, metrics, loss curves, epochs, recipe and provenance.
 *
 * <p>The page is one file with its pictures embedded; its content security policy forbids network access. To draw loss plot and animation first,
 * use {@code RunReport}. Safe for use by several threads.
 */
public final class ReportPage {
    private final RunFacts facts;
    private final HtmlBuilder page = new HtmlBuilder();

    private ReportPage(RunFacts facts) {
        this.facts = facts;
    }

    /**
     * Writes or replaces {@code report.html} of a run, below 10 MB; curves and animation are in it if their files are there.
     *
     * @throws ActionableException if the run cannot be read or the disk refuses
     */
    public static void write(RunDirectory run) {
        AtomicFile.write(run.report(), html(run));
    }

    static String html(RunDirectory run) {
        return new ReportPage(RunFacts.read(run)).draw();
    }

    private String draw() {
        page.open("html", "lang", "en");
        HtmlHead.write(page, facts.name() + " \u2013 wgan4j training report", HtmlHead.style());
        page.open("body");
        new RunSummary(facts).write(page);
        page.open("main");
        new SampleSection(facts).write(page);
        new QualitySection(facts).write(page);
        new LossSection(facts).write(page);
        new AnimationSection(facts).write(page);
        new EpochSection(facts).write(page);
        new ProvenanceSection(facts).write(page);
        page.close();
        page.element(
                "footer", "Written by wgan4j from the run directory alone; everything on this page is in this file.");
        page.verbatim("script", HtmlHead.resource(ReportPage.class, "report.js"));
        return page.close().close().page();
    }
}
