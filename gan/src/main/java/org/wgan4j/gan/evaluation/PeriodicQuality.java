package org.wgan4j.gan.evaluation;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.wgan4j.gan.data.Images;
import org.wgan4j.gan.metric.Measurement;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.metric.QualityReport;
import org.wgan4j.gan.metric.Score;
import org.wgan4j.gan.recipe.QualitySettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.torch.RandomStream;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.TrainingState;
import org.wgan4j.gan.training.snapshot.SampleSnapshots;

/** The quality of a run's samples at intervals: images of the same noise each time, held against the same real ones. */
final class PeriodicQuality implements Evaluator {
    /** Those that need seconds rather than minutes. */
    private static final Set<Metric> QUICK = EnumSet.of(
            Metric.FRECHET_DISTANCE,
            Metric.KERNEL_DISTANCE,
            Metric.PRECISION,
            Metric.RECALL,
            Metric.DENSITY,
            Metric.COVERAGE,
            Metric.CLASSIFIER_SCORE,
            Metric.CLASS_ENTROPY,
            Metric.CONFIDENT_SHARE,
            Metric.CLASSES_PRESENT,
            Metric.CLASS_VARIATION);

    private final QualitySettings settings;
    private final Recipe recipe;
    private final TrainingState players;
    private final SampleEvaluator judge;

    private PeriodicQuality(Recipe recipe, TrainingState players, SampleEvaluator judge) {
        this.settings = recipe.quality();
        this.recipe = recipe;
        this.players = players;
        this.judge = judge;
    }

    /** Whether the images of these grounds can be judged while a run goes on. */
    static boolean isPossible(EvaluationData grounds) {
        return !SampleEvaluator.possible(grounds, QUICK).isEmpty();
    }

    static PeriodicQuality of(Recipe recipe, TrainingState players, EvaluationData grounds, TorchRuntime runtime) {
        int images = recipe.quality().images();
        EvaluationData few = grounds.atMost(images, images, recipe.seed());
        return new PeriodicQuality(recipe, players, SampleEvaluator.of(few, QUICK, recipe.seed(), runtime));
    }

    @Override
    public EvaluationRecord.Kind kind() {
        return EvaluationRecord.Kind.QUALITY;
    }

    @Override
    public StepInterval interval() {
        return new StepInterval(settings.everyEpochs(), settings.everySteps());
    }

    @Override
    public Map<String, Double> measure(long step) {
        RandomStream noise = RandomStream.root(recipe.seed()).child("quality");
        Images images = new SampleSnapshots(recipe, players).many(settings.images(), noise);
        return values(judge.judge(images, QualityReport.Listener.NONE));
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
        judge.close();
    }
}
