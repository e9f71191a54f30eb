package org.wgan4j.gan.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.wgan4j.gan.torch.NativeScope;

/**
 * The check before step 1: what would train without an error and yet be wrong is refused with the reason, and what is merely doubtful is
 * noted.
 */
public final class RecipeCheck {
    private RecipeCheck() {}

    /** Looks at the players of a run that has not begun; returns what a person should know. */
    public static List<String> check(TrainingState trainingState) {
        List<String> notes = new ArrayList<>(NativeScope.get(
                () -> trainingState.objective().check(trainingState.critic(), trainingState.compute())));
        noteForeignReach(trainingState, notes);
        return notes;
    }

    private static void noteForeignReach(TrainingState trainingState, List<String> notes) {
        Set<String> foreign =
                new TreeSet<>(trainingState.generatorOptimizer().parameters().keySet());
        foreign.removeAll(trainingState.generator().network().trainable().keySet());
        if (!foreign.isEmpty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The generator's optimiser also updates %s, as the text does that this schedule reproduces (objective.schedule: alternating does not).",
                    String.join(", ", foreign)));
        }
    }
}
