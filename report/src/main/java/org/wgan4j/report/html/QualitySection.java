package org.wgan4j.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.report.figure.SeriesColor;
import org.wgan4j.report.figure.draw.VectorDrawing;
import org.wgan4j.report.figure.plot.LineStyle;
import org.wgan4j.report.figure.plot.PanelLayout;
import org.wgan4j.report.figure.plot.Plot;

/** The section with the metrics of sample quality at each evaluation, beside those of real images. */
record QualitySection(RunFacts facts) {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 400;

    void write(HtmlBuilder page) {
        List<EvaluationRecord> measures = facts.metrics().measures(EvaluationRecord.Kind.QUALITY).stream()
                .filter(measure -> !measured(List.of(measure)).isEmpty())
                .toList();
        if (measures.isEmpty()) {
            return;
        }
        page.element("h2", "How good the samples are");
        page.element(
                "p",
                "Held against real images that the generator never saw where there are such: MNIST's digits by the features and classes of"
                        + " the digit classifier that comes with wgan4j, other images by their pixels. The dotted line is what as many real"
                        + " images get. wgan4j evaluate measures more, of more samples.");
        if (measures.size() > 1) {
            page.drawing(drawing(measures), 1);
        }
        table(page, EvenSubset.of(measures, EpochSection.MOST_ROWS));
    }

    private static VectorDrawing drawing(List<EvaluationRecord> measures) {
        Plot[] plots = Stream.of(Metrics.FRECHET_DISTANCE, Metrics.COVERAGE, Metrics.SLICED_W)
                .filter(metric ->
                        measures.stream().anyMatch(measure -> measure.values().containsKey(metric.key())))
                .map(metric -> plot(measures, metric))
                .toArray(Plot[]::new);
        return PanelLayout.titled("Quality of the samples", WIDTH)
                .row(HEIGHT, plots)
                .drawing();
    }

    private static Plot plot(List<EvaluationRecord> measures, Metric metric) {
        double[] floors = values(measures, metric.key() + "_floor");
        return MetricPlot.of(metric, "generator step", metric == Metrics.FRECHET_DISTANCE)
                .draw(
                        List.of(new MetricPlot.Series(
                                "samples, with 95 % interval",
                                SeriesColor.BLUE.color(),
                                LineStyle.SOLID,
                                new IntervalCurve(
                                        measures.stream()
                                                .mapToDouble(EvaluationRecord::step)
                                                .toArray(),
                                        values(measures, metric.key()),
                                        values(measures, metric.key() + "_low"),
                                        values(measures, metric.key() + "_high")))),
                        OptionalDouble.of(floors[floors.length - 1]));
    }

    private static double[] values(List<EvaluationRecord> measures, String key) {
        return measures.stream()
                .mapToDouble(measure -> measure.values().getOrDefault(key, Double.NaN))
                .toArray();
    }

    /** Those of the metrics shown that were measured. */
    private static List<Metric> measured(List<EvaluationRecord> rows) {
        return MetricPlot.OF_A_RUN.stream()
                .filter(metric -> rows.stream().anyMatch(row -> row.values().containsKey(metric.key())))
                .toList();
    }

    private static void table(HtmlBuilder page, List<EvaluationRecord> rows) {
        List<Metric> shown = measured(rows);
        List<String> headings = new ArrayList<>(List.of("generator step"));
        shown.forEach(metric -> headings.add(metric.key().replace('_', ' ')));
        page.openTable("table of metrics", "numbers", headings);
        rows.forEach(row -> {
            page.open("tr").element("td", NumberFormats.count(row.step()));
            shown.forEach(metric -> cell(page, row.values(), metric.key()));
            page.close();
        });
        page.open("tr").element("td", "real images");
        Map<String, Double> last = rows.get(rows.size() - 1).values();
        shown.forEach(metric -> cell(page, last, metric.key() + "_floor"));
        page.close().closeTable();
    }

    private static void cell(HtmlBuilder page, Map<String, Double> values, String key) {
        page.element("td", values.containsKey(key) ? NumberFormats.value(values.getOrDefault(key, Double.NaN)) : "");
    }
}
