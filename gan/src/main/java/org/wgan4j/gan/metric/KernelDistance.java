package org.wgan4j.gan.metric;

/** TODO. */
public final class KernelDistance {
    private KernelDistance() {}

    /** TODO. */
    public static Finding between(Features generated, Features reference) {
        throw new UnsupportedOperationException(generated + " " + reference);
    }
}
