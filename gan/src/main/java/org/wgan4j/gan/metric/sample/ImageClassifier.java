package org.wgan4j.gan.metric.sample;

import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.Metric;

/**
 * A network that describes images by features and class probabilities, which {@link Metric}s of those bases are computed from.
 *
 * <p>Implement it for images of your own, with any library: the same images must get the same numbers. It is asked by one thread at a time.
 */
public interface ImageClassifier {
    /** What it is called in results. */
    String name();

    /** The SHA-256 of its weights in hexadecimal, since distances of features depend on them; empty if it is not known. */
    String sha256();

    /** Whether it describes images of this shape. */
    boolean takes(ImageShape shape);

    /**
     * Describes images.
     *
     * @return the images with a row of features, a row of class probabilities, or both, for each
     */
    Sample describe(Images images);
}
