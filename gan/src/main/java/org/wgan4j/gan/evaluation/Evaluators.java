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

/** The evaluators of a run. For use by the thread that trains. */
public record Evaluators(List<Evaluator> all) implements AutoCloseable {
    public Evaluators {
        all = List.copyOf(all);
    }

    /**
     * The evaluators of a recipe: audits, and for points the mode count, for images their quality.
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

    /** The evaluators that are due after a step. */
    public List<Evaluator> due(StepInterval.CompletedStep step) {
        return all.stream().filter(one -> one.interval().isDue(step)).toList();
    }

    /** The evaluators with an interval, which also run at the end of a complete run. */
    public List<Evaluator> recurring() {
        return all.stream().filter(one -> one.interval().recurs()).toList();
    }

    /** Notes on settings of the recipe that the data do not allow. */
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
                    "The samples are not evaluated during training," + reason
                            + " Evaluation by pixels needs 1000 images: 2000 in the data set, and a quality.images of 1000 or more.");
        }
        return all.stream().anyMatch(one -> one instanceof PeriodicQuality quality && quality.isByPixels())
                ? List.of("The samples are evaluated by their pixels alone," + reason)
                : List.of();
    }

    @Override
    public void close() {
        all.forEach(Evaluator::close);
    }
}
