package org.wgan4j.gan.metric.sample;

import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.Metric;

/**
 * A network that computes features and class probabilities of images, which {@link Metric}s are computed from.
 *
 * <p>It can be implemented with any library: the same images must give the same numbers. It is called by one thread at a time.
 */
public interface ImageClassifier {
    /** Its name in results. */
    String name();

    /** The SHA-256 of its weights in hexadecimal, since distances of features depend on them; empty if it is not known. */
    String sha256();

    /** Whether it accepts images of this shape. */
    boolean takes(ImageShape shape);

    /**
     * Computes features, class probabilities, or both.
     *
     * @return the images with a row of features, a row of class probabilities, or both, for each
     */
    Sample describe(Images images);
}
