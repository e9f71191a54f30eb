package org.wgan4j.gan.objective;

import java.util.Locale;

/**
 * The number of passes of a batch through the critic in one critic step, by which its arithmetic is counted.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param scored batches that are scored and differentiated, 2 for one of real and one of generated samples
 * @param inputGradients batches whose input gradient is taken and differentiated in turn, 1 for a gradient penalty
 */
public record CriticPasses(int scored, int inputGradients) {
    /** One real and one generated batch, and nothing else. */
    public static final CriticPasses PLAIN = new CriticPasses(2, 0);

    /** Refuses fewer than two scored batches. */
    public CriticPasses {
        if (scored < 2 || inputGradients < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a critic step scores at least 2 batches and takes 0 or more input gradients, found %d and %d",
                    scored,
                    inputGradients));
        }
    }
}
