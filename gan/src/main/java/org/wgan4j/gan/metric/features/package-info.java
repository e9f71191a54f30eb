/** Metrics of features: Fréchet and kernel distance, precision, recall, density, coverage. */
@NullMarked
package org.wgan4j.gan.metric.features;

import org.jspecify.annotations.NullMarked;
