package org.wgan4j.gan.metric;

/** TODO. */
public final class FrechetDistance {
    private FrechetDistance() {}

    /** TODO. */
    public static Finding between(Features generated, Features reference, long seed) {
        throw new UnsupportedOperationException(generated + " " + reference + seed);
    }
}
