package org.wgan4j.gan.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Metrics that are measured together. */
interface MetricGroup {
    /** What is measured, for a progress line. */
    String words();

    /** The metrics that it measures, always all of them. */
    Set<Metric> metrics();

    /** Measures a generated sample. */
    Measured measure(Sample generated);

    /**
     * Measures real images in its place.
     *
     * @param real training images, as many as there are generated ones
     */
    default Measured floor(Sample real) {
        return measure(real);
    }

    /** What was found. */
    record Measured(Map<Metric, Measurement> findings, List<NearPair> closest) {
        static Measured of(Map<Metric, Measurement> findings) {
            return new Measured(findings, List.of());
        }
    }
}
