package org.wgan4j.gan;

/**
 * A component that recipes refer to by its name: an objective, an architecture or a data set.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader} (see {@link Catalog#installed}) or passed in code. They are stateless and
 * safe for use by several threads.
 */
public interface Named {
    /** The name in recipes: lower-case letters, digits and hyphens, beginning with a letter. */
    String name();

    /** What it is, in one sentence. */
    String summary();
}
