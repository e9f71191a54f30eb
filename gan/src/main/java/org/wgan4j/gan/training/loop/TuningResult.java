package org.wgan4j.gan.training.loop;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.recipe.Precision;

/**
 * The result of tuning: the precision and the convolution algorithms of a run, kept when it resumes.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param precision of convolutions and matrix products, never {@code AUTO}
 * @param generator the convolution algorithms and layout of the generator
 * @param critic the same of the critic
 * @param timings in the order in which they were measured; empty if none were
 */
public record TuningResult(
        Precision precision, ConvolutionPlan generator, ConvolutionPlan critic, List<Timing> timings) {
    public TuningResult {
        timings = List.copyOf(timings);
    }

    /** Direct convolutions in the given precision. */
    public static TuningResult plain(Precision precision) {
        return new TuningResult(precision, ConvolutionPlan.PLAIN, ConvolutionPlan.PLAIN, List.of());
    }

    /**
     * The least time of each alternative of a choice.
     *
     * @param what was timed, such as {@code transposed convolution 256 to 128, 5x5, ...}
     * @param precision in which it was timed
     * @param milliseconds by the name of the alternative
     * @param chosen the name of the chosen alternative
     */
    public record Timing(String what, Precision precision, Map<String, Double> milliseconds, String chosen) {
        public Timing {
            Objects.requireNonNull(milliseconds.get(chosen), "the chosen alternative was not timed");
        }
    }
}
