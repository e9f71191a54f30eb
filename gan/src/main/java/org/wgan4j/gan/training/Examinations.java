package org.wgan4j.gan.training;

import java.util.ArrayList;
import java.util.List;
import org.wgan4j.gan.data.World;
import org.wgan4j.gan.recipe.Recipe;

/** What a run measures beside its losses, and when. */
record Examinations(List<Examination> all) implements AutoCloseable {
    Examinations {
        all = List.copyOf(all);
    }

    /** Those that the recipe asks for and the data of the run allow. */
    static Examinations of(Recipe recipe, RealImages images, Players players) {
        Interval quality =
                new Interval(recipe.quality().everyEpochs(), recipe.quality().everySteps());
        List<Examination> all = new ArrayList<>();
        World.of(recipe.data().source())
                .filter(world -> quality.recurs())
                .ifPresent(world -> all.add(new ModesExamination(world, images.dataset(), recipe, players)));
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
