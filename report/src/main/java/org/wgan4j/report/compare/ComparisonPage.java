package org.wgan4j.report.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.format.AtomicFile;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.recipe.ObjectiveCurves;
import org.wgan4j.gan.run.Provenance;
import org.wgan4j.gan.run.RunDirectory;
import org.wgan4j.report.html.HtmlBuilder;
import org.wgan4j.report.html.HtmlHead;
import org.wgan4j.report.html.MetricPlot;
import org.wgan4j.report.html.NumberFormats;

/**
 * The HTML page of a comparison: claims, sample grids at equal cost, quality over cost, losses against quality, time and the extra experiments.
 *
 * <p>The page is one file that needs no network. Safe for use by several threads.
 */
public final class ComparisonPage {
    private static final String STYLE = """
            .verdict { font-weight: 600; white-space: nowrap; }
            .beside { display: flex; gap: .8rem; overflow-x: auto; }
            .beside figure { flex: 1 0 11rem; max-width: 18rem; margin: .4rem 0; }
            """;

    private final Comparison comparison;
    private final List<ArmRecord> recipes;
    private final String origin;
    private final HtmlBuilder page = new HtmlBuilder();

    private ComparisonPage(Comparison comparison, String origin) {
        this.comparison = comparison;
        this.recipes = comparison.of(Experiment.RECIPES);
        this.origin = origin;
    }

    /**
     * Writes or replaces the page of the runs of a plan that have been trained so far.
     *
     * @param folder of the comparison, as for {@link ComparisonTraining}
     * @throws ActionableException if no run of a recipe has been evaluated yet, or the disk refuses
     */
    public static void write(Path file, ComparisonPlan plan, Path folder) {
        write(file, Comparison.ofPlan(plan, folder), "");
    }

    /**
     * The same with the command that made it.
     *
     * @param command is printed on the page
     */
    public static void write(Path file, ComparisonPlan plan, Path folder, String command) {
        write(file, Comparison.ofPlan(plan, folder), "Made by: " + command);
    }

    /**
     * Writes or replaces the page of any runs; those whose settings differ in nothing but seed and length are seeds of one arm.
     *
     * @throws ActionableException if a run has not been evaluated, or the disk refuses
     */
    public static void write(Path file, List<RunDirectory> runs) {
        write(file, Comparison.ofRuns(runs), "");
    }

    /**
     * The same with the command that made it.
     *
     * @param command is printed on the page
     */
    public static void write(Path file, List<RunDirectory> runs, String command) {
        write(file, Comparison.ofRuns(runs), "Made by: " + command);
    }

    private static void write(Path file, Comparison comparison, String origin) {
        List<ArmRecord> recipes = comparison.of(Experiment.RECIPES);
        for (ArmRecord arm : recipes) {
            for (TrialRecord trial : arm.trials()) {
                if (trial.quality().isEmpty()) {
                    throw new ActionableException(String.format(
                            Locale.ROOT,
                            "%s has no measures of quality: set quality.everySteps, such as to 100, and train or resume it.",
                            trial.run().path()));
                }
            }
        }
        if (recipes.isEmpty()) {
            throw new ActionableException("There is no run to compare yet: train one first.");
        }
        AtomicFile.write(file, new ComparisonPage(comparison, origin).draw());
    }

    private String draw() {
        page.open("html", "lang", "en");
        HtmlHead.write(page, "Comparison \u2013 wgan4j", HtmlHead.style(), STYLE);
        page.open("body").open("header");
        page.element("p", "wgan4j comparison", "class", "kicker");
        page.element("h1", title());
        page.element("p", subtitle(), "class", "lede");
        page.close().open("main");
        claims();
        grids();
        charts();
        table();
        losses();
        new ExperimentSections(comparison).write(page);
        conditions();
        page.close();
        page.element(
                "footer", "Written by wgan4j from run directories alone; everything on this page is in this file.");
        return page.close().close().page();
    }

    private String title() {
        return String.join(", ", recipes.stream().map(arm -> arm.arm().name()).toList());
    }

    private String subtitle() {
        int least = recipes.stream().mapToInt(arm -> arm.trials().size()).min().orElse(0);
        int most = recipes.stream().mapToInt(arm -> arm.trials().size()).max().orElse(0);
        String seeds = most == 1
                ? "one seed"
                : least == most ? least + " seeds" : String.format(Locale.ROOT, "%d to %d seeds", least, most);
        return String.format(
                Locale.ROOT, "%d ways to train, %s each, held against the same real images.", recipes.size(), seeds);
    }

    private void claims() {
        page.element("h2", "What the tutorials say, and what these runs say");
        page.element(
                "p",
                "A verdict between two recipes takes intervals over seeds that do not touch; with one seed nothing is decided."
                        + " Intervals are 95 % by Student's t.");
        page.openTable("table of claims", "claims", List.of("claim", "verdict", "numbers"));
        for (Claim claim : Claims.of(comparison)) {
            page.open("tr")
                    .element("td", claim.claim())
                    .element("td", claim.verdict().label(), "class", "verdict");
            page.element("td", claim.numbers()).close();
        }
        page.closeTable();
    }

    private void grids() {
        page.element("h2", "Samples side by side");
        for (CostScale scale : CostScale.values()) {
            double reach = Comparison.reach(recipes, scale);
            page.element("h3", "At " + scale.amount(reach));
            page.open("div", "class", "beside");
            for (ArmRecord arm : recipes) {
                grid(arm.trials().get(0), scale, reach);
            }
            page.close();
        }
        page.element(
                "p",
                "Of the first seed, the last grid before that point; the same noise at each place of a recipe's grids.");
    }

    private void grid(TrialRecord trial, CostScale scale, double reach) {
        trial.gridAt(scale, reach)
                .ifPresentOrElse(
                        grid -> page.figure(grid, trial.arm().name() + ", " + grid.caption()),
                        () -> page.open("figure")
                                .element("figcaption", trial.arm().name() + ": no grid yet")
                                .close());
    }

    private void charts() {
        page.element("h2", "Quality against what it costs");
        for (CostScale scale : CostScale.values()) {
            page.drawing(ComparisonCharts.quality(recipes, scale), 2);
        }
    }

    private void losses() {
        page.element("h2", "Loss against quality");
        page.element(
                "p",
                "One sign convention: scores as the critic gives them, losses as they are minimised. The W estimate is E f(x) \u2212"
                        + " E f(G(z)), never with the penalty in it. The JS bound of a GAN is ln 2 \u2212 L/2 with L its discriminator's"
                        + " cross entropy: at most the Jensen-Shannon divergence, which is at most ln 2.");
        page.drawing(ComparisonCharts.losses(recipes), 2);
        page.openTable(
                "table of correlations",
                "numbers",
                List.of("recipe", "what people watch", "Spearman's correlation with the Fr\u00e9chet distance"));
        for (ArmRecord arm : recipes) {
            for (ObjectiveCurves.Indicator indicator : arm.indicators()) {
                Optional<Measurement.Estimate> value =
                        arm.over(trial -> IndicatorCorrelation.of(indicator, trial, Metrics.FRECHET_DISTANCE.key()));
                page.open("tr").element("td", arm.arm().name()).element("td", indicator.label());
                page.element("td", value.map(ComparisonPage::interval).orElse("too few measures"))
                        .close();
            }
        }
        page.closeTable();
    }

    private void table() {
        page.element("h2", "At the end of each run");
        List<Metric> shown = ComparisonCharts.measured(recipes, MetricPlot.OF_A_RUN);
        List<String> names = new ArrayList<>(List.of("recipe", "generator steps", "seconds an epoch"));
        shown.forEach(metric -> names.add(metric.key().replace('_', ' ')));
        page.openTable("table of metrics", "numbers", names);
        for (ArmRecord arm : recipes) {
            page.open("tr").element("td", arm.arm().name());
            cell(arm.over(trial -> OptionalDouble.of(trial.reach(CostScale.STEPS))));
            cell(arm.over(TrialRecord::secondsPerEpoch));
            shown.forEach(metric -> cell(arm.over(trial -> trial.lastValue(metric.key()))));
            page.close();
        }
        page.open("tr").element("td", "real images").element("td", "").element("td", "");
        shown.forEach(metric -> cell(recipes.get(0).over(trial -> trial.lastValue(metric.key() + "_floor"))));
        page.close().closeTable();
    }

    private void cell(Optional<Measurement.Estimate> value) {
        page.element("td", value.map(ComparisonPage::interval).orElse(""));
    }

    private static String interval(Measurement.Estimate value) {
        String mean = NumberFormats.value(value.value());
        return value.samples() > 1 ? mean + " \u00b1 " + NumberFormats.value(value.value() - value.low()) : mean;
    }

    private void conditions() {
        page.element("h2", "How this was made");
        if (!origin.isEmpty()) {
            page.element("p", origin);
        }
        page.open("ul");
        for (ArmRecord arm : comparison.arms()) {
            for (TrialRecord trial : arm.trials()) {
                page.element("li", condition(trial));
            }
        }
        page.close();
    }

    private static String condition(TrialRecord trial) {
        Provenance origin = trial.run().provenance();
        return String.format(
                Locale.ROOT,
                "%s: seed %d, batch %d, %s, %s %s on %s (%d threads), started %s",
                trial.arm().name(),
                trial.seed(),
                trial.recipe().batchSize(),
                origin.data().name(),
                origin.device(),
                origin.precision(),
                origin.cpu(),
                origin.threads(),
                origin.started());
    }
}
