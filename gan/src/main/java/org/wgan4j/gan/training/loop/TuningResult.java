package org.wgan4j.gan.training.loop;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wgan4j.gan.convolution.ConvolutionPlan;
import org.wgan4j.gan.recipe.Precision;

/**
 * How a run computes: what was chosen at its start, and kept ever after.
 *
 * <p>Immutable; safe for use by several threads.
 *
 * @param precision of convolutions and products of matrices, decided
 * @param generator how the generator computes
 * @param critic how the critic computes
 * @param timings what the choice rests on, in the order in which it was measured; none where nothing was
 */
public record TuningResult(
        Precision precision, ConvolutionPlan generator, ConvolutionPlan critic, List<Timing> timings) {
    public TuningResult {
        timings = List.copyOf(timings);
    }

    /** The plain formulations in the given precision. */
    public static TuningResult plain(Precision precision) {
        return new TuningResult(precision, ConvolutionPlan.PLAIN, ConvolutionPlan.PLAIN, List.of());
    }

    /**
     * One thing that can be done in several ways, with the least time that each took.
     *
     * @param what was timed, such as {@code transposed convolution 256 to 128, 5x5, ...}
     * @param precision in which it was timed
     * @param milliseconds by the name of the way
     * @param chosen the name of the way that was kept
     */
    public record Timing(String what, Precision precision, Map<String, Double> milliseconds, String chosen) {
        public Timing {
            Objects.requireNonNull(milliseconds.get(chosen), "the chosen way was not timed");
        }
    }
}
