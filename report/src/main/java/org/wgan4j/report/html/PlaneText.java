package org.wgan4j.report.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wgan4j.gan.run.EvaluationRecord;

/** The text of the report for a run on points of the plane: how to read the pictures, and the last mode counts. */
final class PlaneText {
    private static final String READING =
            "Each picture shows the plane: real points as discs, generated points as crosses, and the critic's score of every"
                    + " place as a colour. Generated points are pushed up the slope of the scores.";

    private PlaneText() {}

    static String explanation(List<EvaluationRecord> modes) {
        return modes.isEmpty() ? READING : READING + " " + counted(modes.get(modes.size() - 1));
    }

    private static String counted(EvaluationRecord last) {
        Map<String, Double> values = last.values();
        StringBuilder text = new StringBuilder("At generator step " + NumberFormats.count(last.step()) + ": ");
        if (values.containsKey("modes_found")) {
            text.append(String.format(
                    Locale.ROOT,
                    "%.0f of %.0f modes found and %.1f %% of the points within three standard deviations of one; ",
                    values.get("modes_found"),
                    values.getOrDefault("modes", Double.NaN),
                    100 * values.getOrDefault("high_quality_share", Double.NaN)));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "exact W1 in the plane between 1000 generated and 1000 real points %.3f, and between two thousands of"
                                + " real points %.3f.",
                        values.getOrDefault("w1", Double.NaN),
                        values.getOrDefault("w1_floor", Double.NaN)))
                .toString();
    }
}
