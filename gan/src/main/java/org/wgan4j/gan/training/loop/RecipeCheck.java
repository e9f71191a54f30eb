package org.wgan4j.gan.training.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.wgan4j.gan.torch.NativeScope;

/**
 * Checks a recipe before step 1: settings that would train wrongly without an error are refused, doubtful ones noted. Safe for use by several
 * threads.
 */
public final class RecipeCheck {
    private RecipeCheck() {}

    /** Checks the state at step 0; returns warnings for the user. */
    public static List<String> check(TrainingState trainingState) {
        List<String> notes = new ArrayList<>(NativeScope.get(
                () -> trainingState.objective().check(trainingState.critic(), trainingState.compute())));
        noteOtherParameters(trainingState, notes);
        return notes;
    }

    private static void noteOtherParameters(TrainingState trainingState, List<String> notes) {
        Set<String> others =
                new TreeSet<>(trainingState.generatorOptimizer().parameters().keySet());
        others.removeAll(trainingState.generator().network().trainable().keySet());
        if (!others.isEmpty()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The generator's optimiser also updates %s, as the tutorial does that this schedule reproduces (objective.schedule: alternating does not).",
                    String.join(", ", others)));
        }
    }
}
