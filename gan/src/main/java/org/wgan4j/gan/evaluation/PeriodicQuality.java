package org.wgan4j.gan.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.Metrics;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.Score;
import org.wgan4j.gan.metric.pixels.PixelTransport;
import org.wgan4j.gan.metric.statistics.Measurement;
import org.wgan4j.gan.recipe.QualitySettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;

/** Quality metrics of a run's samples during training: the same latents each time, against the same real images. */
final class PeriodicQuality implements Evaluator {
    /** Metrics that take seconds rather than minutes. */
    private static final List<Metric> QUICK = List.of(
            Metrics.FRECHET_DISTANCE,
            Metrics.KERNEL_DISTANCE,
            Metrics.PRECISION,
            Metrics.RECALL,
            Metrics.DENSITY,
            Metrics.COVERAGE,
            Metrics.CLASSIFIER_SCORE,
            Metrics.CLASS_ENTROPY,
            Metrics.CONFIDENT_SHARE,
            Metrics.CLASSES_PRESENT,
            Metrics.CLASS_VARIATION);

    private final QualitySettings settings;
    private final Recipe recipe;
    private final TrainingState trainingState;
    private final SampleEvaluator evaluator;

    private PeriodicQuality(Recipe recipe, TrainingState trainingState, SampleEvaluator evaluator) {
        this.settings = recipe.quality();
        this.recipe = recipe;
        this.trainingState = trainingState;
        this.evaluator = evaluator;
    }

    /** The metrics during training: of features and classes, else of pixels if there are enough images; else none. */
    static List<Metric> metrics(Recipe recipe, EvaluationData evaluationData) {
        List<Metric> possible = SampleEvaluator.possible(evaluationData, QUICK);
        int images =
                Math.min(recipe.quality().images(), evaluationData.reference().size());
        return possible.isEmpty() && images >= PixelTransport.BLOCK ? List.of(Metrics.SLICED_W) : possible;
    }

    static PeriodicQuality of(
            Recipe recipe,
            TrainingState trainingState,
            EvaluationData evaluationData,
            List<Metric> metrics,
            TorchRuntime runtime) {
        int images = recipe.quality().images();
        EvaluationData few = evaluationData.atMost(images, images, recipe.seed());
        return new PeriodicQuality(recipe, trainingState, SampleEvaluator.of(few, metrics, recipe.seed(), runtime));
    }

    /** Whether the metrics are of pixels alone. */
    boolean isByPixels() {
        return evaluator.classifier().isEmpty();
    }

    @Override
    public EvaluationRecord.Kind kind() {
        return EvaluationRecord.Kind.QUALITY;
    }

    @Override
    public StepInterval interval() {
        return StepInterval.of(settings);
    }

    @Override
    public Map<String, Double> measure(long step) {
        RandomStream noise = RandomStream.root(recipe.seed()).child("quality");
        Images images = new SampleSnapshots(recipe, trainingState).generate(settings.images(), noise);
        return values(evaluator.evaluate(images, QualityReport.Listener.NONE));
    }

    /** Each value by its key, with the ends of its interval and the floor where they are known. */
    private static Map<String, Double> values(QualityReport report) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("images", (double) report.generated());
        for (Score score : report.scores().values()) {
            String key = score.metric().key();
            if (score.value() instanceof Measurement.Estimate value) {
                values.put(key, value.value());
                if (value.hasInterval()) {
                    values.put(key + "_low", value.low());
                    values.put(key + "_high", value.high());
                }
            }
            if (score.floor() instanceof Measurement.Estimate floor) {
                values.put(key + "_floor", floor.value());
            }
        }
        return values;
    }

    @Override
    public void close() {
        evaluator.close();
    }
}
