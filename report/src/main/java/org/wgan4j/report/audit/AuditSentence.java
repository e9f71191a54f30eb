package org.wgan4j.report.audit;

import java.util.Locale;
import java.util.OptionalDouble;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.AuditValue;

/** One sentence that interprets an audit: the critic's estimate, its slope, and how they compare with exact W1. */
public final class AuditSentence {
    /** Within this factor of each other, two distances are called near. */
    private static final double NEAR = 1.33;

    private final AuditReport report;
    private final double estimate;
    private final double slope;
    private final double decoded;
    private final double exact;
    private final double floor;
    private final double debiased;

    private AuditSentence(AuditReport report) {
        this.report = report;
        estimate = report.value(AuditValue.CRITIC_ESTIMATE);
        slope = report.value(AuditValue.GRADIENT_NORM_MAX);
        decoded = report.value(AuditValue.ESTIMATE_OVER_LIPSCHITZ);
        exact = report.value(AuditValue.EXACT_W1);
        floor = report.value(AuditValue.FLOOR_W1);
        debiased = report.value(AuditValue.DEBIASED_W1);
    }

    /** The sentence; safe for use by several threads. */
    public static String of(AuditReport report) {
        AuditSentence sentence = new AuditSentence(report);
        return sentence.subject() + "; " + sentence.verdict() + sentence.inTraining() + ".";
    }

    private String subject() {
        String scale = String.format(
                Locale.ROOT,
                "its slope is at most %s where it was measured (mean %s), where W1 asks for 1",
                number(slope),
                number(report.value(AuditValue.GRADIENT_NORM_MEAN)));
        return report.estimatesWasserstein()
                ? String.format(Locale.ROOT, "The critic's estimate is %s, and %s", number(estimate), scale)
                : String.format(
                        Locale.ROOT,
                        "The discriminator's estimate, %s, is a difference of mean logits and no distance, and %s",
                        number(estimate),
                        scale);
    }

    private String verdict() {
        if (estimate <= 0) {
            return "it does not score the real images above the generated ones, so at this step it estimates no distance at all, though the exact W1"
                    + String.format(
                            Locale.ROOT,
                            " of these images is %s (%s between real and real ones)",
                            number(exact),
                            number(floor));
        }
        if (decoded > exact) {
            return String.format(
                            Locale.ROOT,
                            "divided by that slope it is %s, more than the exact W1 of these images, %s, which no critic of slope 1 exceeds: so somewhere",
                            number(decoded),
                            number(exact))
                    + String.format(
                            Locale.ROOT,
                            " it is steeper than was measured, and indeed between the steepest pair of images its slope is %s",
                            number(report.value(AuditValue.STEEPEST_PAIR)));
        }
        return String.format(
                        Locale.ROOT,
                        "divided by that slope it is %s, which is %s of the exact W1 of these images, %s; but %s lie between real and real ones too, and of the %s",
                        number(decoded),
                        share(decoded / exact),
                        number(exact),
                        number(floor),
                        number(debiased))
                + " that are left without both floors it is " + ofTheDebiased();
    }

    private String ofTheDebiased() {
        if (debiased <= 0) {
            return "more than all: as far as so many images tell, generated and real ones are alike";
        }
        double ratio = decoded / debiased;
        String said = ratio > 1 / NEAR && ratio < NEAR
                ? ", so it is near the distance of the distributions, not of the batches"
                : ratio >= NEAR
                        ? ", so it sees the batches rather than the distributions"
                        : ", so it sees a part of the distance only";
        return share(ratio) + said;
    }

    private String inTraining() {
        OptionalDouble inTraining = report.find(AuditValue.CRITIC_ESTIMATE_IN_TRAINING);
        return inTraining.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; in training, with batch statistics and dropout, it says %s of the same images, as no function of one image",
                        number(inTraining.getAsDouble()));
    }

    private static String share(double ratio) {
        return String.format(Locale.ROOT, ratio < 0.1 ? "%.2g %%" : "%.0f %%", 100 * ratio);
    }

    /** About three digits. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        return String.format(
                Locale.ROOT, size < 0.1 ? "%.4f" : size < 10 ? "%.2f" : size < 1000 ? "%.1f" : "%.0f", value);
    }
}
