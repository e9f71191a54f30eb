package org.wgan4j.gan.data;

import org.wgan4j.gan.Named;

/**
 * A data set that recipes can name.
 *
 * <p>To add one, write a class with a public constructor without arguments and name it in
 * {@code META-INF/services/org.wgan4j.gan.data.NamedDataset}. It is stateless and safe for use by several threads.
 */
public interface NamedDataset extends Named {
    /**
     * The samples, the same at each call, with or without labels.
     *
     * @throws org.wgan4j.gan.ActionableException if they cannot be read
     */
    Dataset load();
}
