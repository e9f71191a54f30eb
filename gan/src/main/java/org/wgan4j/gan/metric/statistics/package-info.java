/** Measurements with their intervals: bootstrap, Wilson, Student's t, rank correlation. */
@NullMarked
package org.wgan4j.gan.metric.statistics;

import org.jspecify.annotations.NullMarked;
