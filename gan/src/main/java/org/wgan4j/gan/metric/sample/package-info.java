/** What metrics are computed from: images, features and class probabilities. */
@NullMarked
package org.wgan4j.gan.metric.sample;

import org.jspecify.annotations.NullMarked;
