/** Metrics of pixels: transport distances between images, and how near samples come to the training images. */
@NullMarked
package org.wgan4j.gan.metric.pixels;

import org.jspecify.annotations.NullMarked;
