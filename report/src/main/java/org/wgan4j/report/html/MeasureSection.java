package org.wgan4j.report.html;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wgan4j.report.figure.Tint;
import org.wgan4j.report.figure.draw.Drawing;
import org.wgan4j.report.figure.plot.Axis;
import org.wgan4j.report.figure.plot.Band;
import org.wgan4j.report.figure.plot.Line;
import org.wgan4j.report.figure.plot.Mark;
import org.wgan4j.report.figure.plot.Page;
import org.wgan4j.report.figure.plot.Plot;
import org.wgan4j.report.figure.plot.Stroke;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.run.EvaluationRecord;

/** How good the samples were at each measure, beside what real images get. */
record MeasureSection(RunFacts facts) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 400;
    private static final List<Metric> SHOWN = List.of(
            Metrics.FRECHET_DISTANCE,
            Metrics.KERNEL_DISTANCE,
            Metrics.PRECISION,
            Metrics.RECALL,
            Metrics.DENSITY,
            Metrics.COVERAGE,
            Metrics.CLASSIFIER_SCORE,
            Metrics.CLASSES_PRESENT,
            Metrics.CONFIDENT_SHARE);

    void write(Markup page) {
        List<EvaluationRecord> measures = facts.metrics().measures(EvaluationRecord.Kind.QUALITY).stream()
                .sorted(Comparator.comparingLong(EvaluationRecord::step))
                .toList();
        if (measures.isEmpty()) {
            return;
        }
        page.element("h2", "How good the samples are");
        page.element(
                "p",
                "Held against real images that the generator never saw where there are such, by the features and classes of the digit"
                        + " classifier that comes with wgan4j. The dotted line is what as many real images get. wgan4j evaluate measures more,"
                        + " of more samples.");
        if (measures.size() > 1) {
            page.drawing(drawing(measures), 1);
        }
        table(page, SampleGrid.evenly(measures, EpochSection.MOST_ROWS));
    }

    private static Drawing drawing(List<EvaluationRecord> measures) {
        return Page.titled("Quality of the samples", WIDTH)
                .row(HEIGHT, plot(measures, Metrics.FRECHET_DISTANCE, true), plot(measures, Metrics.COVERAGE, false))
                .drawing();
    }

    private static Plot plot(List<EvaluationRecord> measures, Metric metric, boolean logarithmic) {
        double[] steps = measures.stream().mapToDouble(EvaluationRecord::step).toArray();
        double[] values = values(measures, metric.key(), logarithmic);
        double[] low = values(measures, metric.key() + "_low", logarithmic);
        double[] high = values(measures, metric.key() + "_high", logarithmic);
        double[] floor = values(measures, metric.key() + "_floor", logarithmic);
        List<Mark> marks = new ArrayList<>();
        Color color = Tint.BLUE.color();
        marks.add(new Band(color, steps, low, high));
        marks.add(Line.of("real images", Color.DARK_GRAY, Stroke.DOTTED, steps, floor));
        marks.add(new Line("samples, with 95 % interval", color, Stroke.SOLID, true, steps, values));
        double[] shown = Stream.of(values, floor, high, low)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(shown).min().orElse(0);
        double most = Arrays.stream(shown).max().orElse(1);
        Axis up = logarithmic
                ? Axis.powersOfTen(metric.unit(), least, most)
                : Axis.over(metric.unit(), Math.min(0, least), Math.max(1, most));
        String title = metric.words() + (logarithmic ? ", logarithmic" : "");
        return new Plot(title, Axis.over("generator step", 0, steps[steps.length - 1]), up, marks);
    }

    private static double[] values(List<EvaluationRecord> measures, String key, boolean logarithmic) {
        return measures.stream()
                .mapToDouble(measure -> measure.values().getOrDefault(key, Double.NaN))
                .map(value -> !logarithmic ? value : value > 0 ? Math.log10(value) : Double.NaN)
                .toArray();
    }

    private static void table(Markup page, List<EvaluationRecord> rows) {
        page.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "table of measures");
        page.open("table", "class", "numbers").open("thead").open("tr");
        page.element("th", "generator step", "scope", "col");
        SHOWN.forEach(metric -> page.element("th", metric.key().replace('_', ' '), "scope", "col"));
        page.close().close().open("tbody");
        rows.forEach(row -> {
            page.open("tr").element("td", Numerals.count(row.step()));
            SHOWN.forEach(metric -> cell(page, row.values(), metric.key()));
            page.close();
        });
        page.open("tr").element("td", "real images");
        Map<String, Double> last = rows.get(rows.size() - 1).values();
        SHOWN.forEach(metric -> cell(page, last, metric.key() + "_floor"));
        page.close().close().close().close();
    }

    private static void cell(Markup page, Map<String, Double> values, String key) {
        page.element("td", values.containsKey(key) ? Numerals.value(values.getOrDefault(key, Double.NaN)) : "");
    }
}
