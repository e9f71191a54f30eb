package org.wgan4j.gan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.data.Dataset;
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

    /** What the recipe asks for, of its data: of a toy world the modes, of images their quality. */
    public static Evaluators of(Recipe recipe, Dataset dataset, TrainingState players, TorchRuntime runtime) {
        List<Evaluator> all = new ArrayList<>();
        if (PeriodicAudit.isWanted(recipe)) {
            all.add(PeriodicAudit.of(recipe, dataset, players));
        }
        QualitySettings quality = recipe.quality();
        if (new StepInterval(quality.everyEpochs(), quality.everySteps()).recurs()) {
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
        return PeriodicQuality.isPossible(grounds)
                ? Optional.of(PeriodicQuality.of(recipe, players, grounds, runtime))
                : Optional.empty();
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
                        + " wgan4j evaluate judges others by their pixels.")
                : List.of();
    }

    @Override
    public void close() {
        all.forEach(Evaluator::close);
    }
}
