package org.wgan4j.gan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.data.SyntheticDataset;
import org.wgan4j.gan.recipe.QualitySettings;
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
     * @param world the distribution that they were drawn from, where it is known
     */
    public static Evaluators of(
            Recipe recipe,
            Dataset dataset,
            DataSource source,
            Optional<SyntheticDataset> world,
            TorchRuntime runtime,
            TrainingState players) {
        List<Evaluator> all = new ArrayList<>();
        if (PeriodicAudit.isWanted(recipe)) {
            all.add(PeriodicAudit.of(recipe, dataset, players));
        }
        QualitySettings quality = recipe.quality();
        if (new StepInterval(quality.everyEpochs(), quality.everySteps()).recurs()) {
            if (dataset.shape().equals(Points.SHAPE)) {
                all.add(new PeriodicModeCount(world, dataset, recipe, players));
            } else {
                EvaluationData data = EvaluationData.of(source, dataset);
                if (PeriodicQuality.isPossible(data)) {
                    all.add(PeriodicQuality.of(recipe, players, data, runtime));
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
        QualitySettings quality = recipe.quality();
        boolean wanted = new StepInterval(quality.everyEpochs(), quality.everySteps()).recurs();
        boolean missing = wanted && all.stream().allMatch(one -> one.kind() == EvaluationRecord.Kind.AUDIT);
        return missing
                ? List.of("The samples are not judged while the run goes on: that takes grey images of 28 by 28 pixels."
                        + " Others can be judged by their pixels afterwards.")
                : List.of();
    }

    @Override
    public void close() {
        all.forEach(Evaluator::close);
    }
}
