package org.wgan4j.gan.metric;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * A metric that consists of two functions of the input. Immutable and safe for use by several threads if the functions are.
 *
 * @param key lower-case letters, digits and underscores
 * @param measure the value
 * @param floorMeasure the floor
 */
record FunctionMetric(
        String key,
        String words,
        String unit,
        Better better,
        Basis basis,
        Function<MetricInput, Measurement> measure,
        Function<MetricInput, Measurement> floorMeasure)
        implements Metric {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");

    FunctionMetric {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "the key of a metric is small letters, digits and underscores, not \"" + key + "\"");
        }
    }

    @Override
    public Measurement measure(MetricInput input) {
        return measure.apply(input);
    }

    @Override
    public Measurement floor(MetricInput input) {
        return floorMeasure.apply(input);
    }

    @Override
    public String toString() {
        return key;
    }
}
