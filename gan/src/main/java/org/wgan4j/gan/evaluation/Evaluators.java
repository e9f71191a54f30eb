package org.wgan4j.gan.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.data.DataSource;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.Points;
import org.wgan4j.gan.recipe.QualitySettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.DataProvenance;
import org.wgan4j.gan.run.EvaluationRecord;
import org.wgan4j.gan.training.TrainingSetup;
import org.wgan4j.gan.training.loop.TrainingState;

/** What a run measures beside its losses, and when. */
record Evaluators(List<Evaluator> all) implements AutoCloseable {
    Evaluators {
        all = List.copyOf(all);
    }

    /** What the recipe asks for, of its data: of points the modes and the distance, of images their quality. */
    static Evaluators of(TrainingSetup setup, TrainingState players) {
        Recipe recipe = setup.recipe();
        Dataset dataset = setup.dataset();
        List<Evaluator> all = new ArrayList<>();
        if (PeriodicAudit.isWanted(recipe)) {
            all.add(PeriodicAudit.of(recipe, dataset, players));
        }
        QualitySettings quality = recipe.quality();
        if (new StepInterval(quality.everyEpochs(), quality.everySteps()).recurs()) {
            if (dataset.shape().equals(Points.SHAPE)) {
                all.add(new PeriodicModeCount(setup.world(), dataset, recipe, players));
            } else {
                ofImages(setup, players).ifPresent(all::add);
            }
        }
        return new Evaluators(all);
    }

    private static Optional<Evaluator> ofImages(TrainingSetup setup, TrainingState players) {
        // Data that a program gave are none that have a second split, whatever their name.
        DataSource source = setup.origin() == DataProvenance.Origin.PROGRAM
                ? DataSource.named("")
                : setup.recipe().data().source();
        EvaluationData grounds = EvaluationData.of(source, setup.dataset());
        return PeriodicQuality.isPossible(grounds)
                ? Optional.of(PeriodicQuality.of(setup.recipe(), players, grounds, setup.runtime()))
                : Optional.empty();
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
