package org.wgan4j.gan.metric.pixels;

/**
 * A generated image and the training image nearest to it. Immutable and safe for use by several threads.
 *
 * @param generated index among the generated images
 * @param training index among the training images
 * @param distance Euclidean distance of the pixels scaled to [-1, 1]
 */
public record NearPair(int generated, int training, double distance) {}
