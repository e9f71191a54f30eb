package org.wgan4j.report.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wgan4j.gan.recipe.DataSettings;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunStatus;
import org.wgan4j.gan.run.StepRecord;

/** The header of the report: objective, data, progress and counts. */
record RunSummary(RunFacts facts) {
    void write(HtmlBuilder page) {
        page.open("header");
        page.element("p", "wgan4j training report", "class", "kicker");
        page.element("h1", facts.name());
        page.element("p", objective() + ", trained on " + data() + ". " + progress(), "class", "lede");
        page.open("dl", "class", "tiles");
        page.tile("generator steps", NumberFormats.count(facts.stepsDone()));
        facts.lastStep().ifPresent(last -> counts(page, last));
        page.close();
        page.close();
    }

    private void counts(HtmlBuilder page, StepRecord last) {
        page.tile("critic steps", NumberFormats.count(last.criticSteps()));
        page.tile("real " + facts.samples() + " seen", NumberFormats.count(last.imagesSeen()));
        page.tile("times through the data", NumberFormats.epochs(last.epoch()));
        page.tile("training time", NumberFormats.time(last.seconds()));
        if (last.seconds() > 0) {
            page.tile(
                    "real " + facts.samples() + " a second",
                    NumberFormats.count(Math.round(last.imagesSeen() / last.seconds())));
        }
    }

    private String objective() {
        return "A " + ObjectiveDescription.of(facts.recipe().objective()).title();
    }

    private String data() {
        DataSettings settings = facts.recipe().data();
        Optional<DataProvenance> origin = facts.provenance().map(Provenance::data);
        String name = origin.map(DataProvenance::name).orElse(settings.name());
        String images = origin.map(data -> NumberFormats.count(data.size()) + " " + facts.samples() + " of " + name
                        + " (" + data.shape() + ")")
                .orElse(name);
        return images + digits(settings.digits());
    }

    private static String digits(List<Integer> digits) {
        if (digits.isEmpty()) {
            return "";
        }
        String list = digits.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (digits.size() == 1 ? ", digit " : ", digits ") + list;
    }

    /** The progress of the run, and how it ended. */
    private String progress() {
        return facts.status().map(this::progress).orElseGet(this::progressByRecipe);
    }

    private String progress(RunStatus status) {
        String made = NumberFormats.count(status.step()) + " of " + NumberFormats.count(status.totalSteps())
                + " generator steps";
        return switch (status.state()) {
            case RUNNING ->
                "When this page was written, the run was under way: it had made "
                        + NumberFormats.count(facts.stepsDone()) + " of " + NumberFormats.count(status.totalSteps())
                        + " generator steps.";
            case COMPLETE -> "The run is complete.";
            case STOPPED -> "It was stopped after " + made + ", and can go on.";
            case DIVERGED -> "It diverged after " + made + ": " + status.message();
            case FAILED -> "It failed after " + made + ": " + status.message();
        };
    }

    /** The progress as far as the log of an earlier version tells. */
    private String progressByRecipe() {
        Recipe recipe = facts.recipe();
        long done = facts.stepsDone();
        if (done == 0) {
            return "Nothing has been logged yet.";
        }
        if (recipe.steps() > 0) {
            return done >= recipe.steps()
                    ? "The run is complete."
                    : "It has made " + NumberFormats.count(done) + " of " + NumberFormats.count(recipe.steps())
                            + " generator steps.";
        }
        int epochs = facts.metrics().epochs().size();
        return epochs >= recipe.epochs()
                ? "The run is complete."
                : "It has finished " + NumberFormats.count(epochs) + " of " + NumberFormats.count(recipe.epochs())
                        + " epochs.";
    }
}
