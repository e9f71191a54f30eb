package org.wgan4j.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.run.Provenance;

/** The sections with the provenance and recipe of the run, and the commands that continue it. */
record ProvenanceSection(RunFacts facts) {
    void write(HtmlBuilder page) {
        commands(page);
        facts.provenance().ifPresent(provenance -> provenance(page, provenance));
        recipe(page);
    }

    private void commands(HtmlBuilder page) {
        String run = argument(facts.run().path());
        page.element("h2", "Go on from here");
        page.element(
                "p",
                "Train on from the latest checkpoint; --epochs or --steps move the end, counted from the run's start:");
        page.open("pre").element("code", "wgan4j resume " + run).close();
        page.element("p", "Draw new images with the trained generator, on a page or as arrays for NumPy:");
        page.open("pre");
        page.element(
                "code",
                "wgan4j sample " + run + " --seed 1 --out grid.png\nwgan4j sample " + run
                        + " -n 10000 --seed 1 --out images.npz");
        page.close();
    }

    private void provenance(HtmlBuilder page, Provenance made) {
        page.element("h2", "Where it comes from");
        page.open("div", "class", "scroll").open("table", "class", "facts").open("tbody");
        row(page, "recipe", made.recipe());
        row(page, "seed", Long.toString(made.seed()));
        row(page, "started", made.started().toString());
        row(
                page,
                "data set",
                made.data().name() + ", " + NumberFormats.count(made.data().size()) + " " + facts.samples() + " of "
                        + made.data().shape());
        row(page, "data SHA-256", made.data().sha256());
        made.initialWeights()
                .ifPresent(weights -> row(
                        page,
                        "began with",
                        "the weights of " + weights.run() + " at step " + NumberFormats.count(weights.step())));
        row(page, "machine", made.cpu() + ", " + made.cores() + (made.cores() == 1 ? " core" : " cores"));
        row(page, "threads", Integer.toString(made.threads()));
        row(page, "device", made.device());
        row(page, "precision", made.precision());
        row(page, "tuning", made.tuning());
        row(page, "system", made.os());
        row(page, "Java", made.java());
        row(page, "wgan4j", made.version());
        row(page, "commit", made.commit());
        page.close().close().close();
    }

    private static void row(HtmlBuilder page, String name, String value) {
        page.open("tr").element("th", name, "scope", "row").element("td", value).close();
    }

    private void recipe(HtmlBuilder page) {
        page.element("h2", "Recipe");
        page.open("details");
        page.element("summary", "Every setting of this run, resolved");
        page.open("pre").element("code", text(facts.run().recipeFile())).close();
        page.close();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new ActionableException(file + " cannot be read (" + failure + "); check its permissions", failure);
        }
    }

    /** A path as a shell takes it for one word. */
    static String argument(Path path) {
        String text = path.toString();
        String safe = text.startsWith("-") ? "./" + text : text;
        return safe.matches("[A-Za-z0-9_./:\\\\-]+") ? safe : "'" + safe.replace("'", "'\\''") + "'";
    }
}
