package org.wgan4j.gan.recipe;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The presentation of the logged terms of an objective: the curves of the loss plot, the explanations in the report, and the indicators that
 * are compared with sample quality. Immutable and safe for use by several threads.
 *
 * @param critic the name of the critic: {@code critic} or {@code discriminator}
 * @param scoreUnit axis label of the scores
 * @param lossUnit axis label of the losses
 * @param scores curves of the first panel, at least one
 * @param losses curves of the second panel, at least one
 * @param indicators numbers that are expected to fall as the samples get better, at least one
 * @param explanations how to read the curves
 */
public record ObjectiveCurves(
        String critic,
        String scoreUnit,
        String lossUnit,
        List<TermCurve> scores,
        List<TermCurve> losses,
        List<Indicator> indicators,
        List<Explanation> explanations) {

    /** Copies the lists; refuses empty ones of curves and indicators. */
    public ObjectiveCurves {
        scores = List.copyOf(scores);
        losses = List.copyOf(losses);
        indicators = List.copyOf(indicators);
        explanations = List.copyOf(explanations);
        if (scores.isEmpty() || losses.isEmpty() || indicators.isEmpty()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "an objective has at least one curve of scores, one of losses and one indicator, found %d, %d and %d",
                    scores.size(),
                    losses.size(),
                    indicators.size()));
        }
    }

    /**
     * The curve of a logged term.
     *
     * @param term its name in {@code metrics.jsonl}
     * @param label in the legend, with the formula
     */
    public record TermCurve(String term, String label) {}

    /**
     * A number computed from the terms of a step.
     *
     * @param label with its formula and unit
     * @param value from the terms by name; NaN where a term is missing
     */
    public record Indicator(String label, ToDoubleFunction<Map<String, Double>> value) {
        /** A logged term itself. */
        public static Indicator of(String label, String term) {
            return new Indicator(label, terms -> terms.getOrDefault(term, Double.NaN));
        }
    }

    /** A question about the curves and its answer; a minus in a formula is written as a hyphen. */
    public record Explanation(String question, String answer) {}

    /** The curves that every objective logs, for one without its own. */
    static ObjectiveCurves plain(String objective) {
        return new ObjectiveCurves(
                "critic",
                "mean score",
                "loss",
                List.of(
                        new TermCurve("critic_real", "on real images: E f(x)"),
                        new TermCurve("critic_fake", "on generated ones: E f(G(z))")),
                List.of(new TermCurve("critic_loss", "critic"), new TermCurve("generator_loss", "generator")),
                List.of(Indicator.of("critic's loss", "critic_loss")),
                List.of(new Explanation(
                        "What do the curves say?",
                        "They are the critic's mean scores and the losses as both networks minimise them. What their values mean"
                                + " depends on the objective " + objective + ".")));
    }
}
