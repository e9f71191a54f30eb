/** Metrics of pixels: transport distances between images, and nearest neighbours among the training images. */
@NullMarked
package org.wgan4j.gan.metric.pixels;

import org.jspecify.annotations.NullMarked;
