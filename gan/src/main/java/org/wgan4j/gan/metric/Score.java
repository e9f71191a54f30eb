package org.wgan4j.gan.metric;

import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * One metric of a sample beside what real images get. Immutable and safe for use by several threads.
 *
 * @param metric what was measured
 * @param value the sample's
 * @param floor that of as many real images: what is left of the metric when the generator is perfect. See
 *     {@link QualityEvaluator} on which real images that are.
 */
public record Score(Metric metric, Measurement value, Measurement floor) {}
