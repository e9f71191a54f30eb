package org.wgan4j.gan.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wgan4j.gan.recipe.ObjectiveDescription;
import org.wgan4j.gan.recipe.OptimizerName;
import org.wgan4j.gan.recipe.OptimizerSettings;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

/** Notes on changed settings that have no effect in a recipe. */
final class UnusedSettings {
    /** The settings of {@link ObjectiveDescription#settings}. */
    private static final List<String> OBJECTIVE_SETTINGS = List.of("penalty", "clip", "clipped");

    private UnusedSettings() {}

    /**
     * One sentence for each reason.
     *
     * @param objective of the recipe, which need not be on the class path
     */
    static List<String> notes(Recipe recipe, ObjectiveDescription objective) {
        List<String> notes = new ArrayList<>();
        Set<String> changed = Set.copyOf(Recipes.changedKeys(Recipe.of(objective), recipe));
        List<String> unread = OBJECTIVE_SETTINGS.stream()
                .filter(setting -> !objective.settings().contains(setting))
                .map(setting -> "objective." + setting)
                .toList();
        note(changed, "objective.name is " + objective.name(), unread, notes);
        note(changed, "generatorOptimizer", recipe.generatorOptimizer(), notes);
        note(changed, "criticOptimizer", recipe.criticOptimizer(), notes);
        return notes;
    }

    private static void note(Set<String> changed, String group, OptimizerSettings optimizer, List<String> notes) {
        List<String> unused = optimizer.name() == OptimizerName.ADAM
                ? List.of(group + ".rho")
                : List.of(group + ".beta1", group + ".beta2");
        note(changed, group + ".name is " + word(optimizer.name()), unused, notes);
    }

    private static void note(Set<String> changed, String reason, List<String> unused, List<String> notes) {
        List<String> both = unused.stream().filter(changed::contains).toList();
        if (!both.isEmpty()) {
            notes.add(String.join(", ", both) + (both.size() == 1 ? " has" : " have") + " no effect, because " + reason
                    + ".");
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
