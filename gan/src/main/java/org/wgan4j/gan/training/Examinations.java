package org.wgan4j.gan.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.data.World;
import org.wgan4j.gan.judge.Grounds;
import org.wgan4j.gan.recipe.QualitySettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.run.MeasureRecord;
import org.wgan4j.gan.torch.TorchRuntime;

/** What a run measures beside its losses, and when. */
record Examinations(List<Examination> all) implements AutoCloseable {
    Examinations {
        all = List.copyOf(all);
    }

    /** What the recipe asks for, of its data: of a toy world the modes, of images their quality. */
    static Examinations of(Recipe recipe, Dataset dataset, Players players, TorchRuntime runtime) {
        List<Examination> all = new ArrayList<>();
        if (CriticExamination.isWanted(recipe)) {
            all.add(CriticExamination.of(recipe, dataset, players));
        }
        QualitySettings quality = recipe.quality();
        if (new Interval(quality.everyEpochs(), quality.everySteps()).recurs()) {
            World.of(recipe.data().source())
                    .<Examination>map(world -> new ModesExamination(world, dataset, recipe, players))
                    .or(() -> ofImages(recipe, dataset, players, runtime))
                    .ifPresent(all::add);
        }
        return new Examinations(all);
    }

    private static Optional<Examination> ofImages(
            Recipe recipe, Dataset dataset, Players players, TorchRuntime runtime) {
        Grounds grounds = Grounds.of(recipe.data().source(), dataset);
        return QualityExamination.isPossible(grounds)
                ? Optional.of(QualityExamination.of(recipe, players, grounds, runtime))
                : Optional.empty();
    }

    /** Those that a moment of the run calls for. */
    List<Examination> due(Interval.Moment moment) {
        return all.stream().filter(one -> one.interval().isDue(moment)).toList();
    }

    /** Those that recur, and are made at the end of a complete run besides. */
    List<Examination> recurring() {
        return all.stream().filter(one -> one.interval().recurs()).toList();
    }

    /** What the recipe asks for and will not get, so that nobody waits for it. */
    List<String> notes(Recipe recipe) {
        QualitySettings quality = recipe.quality();
        boolean wanted = new Interval(quality.everyEpochs(), quality.everySteps()).recurs();
        boolean missing = wanted && all.stream().allMatch(one -> one.kind() == MeasureRecord.Kind.AUDIT);
        return missing
                ? List.of("The samples are not judged while the run goes on: that takes grey images of 28 by 28 pixels."
                        + " wgan4j evaluate judges others by their pixels.")
                : List.of();
    }

    @Override
    public void close() {
        all.forEach(Examination::close);
    }
}
