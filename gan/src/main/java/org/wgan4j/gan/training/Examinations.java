package org.wgan4j.gan.training;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.data.Dataset;
import org.wgan4j.gan.recipe.Recipe;

/** What a run measures beside its losses, and when. */
record Examinations(List<Examination> all) implements AutoCloseable {
    Examinations {
        all = List.copyOf(all);
    }

    /** What a recipe asks for, of these players. */
    static Examinations of(Recipe recipe, Dataset dataset, Players players) {
        List<Examination> all = new ArrayList<>();
        if (recipe.audit().everyEpochs() > 0 || recipe.audit().everySteps() > 0) {
            all.add(CriticExamination.of(recipe, dataset, players));
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
