package org.wgan4j.gan.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

/** The settings that may change when a run resumes: those that do not change the weights. The data files may move. Safe for use by several threads. */
public final class ResumeRules {
    private static final List<String> MAY_CHANGE = List.of(
            "epochs",
            "steps",
            "data.images",
            "data.labels",
            "checkpoints.",
            "samples.",
            "quality.",
            "audit.",
            "runtime.device",
            "runtime.threads");

    private ResumeRules() {}

    /**
     * The recipe of a resumed run.
     *
     * @throws ActionableException naming the settings that must not change
     */
    public static Recipe apply(Recipe recipe, ResumeOptions options) {
        List<String> overrides = new ArrayList<>(options.overrides());
        options.epochs().ifPresent(epochs -> {
            overrides.add("epochs=" + epochs);
            overrides.add("steps=0");
        });
        options.steps().ifPresent(steps -> overrides.add("steps=" + steps));
        Recipe changed = Recipes.override(recipe, overrides);
        List<String> refused = differences(recipe, changed);
        if (!refused.isEmpty()) {
            throw new ActionableException(String.format(
                    Locale.ROOT,
                    "A resumed run keeps its settings, but %s changed: leave that as it was, or begin a new run, which may start from the weights of this one (only the length, the places of the data, checkpoints, samples, quality, audit, runtime.device and runtime.threads may change).",
                    String.join(", ", refused)));
        }
        return changed;
    }

    /** The settings in which two recipes differ and that change the weights. */
    static List<String> differences(Recipe one, Recipe other) {
        return Recipes.changedKeys(one, other).stream()
                .filter(key -> MAY_CHANGE.stream().noneMatch(key::startsWith))
                .toList();
    }
}
