package org.wgan4j.gan.metric;

/** TODO. */
public record Manifolds(Finding precision, Finding recall, Finding density, Finding coverage) {
    /** TODO. */
    public static Manifolds between(Features generated, Features reference, int k) {
        throw new UnsupportedOperationException(generated + " " + reference + k);
    }
}
