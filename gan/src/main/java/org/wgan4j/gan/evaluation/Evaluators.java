package org.wgan4j.gan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.metric.Metric;
import org.wgan4j.gan.recipe.BestCheckpointMetric;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.torch.TorchRuntime;
import org.wgan4j.gan.training.loop.TrainingState;

/** What a run measures beside its losses, and when. */
record Evaluators(List<Evaluator> all) implements AutoCloseable {
    Evaluators {
        all = List.copyOf(all);
    }

    /** What the recipe asks for, of its data: of a toy world the modes, of images their quality. */
    static Evaluators of(Recipe recipe, Dataset dataset, TrainingState players, TorchRuntime runtime) {
        List<Evaluator> all = new ArrayList<>();
        if (PeriodicAudit.isWanted(recipe)) {
            all.add(PeriodicAudit.of(recipe, dataset, players));
        }
        if (StepInterval.of(recipe.quality()).recurs()) {
            SyntheticDataset.of(recipe.data().source())
                    .<Evaluator>map(world -> new PeriodicModeCount(world, dataset, recipe, players))
                    .or(() -> ofImages(recipe, dataset, players, runtime))
                    .ifPresent(all::add);
        }
        return new Evaluators(all);
    }

    private static Optional<Evaluator> ofImages(
            Recipe recipe, Dataset dataset, TrainingState players, TorchRuntime runtime) {
        EvaluationData grounds = EvaluationData.of(recipe.data().source(), dataset);
        List<Metric> metrics = PeriodicQuality.metrics(recipe, grounds);
        return metrics.isEmpty()
                ? Optional.empty()
                : Optional.of(PeriodicQuality.of(recipe, players, grounds, metrics, runtime));
    }

    /** Those that a moment of the run calls for. */
    List<Evaluator> due(StepInterval.Moment moment) {
        return all.stream().filter(one -> one.interval().isDue(moment)).toList();
    }

    /** Those that recur, and are made at the end of a complete run besides. */
    List<Evaluator> recurring() {
        return all.stream().filter(one -> one.interval().recurs()).toList();
    }

    /** What the recipe asks for and will not get, so that nobody waits for it. */
    List<String> notes(Recipe recipe) {
        if (!StepInterval.of(recipe.quality()).recurs()) {
            return List.of();
        }
        String reason = " since the digit classifier knows MNIST's digits alone%s."
                .formatted(
                        recipe.quality().best() == BestCheckpointMetric.NONE
                                ? ""
                                : ", so that no best checkpoint is kept");
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
