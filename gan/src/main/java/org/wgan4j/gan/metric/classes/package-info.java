/** Metrics of class probabilities and modes. */
@NullMarked
package org.wgan4j.gan.metric.classes;

import org.jspecify.annotations.NullMarked;
