package org.wgan4j.gan.metric;

import java.util.Random;
import org.wgan4j.gan.data.ImageShape;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.sample.ClassProbabilities;
import org.wgan4j.gan.metric.sample.Features;
import org.wgan4j.gan.metric.sample.Sample;
import org.wgan4j.gan.metric.statistics.Measurement;

/** Samples for the tests. */
public final class MadeUpSamples {
    public static final ImageShape SHAPE = new ImageShape(1, 6, 6);

    private MadeUpSamples() {}

    /** Independent normal features. */
    public static Features normal(int count, int dimension, double mean, double deviation, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + deviation * random.nextGaussian();
        }
        return Features.of(dimension, values);
    }

    /** All certain, class after class in turn. */
    public static ClassProbabilities inTurn(int count, int used, int classes) {
        double[] values = new double[count * classes];
        for (int i = 0; i < count; i++) {
            values[i * classes + i % used] = 1;
        }
        return ClassProbabilities.of(classes, values);
    }

    /** Probabilities of all degrees of confidence. */
    public static ClassProbabilities unsure(int count, int classes, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count * classes];
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                values[i * classes + c] = Math.exp(4 * random.nextGaussian());
                sum += values[i * classes + c];
            }
            for (int c = 0; c < classes; c++) {
                values[i * classes + c] /= sum;
            }
        }
        return ClassProbabilities.of(classes, values);
    }

    /** Images of independent pixels around a grey. */
    public static Images noise(int count, int grey, int deviation, long seed) {
        Random random = new Random(seed);
        byte[] pixels = new byte[count * SHAPE.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(grey + deviation * random.nextGaussian())));
        }
        return Images.of(SHAPE, pixels);
    }

    /** Everything at once. */
    public static Sample sample(int count, double mean, long seed) {
        return Sample.of(
                noise(count, 120 + (int) (40 * mean), 40, seed),
                normal(count, 7, mean, 1, seed),
                unsure(count, 10, seed));
    }

    public static double value(Measurement measurement) {
        return estimate(measurement).value();
    }

    public static Measurement.Estimate estimate(Measurement measurement) {
        if (measurement instanceof Measurement.Estimate estimate) {
            return estimate;
        }
        throw new AssertionError(measurement);
    }
}
