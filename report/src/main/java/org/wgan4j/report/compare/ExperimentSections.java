package org.wgan4j.report.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.report.html.HtmlBuilder;
import org.wgan4j.report.html.NumberFormats;
import org.wgan4j.report.html.SampleGrid;

/** The sections of the extra experiments: a table each, with the last sample grid of each run. */
record ExperimentSections(Comparison comparison) {
    private static final List<Metric> SHOWN =
            List.of(Metrics.FRECHET_DISTANCE, Metrics.COVERAGE, Metrics.CLASSES_PRESENT, Metrics.CONFIDENT_SHARE);

    void write(HtmlBuilder page) {
        section(page, Experiment.STABILITY, LearningCriterion.DESCRIPTION);
        section(
                page,
                Experiment.OPTIMAL_CRITIC,
                "Each generator step is preceded by 100 critic steps. Compare with the recipe itself after as many generator steps.");
        section(
                page,
                Experiment.AS_WRITTEN,
                "Each text as it is written, mistakes included, and what it means to be; both got equally much.");
    }

    private void section(HtmlBuilder page, Experiment experiment, String explanation) {
        List<ArmRecord> arms = comparison.of(experiment);
        String title = experiment.label();
        page.element("h2", title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1));
        if (arms.isEmpty()) {
            page.element("p", "Not trained for this page; the experiment " + experiment.key() + " does.");
            return;
        }
        page.element("p", explanation);
        Set<String> groups = new LinkedHashSet<>();
        arms.forEach(arm -> groups.add(arm.arm().group()));
        for (String group : groups) {
            List<ArmRecord> ofGroup =
                    arms.stream().filter(arm -> arm.arm().group().equals(group)).toList();
            table(page, ofGroup);
            grids(page, ofGroup);
        }
    }

    private static void table(HtmlBuilder page, List<ArmRecord> arms) {
        List<String> headings = new ArrayList<>(List.of("run", "generator steps"));
        SHOWN.forEach(metric -> headings.add(metric.key().replace('_', ' ')));
        headings.add("learnt");
        page.openTable("table of runs", "numbers", headings);
        for (ArmRecord arm : arms) {
            TrialRecord trial = arm.trials().get(0);
            page.open("tr").element("td", arm.arm().name());
            page.element("td", NumberFormats.count((long) trial.reach(CostScale.STEPS)));
            for (Metric metric : SHOWN) {
                OptionalDouble value = trial.lastValue(metric.key());
                page.element("td", value.isPresent() ? NumberFormats.value(value.getAsDouble()) : "not measured");
            }
            page.element("td", LearningCriterion.learns(arm) ? "yes" : "no").close();
        }
        page.closeTable();
    }

    private static void grids(HtmlBuilder page, List<ArmRecord> arms) {
        page.open("div", "class", "beside");
        for (ArmRecord arm : arms) {
            List<SampleGrid> grids = arm.trials().get(0).grids();
            if (!grids.isEmpty()) {
                SampleGrid last = grids.get(grids.size() - 1);
                page.figure(last, arm.arm().name() + ", " + last.caption());
            }
        }
        page.close();
    }
}
