package org.wgan4j.gan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.recipe.BestCheckpointMetric;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.TrainingState;

/** What a run measures beside its losses, and when. */
public record Evaluators(List<Evaluator> all) implements AutoCloseable {
    public Evaluators {
        all = List.copyOf(all);
    }

    /**
     * What the recipe asks for, of its data: of points the modes and the distance, of images their quality.
     *
     * @param source where the data come from
     * @param synthetic the distribution that they were drawn from, where it is known
     */
    public static Evaluators of(
            Recipe recipe,
            Dataset dataset,
            DataSource source,
            Optional<SyntheticDataset> synthetic,
            TorchRuntime runtime,
            TrainingState trainingState) {
        List<Evaluator> all = new ArrayList<>();
        if (PeriodicAudit.isWanted(recipe)) {
            all.add(PeriodicAudit.of(recipe, dataset, trainingState));
        }
        if (StepInterval.of(recipe.quality()).recurs()) {
            if (dataset.shape().equals(Points.SHAPE)) {
                all.add(new PeriodicModeCount(synthetic, dataset, recipe, trainingState));
            } else {
                EvaluationData data = EvaluationData.of(source, dataset);
                List<Metric> metrics = PeriodicQuality.metrics(recipe, data);
                if (!metrics.isEmpty()) {
                    all.add(PeriodicQuality.of(recipe, trainingState, data, metrics, runtime));
                }
            }
        }
        return new Evaluators(all);
    }

    /** Those that a moment of the run calls for. */
    public List<Evaluator> due(StepInterval.Moment moment) {
        return all.stream().filter(one -> one.interval().isDue(moment)).toList();
    }

    /** Those that recur, and are made at the end of a complete run besides. */
    public List<Evaluator> recurring() {
        return all.stream().filter(one -> one.interval().recurs()).toList();
    }

    /** What the recipe asks for and will not get, so that nobody waits for it. */
    public List<String> notes(Recipe recipe) {
        if (!StepInterval.of(recipe.quality()).recurs()) {
            return List.of();
        }
        String reason = String.format(
                Locale.ROOT,
                " since the digit classifier knows MNIST's digits alone%s.",
                recipe.quality().best() == BestCheckpointMetric.NONE ? "" : ", so that no best checkpoint is kept");
        if (all.stream().allMatch(one -> one.kind() == EvaluationRecord.Kind.AUDIT)) {
            return List.of(
                    "The samples are not judged while the run goes on," + reason
                            + " Judging by pixels takes 1000 images: 2000 in the data set, and a quality.images of 1000 or more.");
        }
        return all.stream().anyMatch(one -> one instanceof PeriodicQuality quality && quality.isByPixels())
                ? List.of("The samples are judged by their pixels alone," + reason)
                : List.of();
    }

    @Override
    public void close() {
        all.forEach(Evaluator::close);
    }
}
