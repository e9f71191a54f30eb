package org.wgan4j.gan.metric;

import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * The value of one metric with its floor, the value for real images. Immutable and safe for use by several threads.
 *
 * @param value of the generated sample
 * @param floor of as many real images, which {@link QualityEvaluator} draws
 */
public record Score(Metric metric, Measurement value, Measurement floor) {}
