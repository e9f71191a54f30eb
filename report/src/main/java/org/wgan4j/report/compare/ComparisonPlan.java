package org.wgan4j.report.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.recipe.Recipe;
import org.wgan4j.gan.recipe.Recipes;

/**
 * The runs that a comparison trains: recipes under several seeds, and extra experiments. Immutable.
 *
 * @param recipes built-in names or files
 * @param overrides settings that replace those of every recipe
 * @param seeds how many seeds, from 0
 * @param budget of a run of a recipe
 * @param extraSeeds how many seeds of each arm of the extra experiments, from 0
 * @param extraBudget of a run of the extra experiments
 * @param experiments the extra experiments
 */
public record ComparisonPlan(
        List<String> recipes,
        List<String> overrides,
        int seeds,
        Budget budget,
        int extraSeeds,
        Budget extraBudget,
        Set<Experiment> experiments) {
    private static final double[] RATES = {0.2, 1, 5};

    private static final Map<String, List<String>> VARIANTS = new LinkedHashMap<>();

    static {
        VARIANTS.put("", List.of("network.generatorBatchNorm=true"));
        VARIANTS.put(", no batch norm", List.of("network.generatorBatchNorm=false"));
        VARIANTS.put(", MLP generator", List.of("network.generator=mlp", "network.generatorBatchNorm=false"));
    }

    /** The tutorials' systems as written, and the recipes that they are compared with. */
    private static final List<Arm> AS_WRITTEN = List.of(
            written("tutorial-gan", "tutorial-gan"),
            written("tutorial-gan", "gan"),
            written("tutorial-wgan-gp", "tutorial-wgan-gp"),
            written("tutorial-wgan-gp", "wgan-gp"),
            written("digit-wgan", "digit-wgan"),
            new Arm(
                    Experiment.AS_WRITTEN,
                    "digit-wgan as intended",
                    "digit-wgan",
                    "digit-wgan",
                    List.of(
                            "objective.schedule=alternating",
                            "objective.clipped=all",
                            "objective.criticFakes=batch-statistics")));

    private static Arm written(String group, String recipe) {
        return new Arm(Experiment.AS_WRITTEN, recipe, group, recipe, List.of());
    }

    /** Copies what can change. */
    public ComparisonPlan {
        recipes = List.copyOf(recipes);
        overrides = List.copyOf(overrides);
        experiments = Set.copyOf(experiments);
    }

    /**
     * A plan of recipes alone, as they are.
     *
     * @param recipes built-in names or files
     * @param seeds how many seeds of each, 1 to 100
     * @param budget of each run
     */
    public static ComparisonPlan of(List<String> recipes, int seeds, Budget budget) {
        return new ComparisonPlan(recipes, List.of(), seeds, budget, 1, budget, Set.of());
    }

    /**
     * Every run in the order of training: seed by seed, so that a comparison that is stopped early has the same seeds of each recipe.
     *
     * @throws ActionableException if two recipes would be trained in one folder, or one cannot be read
     */
    public List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (long seed = 0; seed < seeds; seed++) {
            for (String recipe : recipes) {
                Arm arm = new Arm(Experiment.RECIPES, nameOf(recipe), nameOf(recipe), recipe, overrides);
                trials.add(new Trial(arm, seed, budget));
            }
        }
        for (long seed = 0; seed < extraSeeds; seed++) {
            for (Arm arm : extraArms()) {
                trials.add(new Trial(arm, seed, extraBudget));
            }
        }
        refuseSharedFolders(trials);
        return trials;
    }

    private List<Arm> extraArms() {
        List<Arm> arms = new ArrayList<>();
        if (experiments.contains(Experiment.AS_WRITTEN)) {
            AS_WRITTEN.forEach(arm -> arms.add(withRuntime(arm)));
        }
        if (experiments.contains(Experiment.OPTIMAL_CRITIC)) {
            recipes.forEach(recipe -> arms.add(optimalCritic(recipe)));
        }
        if (experiments.contains(Experiment.STABILITY)) {
            VARIANTS.forEach((variant, settings) -> {
                for (double factor : RATES) {
                    recipes.forEach(recipe -> arms.add(stability(recipe, variant, settings, factor)));
                }
            });
        }
        return arms;
    }

    private static void refuseSharedFolders(List<Trial> trials) {
        Map<String, Trial> byFolder = new HashMap<>();
        for (Trial trial : trials) {
            Trial other = byFolder.put(trial.directory(Path.of("")).toString().toLowerCase(Locale.ROOT), trial);
            if (other != null) {
                throw new ActionableException(String.format(
                        Locale.ROOT,
                        "The recipes %s and %s would be trained in one folder, %s: rename one of the two.",
                        other.arm().recipe(),
                        trial.arm().recipe(),
                        trial.arm().folder()));
            }
        }
    }

    /** The name of a recipe: of a file its base name, unless another file of the plan has the same one. */
    private String nameOf(String recipe) {
        String plain = plainName(recipe);
        boolean alone =
                recipes.stream().filter(other -> plainName(other).equals(plain)).count() < 2;
        return alone ? plain : recipe.replaceFirst("\\.ya?ml$", "");
    }

    private static String plainName(String recipe) {
        return recipe.replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.ya?ml$", "");
    }

    /** The arm with the overrides of the runtime alone. */
    private Arm withRuntime(Arm arm) {
        List<String> all = new ArrayList<>(arm.overrides());
        overrides.stream().filter(one -> one.startsWith("runtime.")).forEach(all::add);
        return new Arm(arm.experiment(), arm.name(), arm.group(), arm.recipe(), all);
    }

    private Arm optimalCritic(String recipe) {
        List<String> all = new ArrayList<>(overrides);
        all.add("objective.criticSteps=100");
        String name = nameOf(recipe);
        return new Arm(Experiment.OPTIMAL_CRITIC, name + ", 100 critic steps", name, recipe, all);
    }

    private Arm stability(String recipe, String variant, List<String> settings, double factor) {
        Recipe base = Recipes.load(recipe, overrides);
        List<String> all = new ArrayList<>(overrides);
        all.addAll(settings);
        all.add("generatorOptimizer.learningRate="
                + factor * base.generatorOptimizer().learningRate());
        all.add("criticOptimizer.learningRate="
                + factor * base.criticOptimizer().learningRate());
        String name = String.format(Locale.ROOT, "%s, rates x%.1f%s", nameOf(recipe), factor, variant);
        return new Arm(Experiment.STABILITY, name, nameOf(recipe), recipe, all);
    }
}
