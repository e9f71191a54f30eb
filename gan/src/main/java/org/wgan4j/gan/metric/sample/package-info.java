/** The inputs of metrics: images, features and class probabilities. */
@NullMarked
package org.wgan4j.gan.metric.sample;

import org.jspecify.annotations.NullMarked;
