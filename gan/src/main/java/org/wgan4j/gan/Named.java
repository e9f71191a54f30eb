package org.wgan4j.gan;

/**
 * Something that a recipe or a command names: an objective, an architecture, a data set.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader} (see {@link Catalog#installed}) or passed in code. They are stateless and
 * safe for use by several threads.
 */
public interface Named {
    /** The name in recipes and on the command line: lower-case letters, digits and hyphens, beginning with a letter. */
    String name();

    /** What it is, in one sentence. */
    String summary();
}
