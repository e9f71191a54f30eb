package org.wgan4j.app.cli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.evaluation.EvaluationData;
import org.wgan4j.gan.evaluation.SampleEvaluator;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.Score;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * A quality report as {@code wgan4j evaluate} prints it: a table, or a JSON object. Immutable, but for the evaluator.
 *
 * @param what the samples, in words
 * @param evaluator what measured them
 */
record QualityAnswer(String what, SampleEvaluator evaluator, QualityReport report) {
    /** One JSON object: the data and the classifier, every metric with its interval and floor, the histograms of classes. */
    public Map<String, Object> object() {
        EvaluationData evaluationData = evaluator.evaluationData();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("samples", what);
        object.put("count", report.generated());
        object.put(
                "data",
                side(
                        evaluationData.training().name(),
                        report.training(),
                        evaluationData.training().sha256()));
        object.put(
                "reference",
                side(
                        evaluationData.reference().name(),
                        report.reference(),
                        evaluationData.reference().sha256()));
        object.put("reference_held_out", evaluationData.heldOut());
        evaluator
                .classifier()
                .ifPresent(classifier ->
                        object.put("classifier", Map.of("name", classifier.name(), "sha256", classifier.sha256())));
        if (!evaluator.leftOut().isEmpty()) {
            object.put("left_out", evaluator.leftOut().stream().map(Metric::key).toList());
            object.put("left_out_because", whyLeftOut());
        }
        object.put("seed", report.seed());
        Map<String, Object> metrics = new LinkedHashMap<>();
        report.scores().values().forEach(score -> metrics.put(score.metric().key(), metric(score)));
        object.put("metrics", metrics);
        if (!report.classHistogram().isEmpty()) {
            object.put("class_histogram", report.classHistogram());
            object.put("reference_class_histogram", report.referenceHistogram());
        }
        object.put("closest_training_images", report.closest());
        return object;
    }

    private static String whyLeftOut() {
        return "features and classes are those of the digit classifier, which knows MNIST's digits alone; evaluated by pixels";
    }

    private static Map<String, Object> side(String name, int images, String sha256) {
        Map<String, Object> side = new LinkedHashMap<>();
        side.put("name", name);
        side.put("images", images);
        side.put("sha256", sha256);
        return side;
    }

    private static Map<String, Object> metric(Score score) {
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("what", score.metric().words());
        metric.put("unit", score.metric().unit());
        metric.put("better", score.metric().better().name().toLowerCase(Locale.ROOT));
        metric.putAll(measurement(score.value()));
        metric.put("real_against_real", measurement(score.floor()));
        return metric;
    }

    private static Map<String, Object> measurement(Measurement measurement) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (measurement instanceof Measurement.Estimate estimate) {
            object.put("value", estimate.value());
            if (estimate.hasInterval()) {
                object.put("low", estimate.low());
                object.put("high", estimate.high());
                object.put("standard_error", estimate.standardError());
            } else {
                object.put("no_interval", estimate.noInterval());
            }
            object.put("samples", estimate.samples());
            object.put("references", estimate.references());
        } else {
            object.put("not_computed", measurement.toString());
        }
        return object;
    }

    /** The lines of a table. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        EvaluationData evaluationData = evaluator.evaluationData();
        lines.add(String.format(Locale.ROOT, "%s: %d images", what, report.generated()));
        lines.add(String.format(
                Locale.ROOT,
                "against %s: %d images%s",
                evaluationData.reference().name(),
                report.reference(),
                evaluationData.heldOut()
                        ? " that the generator never saw"
                        : ", a random half that the generator may have seen"));
        evaluator
                .classifier()
                .ifPresent(classifier -> lines.add(String.format(
                        Locale.ROOT,
                        "features and classes by %s, SHA-256 %s",
                        classifier.name(),
                        classifier.sha256())));
        if (!evaluator.leftOut().isEmpty()) {
            lines.add(String.format(Locale.ROOT, "left out %s: %s", keys(evaluator.leftOut()), whyLeftOut()));
        }
        lines.add("");
        lines.add(row("", "value", "95 % interval", "real images", "better"));
        report.scores().values().forEach(score -> lines.add(row(score)));
        report.scores().values().stream()
                .filter(score -> score.value() instanceof Measurement.Estimate value && !value.hasInterval())
                .forEach(score -> lines.add("no interval of " + score.metric().key() + ": "
                        + ((Measurement.Estimate) score.value()).noInterval()));
        if (!report.classHistogram().isEmpty()) {
            lines.add("");
            lines.add(classes("classes", report.classHistogram()));
            lines.add(classes("reference", report.referenceHistogram()));
        }
        return lines;
    }

    private static String keys(List<Metric> metrics) {
        return String.join(", ", metrics.stream().map(Metric::key).toList());
    }

    private static String row(Score score) {
        Metric metric = score.metric();
        String better = metric.better() == Metric.Better.NEITHER
                ? ""
                : metric.better().name().toLowerCase(Locale.ROOT);
        if (score.value() instanceof Measurement.Estimate value) {
            String interval = value.hasInterval() ? number(value.low()) + " to " + number(value.high()) : "none";
            return row(metric.words(), number(value.value()), interval, floor(score.floor()), better);
        }
        return String.format(Locale.ROOT, "%-50s %s", metric.words(), score.value());
    }

    private static String floor(Measurement floor) {
        return floor instanceof Measurement.Estimate estimate ? number(estimate.value()) : "";
    }

    private static String row(String what, String value, String interval, String floor, String better) {
        return String.format(Locale.ROOT, "%-50s %10s  %-22s %11s  %s", what, value, interval, floor, better)
                .stripTrailing();
    }

    /** Four digits that count. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        double size = Math.abs(value);
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : size >= 0.001 ? 4 : 6;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String classes(String what, List<Integer> histogram) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-15s", what));
        histogram.forEach(count -> line.append(String.format(Locale.ROOT, "%7d", count)));
        return line.toString();
    }
}
