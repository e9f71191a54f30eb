package org.wgan4j.gan.training;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.judge.Grounds;
import org.wgan4j.gan.recipe.QualitySettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.torch.TorchRuntime;

/** What a run measures beside its losses, and when. */
record Examinations(List<Examination> all) implements AutoCloseable {
    Examinations {
        all = List.copyOf(all);
    }

    /** What the recipe asks for, of its data. */
    static Examinations of(Recipe recipe, Dataset dataset, Players players, TorchRuntime runtime) {
        List<Examination> all = new ArrayList<>();
        if (CriticExamination.isWanted(recipe)) {
            all.add(CriticExamination.of(recipe, dataset, players));
        }
        QualitySettings quality = recipe.quality();
        if (new Interval(quality.everyEpochs(), quality.everySteps()).recurs()) {
            Grounds grounds = Grounds.of(recipe.data().source());
            if (QualityExamination.isPossible(grounds)) {
                all.add(QualityExamination.of(recipe, players, grounds, runtime));
            }
        }
        return new Examinations(all);
    }

    /** Those that a moment of the run calls for. */
    List<Examination> due(Interval.Moment moment) {
        return all.stream().filter(one -> one.interval().isDue(moment)).toList();
    }

    /** Those that recur and were not made at this moment. */
    List<Examination> missedAt(Interval.Moment moment) {
        return all.stream()
                .filter(one -> one.interval().recurs() && !one.interval().isDue(moment))
                .toList();
    }

    @Override
    public void close() {
        all.forEach(Examination::close);
    }
}
