package org.wgan4j.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.data.ImageLayout;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.evaluation.EvaluationData;
import org.wgan4j.gan.evaluation.SampleEvaluator;
import org.wgan4j.gan.format.NpyArray;
import org.wgan4j.gan.format.NpzFile;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.Score;
import org.wgan4j.gan.metric.sample.MetricInput;
import org.wgan4j.gan.metric.statistics.Measurement;

/**
 * The quality of images that any program made, against real ones: no run directory, no generator. Images that are not MNIST's digits are
 * evaluated by their pixels; {@link SampleEvaluator} also takes a classifier of one's own.
 */
public final class EvaluateImages {
    /** A metric of one's own beside those of the library. */
    private static final Metric BRIGHTNESS = Metric.of(
            "brightness",
            "mean brightness",
            "share of white",
            Metric.Better.NEITHER,
            Metric.Basis.PIXELS,
            EvaluateImages::brightness);

    private EvaluateImages() {}

    private static Measurement brightness(MetricInput input) {
        Images images = input.generated().images();
        double sum = 0;
        for (byte pixel : images.bytes()) {
            sum += (pixel & 0xff) / 255.0;
        }
        double mean = sum / images.count() / images.shape().size();
        return Measurement.Estimate.without(mean, "it is one number", images.count(), 0);
    }

    /** Every metric of the library that these images allow, and one of one's own. */
    static QualityReport evaluate(Images generated, Images real) {
        List<Metric> metrics = new ArrayList<>(Metrics.all());
        metrics.add(BRIGHTNESS);
        try (SampleEvaluator evaluator = SampleEvaluator.of(EvaluationData.of(real), metrics, 0)) {
            return evaluator.evaluate(generated);
        }
    }

    /** The only array of an npz file, unsigned bytes {@code [n, height, width]} or with channels before or after. */
    static Images read(Path file) {
        if (NpzFile.read(file).values().iterator().next() instanceof NpyArray.UInt8 pixels) {
            return ImageLayout.of(file.toString(), pixels.shape()).images(pixels.values());
        }
        throw new IllegalArgumentException(file + " holds no array of type uint8");
    }

    /** Prints each metric of the first npz file beside what real images, those of the second, get. */
    public static void main(String[] arguments) {
        QualityReport report = evaluate(read(Path.of(arguments[0])), read(Path.of(arguments[1])));
        for (Score score : report.scores().values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %s, real images: %s%n",
                    score.metric().words(),
                    words(score.value()),
                    words(score.floor()));
        }
    }

    private static String words(Measurement measured) {
        return measured instanceof Measurement.Estimate e
                ? String.format(Locale.ROOT, "%.4g [%.4g, %.4g]", e.value(), e.low(), e.high())
                : measured.toString();
    }
}
