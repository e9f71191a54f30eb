package org.wgan4j.app.cli.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.wgan4j.app.cli.console.PrintableText;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.report.audit.AuditSentence;
import org.wgan4j.report.audit.GeneratedClasses;

/**
 * An audit as {@code wgan4j audit} prints it: lines of text, or a JSON object. Immutable.
 *
 * @param classes of the generated images, if they are known
 */
record AuditAnswer(Path run, long seed, AuditReport report, GeneratedClasses classes) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s at generator step %d: %.0f real and as many generated images of seed %d; distances are Euclidean, pixels in [-1, 1]",
                PrintableText.of(run.toString()),
                report.step(),
                report.value(AuditValue.IMAGES),
                seed));
        lines.add("");
        row(
                lines,
                AuditValue.CRITIC_ESTIMATE,
                "critic's estimate",
                "mean score of the real less that of the generated images");
        row(lines, AuditValue.CRITIC_ESTIMATE_IN_TRAINING, "  as in training", "batch statistics, dropout");
        row(
                lines,
                AuditValue.ESTIMATE_OVER_LIPSCHITZ,
                "  over its largest slope",
                "what a critic of slope 1 would say");
        row(lines, AuditValue.ESTIMATE_OVER_MEAN_NORM, "  over its mean slope", "");
        row(lines, AuditValue.ESTIMATE_OVER_STEEPEST_PAIR, "  over its steepest pair", "never above the exact W1");
        row(
                lines,
                AuditValue.GRADIENT_NORM_MAX,
                "largest slope",
                "of as many points between real and generated images");
        row(lines, AuditValue.GRADIENT_NORM_MEAN, "mean slope", "");
        row(lines, AuditValue.STEEPEST_PAIR, "steepest pair", "of all real and generated images");
        row(lines, AuditValue.EXACT_W1, "exact W1", "the most that a critic of slope 1 can say of these images");
        row(lines, AuditValue.FLOOR_W1, "  floor, real", "W1 between these real images and as many others");
        row(lines, AuditValue.GENERATED_FLOOR_W1, "  floor, generated", "the same of generated ones");
        row(lines, AuditValue.DEBIASED_W1, "  without both floors", "W1 less their mean");
        row(
                lines,
                AuditValue.SINKHORN_DIVERGENCE,
                "Sinkhorn divergence",
                "epsilon " + digits(report.value(AuditValue.SINKHORN_EPSILON)));
        lines.add("");
        lines.add(AuditSentence.of(report));
        lines.add("");
        return lines;
    }

    private void row(List<String> lines, AuditValue value, String name, String remark) {
        OptionalDouble found = report.find(value);
        if (found.isPresent()) {
            lines.add(String.format(Locale.ROOT, "  %-24s %12s  %s", name, digits(found.getAsDouble()), remark)
                    .stripTrailing());
        }
    }

    /** Four decimals, or the power of ten of numbers that have none of them. */
    private static String digits(double value) {
        boolean small = value != 0 && Math.abs(value) < 0.001;
        return String.format(Locale.ROOT, small ? "%.3e" : "%.4f", value);
    }

    /**
     * The object that {@code --json} prints.
     *
     * @param files that were written
     */
    Map<String, Object> object(List<Path> files) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", run.toString());
        object.put("step", report.step());
        object.put("seed", seed);
        object.put("estimates_wasserstein", report.estimatesWasserstein());
        object.put("distance", "euclidean on pixels in [-1, 1]");
        object.putAll(report.byName());
        object.put("sentence", AuditSentence.of(report));
        if (classes.labels().known() && report.realClasses().known()) {
            object.put("classifier", classes.classifier());
            object.put("mass_by_class", report.pairing().massByClass(classes.labels(), report.realClasses()));
        }
        object.put("files", files.stream().map(Path::toString).toList());
        return object;
    }
}
